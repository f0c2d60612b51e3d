/** Rules about single cells: whole, not negative, filled in. */
import { compareExact, formatExact, isWhole } from '../lib/exact.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { Form, FormCell } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { cellLabel } from './labels.ts';
import { makeFinding } from './make-finding.ts';
import type { IntegerRule, NonNegativeRule, RequiredRule, Rule } from './rule.ts';

export function checkWhole(form: Form, rule: IntegerRule, cells: Cells): readonly Finding[] {
  return eachValue(form, rule, cells, (cell, value) => cell.value === 'amount' || isWhole(value));
}

export function checkNonNegative(form: Form, rule: NonNegativeRule, cells: Cells): readonly Finding[] {
  return eachValue(form, rule, cells, (cell, value) => cell.value === 'change' || compareExact(value, 0) >= 0);
}

/** One finding for all blank cells of the table: a form that has just been begun is not two hundred mistakes. */
export function checkBlanks(form: Form, rule: RequiredRule, cells: Cells): readonly Finding[] {
  const blank = cellsOf(form, rule)
    .filter((cell) => valueAt(cells, cell.key) === null)
    .map((cell) => cell.key);
  const count = { count: blank.length };
  return blank.length === 0 ? [] : [makeFinding(rule, blank, { zh: count, en: count })];
}

function eachValue(
  form: Form,
  rule: IntegerRule | NonNegativeRule,
  cells: Cells,
  isFine: (cell: FormCell, value: number | string) => boolean,
): Finding[] {
  return cellsOf(form, rule).flatMap((cell) => {
    const value = valueAt(cells, cell.key);
    if (value === null || isFine(cell, value)) return [];
    const label = cellLabel(cell);
    const shown = formatExact(value);
    return [makeFinding(rule, [cell.key], { zh: { cell: label.zh, value: shown }, en: { cell: label.en, value: shown } })];
  });
}

function cellsOf(form: Form, rule: Rule): readonly FormCell[] {
  return form.cellsByTable.get(rule.table) ?? [];
}
