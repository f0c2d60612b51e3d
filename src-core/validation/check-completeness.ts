/** What a report of this form has to contain and may not get wrong (domain.md 2.7): every completeness rule of a book. */
import { assertNever } from '../lib/assert-never.ts';
import type { Form } from '../form/form.ts';
import type { CompletenessRule } from '../rules/completeness-rule.ts';
import { findingId, type Finding } from '../rules/finding.ts';
import type { FilingSubject } from '../rules/subject.ts';
import { checkAmountUnit } from './completeness/check-amount-unit.ts';
import { checkBasis } from './completeness/check-basis.ts';
import { checkCompiler } from './completeness/check-compiler.ts';
import { checkDates } from './completeness/check-dates.ts';
import { checkMissingNumber } from './completeness/check-missing-number.ts';
import { checkNumbering } from './completeness/check-numbering.ts';
import { checkParts } from './completeness/check-parts.ts';
import { checkPeriod } from './completeness/check-period.ts';
import { checkSelfReference } from './completeness/check-self-reference.ts';
import { checkText } from './completeness/check-text.ts';
import { checkTitleUnit, checkTitleWording, checkTitleYear } from './completeness/check-title.ts';
import { checkTopics } from './completeness/check-topics.ts';
import { proseOf, type Prose } from './prose.ts';

/**
 * The findings in the order of the rules and, for each, of the prose. A sentence that stands there twice with the same
 * slip is one finding: what is said of it holds for both.
 */
export function checkCompleteness(form: Form, rules: readonly CompletenessRule[], subject: FilingSubject): readonly Finding[] {
  if (rules.length === 0) return [];
  const prose = proseOf(form, subject);
  const found = new Map<string, Finding>();
  for (const rule of rules) {
    for (const finding of check(form, rule, prose, subject)) {
      const id = findingId(finding);
      if (!found.has(id)) found.set(id, finding);
    }
  }
  return [...found.values()];
}

function check(form: Form, rule: CompletenessRule, prose: Prose, subject: FilingSubject): readonly Finding[] {
  switch (rule.asks) {
    case 'text':
      return checkText(form, rule, prose);
    case 'topics':
      return checkTopics(rule, prose);
    case 'parts':
      return checkParts(rule, prose);
    case 'amountUnit':
      return checkAmountUnit(form, rule, subject);
    case 'basis':
      return checkBasis(rule, prose);
    case 'titleYear':
      return checkTitleYear(rule, subject);
    case 'titleUnit':
      return checkTitleUnit(rule, subject);
    case 'titleWording':
      return checkTitleWording(rule, subject);
    case 'period':
      return checkPeriod(rule, prose, subject);
    case 'dates':
      return checkDates(rule, prose);
    case 'missingNumber':
      return checkMissingNumber(rule, prose);
    case 'selfReference':
      return checkSelfReference(rule, prose, subject);
    case 'compiler':
      return checkCompiler(rule, prose, subject);
    case 'numbering':
      return checkNumbering(rule, prose);
    default:
      return assertNever(rule);
  }
}
