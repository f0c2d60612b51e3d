/** The rules about the figures of the tables, each against a filing's cells. */
import { assertNever } from '../lib/assert-never.ts';
import type { Form } from '../form/form.ts';
import { checkApplies } from './check-applies.ts';
import { checkBlanks, checkNonNegative, checkWhole } from './check-cells.ts';
import { checkChange } from './check-change.ts';
import { checkLinear } from './check-linear.ts';
import { checkPattern } from './check-pattern.ts';
import type { Finding } from './finding.ts';
import { placeValues, type PlacedValues } from './placed-values.ts';
import type { TableRule } from './rule.ts';
import type { Subject } from './subject.ts';

/** What the rules about the tables find, in their order. A rule that is not for the unit's level finds nothing. */
export function checkTables(form: Form, rules: readonly TableRule[], subject: Subject): readonly Finding[] {
  const values = placeValues(form, subject);
  return rules.flatMap((rule) => (rule.levels?.includes(subject.level) === false ? [] : check(form, rule, subject, values)));
}

function check(form: Form, rule: TableRule, subject: Subject, values: PlacedValues): readonly Finding[] {
  switch (rule.kind) {
    case 'linear':
      return checkLinear(form, rule, subject, values);
    case 'integer':
      return checkWhole(form, rule, values);
    case 'nonNegative':
      return checkNonNegative(form, rule, values);
    case 'required':
      return checkBlanks(form, rule, subject.cells, values);
    case 'applies':
      return checkApplies(form, rule, subject.cells);
    case 'change':
      return checkChange(form, rule, subject);
    case 'pattern':
      return checkPattern(form, rule, subject, values);
    default:
      return assertNever(rule);
  }
}
