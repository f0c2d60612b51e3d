/** Rules about single cells: whole, not negative, filled in. */
import { compareExact, formatExact, isWhole } from '../lib/exact.ts';
import { computeTotals, valueAt, type Cells } from '../form/edit-cells.ts';
import type { Form, FormCell } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { cellLabel } from './labels.ts';
import { makeFinding } from './make-finding.ts';
import type { PlacedValues } from './placed-values.ts';
import type { IntegerRule, NonNegativeRule, RequiredRule, TableRule } from './rule.ts';

export function checkWhole(form: Form, rule: IntegerRule, values: PlacedValues): readonly Finding[] {
  return eachValue(form, rule, values, (cell, value) => cell.value === 'amount' || isWhole(value));
}

export function checkNonNegative(form: Form, rule: NonNegativeRule, values: PlacedValues): readonly Finding[] {
  return eachValue(form, rule, values, (cell, value) => cell.value === 'change' || compareExact(value, 0) >= 0);
}

/**
 * One finding for all blank cells of the table: a form that has just been begun is not two hundred mistakes. A total
 * that is blank because nothing has been entered that it could add up is not counted: nobody has to fill it in.
 */
export function checkBlanks(form: Form, rule: RequiredRule, cells: Cells, { now }: PlacedValues): readonly Finding[] {
  const blank = cellsOf(form, rule).filter(({ place }) => now[place] === null);
  if (blank.length === 0) return [];
  const sums = blank.some((cell) => cell.computed) ? computeTotals(form, cells) : cells;
  const missing = blank.filter((cell) => !cell.computed || valueAt(sums, cell.key) !== null).map((cell) => cell.key);
  const count = { count: missing.length };
  return missing.length === 0 ? [] : [makeFinding(rule, missing, { zh: count, en: count })];
}

function eachValue(
  form: Form,
  rule: IntegerRule | NonNegativeRule,
  { now }: PlacedValues,
  isFine: (cell: FormCell, value: number | string) => boolean,
): Finding[] {
  const found: Finding[] = [];
  for (const cell of cellsOf(form, rule)) {
    const value = now[cell.place] ?? null;
    if (value === null || isFine(cell, value)) continue;
    const label = cellLabel(cell);
    const shown = formatExact(value);
    found.push(makeFinding(rule, [cell.key], { zh: { cell: label.zh, value: shown }, en: { cell: label.en, value: shown } }));
  }
  return found;
}

function cellsOf(form: Form, rule: TableRule): readonly FormCell[] {
  return form.cellsByTable.get(rule.table) ?? [];
}
