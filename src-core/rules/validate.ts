/** Validation: every rule of a book against the cells of a filing, in the order of the book. */
import { assertNever } from '../lib/assert-never.ts';
import type { Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import { checkBlanks, checkNonNegative, checkWhole } from './check-cells.ts';
import { checkLinear } from './check-linear.ts';
import type { Finding } from './finding.ts';
import type { Rule, RuleBook, Severity } from './rule.ts';

/** The findings of all rules. Same cells, same findings, whatever was edited in which order. */
export function validate(form: Form, book: RuleBook, cells: Cells): readonly Finding[] {
  return book.rules.flatMap((rule) => check(form, rule, cells));
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, hint: 0 };
  for (const finding of findings) count[finding.severity] += 1;
  return count;
}

function check(form: Form, rule: Rule, cells: Cells): readonly Finding[] {
  switch (rule.kind) {
    case 'linear':
      return checkLinear(form, rule, cells);
    case 'integer':
      return checkWhole(form, rule, cells);
    case 'nonNegative':
      return checkNonNegative(form, rule, cells);
    case 'required':
      return checkBlanks(form, rule, cells);
    default:
      return assertNever(rule);
  }
}
