/** Rules about single cells: whole, not negative, filled in. */
import { fillPlaces, type Bilingual } from '../lib/bilingual.ts';
import { compareExact, formatExact, isWhole } from '../lib/exact.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { Form, FormCell } from '../form/form.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Finding } from './finding.ts';
import { cellLabel } from './labels.ts';
import type { IntegerRule, NonNegativeRule, RequiredRule } from './rule.ts';

export function checkWhole(form: Form, rule: IntegerRule, cells: Cells): readonly Finding[] {
  return eachValue(form, rule, cells, (cell, value) => cell.value === 'amount' || isWhole(value));
}

export function checkNonNegative(form: Form, rule: NonNegativeRule, cells: Cells): readonly Finding[] {
  return eachValue(form, rule, cells, (cell, value) => cell.value === 'change' || compareExact(value, 0) >= 0);
}

/** One finding for all blank cells of the table: a form that has just been begun is not two hundred mistakes. */
export function checkBlanks(form: Form, rule: RequiredRule, cells: Cells): readonly Finding[] {
  const blank = form.cells.filter((cell) => cell.table.id === rule.table && valueAt(cells, cell.key) === null).map((cell) => cell.key);
  if (blank.length === 0) return [];
  return [cellFinding(rule, blank, { zh: { count: blank.length }, en: { count: blank.length } })];
}

type CellRule = IntegerRule | NonNegativeRule | RequiredRule;

function eachValue(form: Form, rule: CellRule, cells: Cells, isFine: (cell: FormCell, value: number | string) => boolean): Finding[] {
  return form.cells.flatMap((cell) => {
    const value = valueAt(cells, cell.key);
    if (cell.table.id !== rule.table || value === null || isFine(cell, value)) return [];
    const label = cellLabel(cell);
    const shown = formatExact(value);
    return [cellFinding(rule, [cell.key], { zh: { cell: label.zh, value: shown }, en: { cell: label.en, value: shown } })];
  });
}

type Places = Readonly<Record<keyof Bilingual, Readonly<Record<string, string | number>>>>;

function cellFinding(rule: CellRule, cells: readonly CellKey[], places: Places): Finding {
  return {
    code: rule.code,
    kind: rule.kind,
    severity: rule.severity,
    clause: rule.clause,
    table: rule.table,
    cells,
    relation: null,
    leftOperands: [],
    rightOperands: [],
    left: null,
    right: null,
    difference: null,
    message: { zh: fillPlaces(rule.message.zh, places.zh), en: fillPlaces(rule.message.en, places.en) },
    suspects: [],
  };
}
