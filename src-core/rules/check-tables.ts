/** The rules about the figures of the tables, each against a filing's cells. */
import { assertNever } from '../lib/assert-never.ts';
import type { Form } from '../form/form.ts';
import { checkApplies } from './check-applies.ts';
import { checkBlanks, checkNonNegative, checkWhole } from './check-cells.ts';
import { checkChange } from './check-change.ts';
import { checkLinear } from './check-linear.ts';
import { checkPattern } from './check-pattern.ts';
import type { Finding } from './finding.ts';
import type { TableRule } from './rule.ts';
import type { Subject } from './subject.ts';

/** What one rule about the tables finds. A rule that is not for the unit's level finds nothing. */
export function checkTables(form: Form, rule: TableRule, subject: Subject): readonly Finding[] {
  return rule.levels?.includes(subject.level) === false ? [] : check(form, rule, subject);
}

function check(form: Form, rule: TableRule, subject: Subject): readonly Finding[] {
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
