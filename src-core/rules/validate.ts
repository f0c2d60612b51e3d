/** Validation: every rule of a book against a filing's figures, in the order of the book. */
import { assertNever } from '../lib/assert-never.ts';
import type { Form } from '../form/form.ts';
import { checkApplies } from './check-applies.ts';
import { checkBlanks, checkNonNegative, checkWhole } from './check-cells.ts';
import { checkChange } from './check-change.ts';
import { checkLinear } from './check-linear.ts';
import { checkPattern } from './check-pattern.ts';
import type { Finding } from './finding.ts';
import type { Rule, RuleBook, Severity } from './rule.ts';
import type { Subject } from './subject.ts';

/** The findings of all rules. Same subject, same findings, whatever was edited in which order. */
export function validate(form: Form, book: RuleBook, subject: Subject): readonly Finding[] {
  return book.rules.flatMap((rule) => (rule.levels?.includes(subject.level) === false ? [] : check(form, rule, subject)));
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, hint: 0 };
  for (const finding of findings) count[finding.severity] += 1;
  return count;
}

function check(form: Form, rule: Rule, subject: Subject): readonly Finding[] {
  switch (rule.kind) {
    case 'linear':
      return checkLinear(form, rule, subject);
    case 'integer':
      return checkWhole(form, rule, subject.cells);
    case 'nonNegative':
      return checkNonNegative(form, rule, subject.cells);
    case 'required':
      return checkBlanks(form, rule, subject.cells);
    case 'applies':
      return checkApplies(form, rule, subject.cells);
    case 'change':
      return checkChange(form, rule, subject);
    case 'pattern':
      return checkPattern(form, rule, subject);
    default:
      return assertNever(rule);
  }
}
