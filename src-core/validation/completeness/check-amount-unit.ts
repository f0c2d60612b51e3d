/** Amounts for which the form prints no unit: they say little without one (2019: 采购总金额, 元 or 万元). */
import { compareExact, formatExact } from '../../lib/exact.ts';
import { cellKey } from '../../form/cell-key.ts';
import { valueAt } from '../../form/edit-cells.ts';
import { cellOf, type Form } from '../../form/form.ts';
import type { AmountUnitRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import { cellLabel } from '../../rules/labels.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import type { FilingSubject } from '../../rules/subject.ts';

export function checkAmountUnit(form: Form, rule: AmountUnitRule, { cells, cellUnits }: FilingSubject): readonly Finding[] {
  const key = cellKey(rule.table, rule.row, rule.column);
  const value = valueAt(cells, key);
  if (value === null || compareExact(value, 0) === 0 || cellUnits[key] !== undefined) return [];
  const label = cellLabel(cellOf(form, key));
  const shown = formatExact(value);
  return [makeFinding(rule, [key], { zh: { cell: label.zh, value: shown }, en: { cell: label.en, value: shown } })];
}
