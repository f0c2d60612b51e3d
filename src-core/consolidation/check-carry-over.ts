/** S-5: what the sum brings forward is what the same units carried forward last year, each for itself. */
import { formatExact, sameValue, sumExact, type CellValue } from '../lib/exact.ts';
import { cellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { Finding } from '../rules/finding.ts';
import { columnLabel } from '../rules/labels.ts';
import { makeFinding } from '../rules/make-finding.ts';
import type { CarryOverRule } from '../rules/summation-rule.ts';
import type { Consolidation } from './consolidate.ts';
import { differenceOf } from './difference.ts';
import { listNames } from './list-names.ts';
import { priorsOf, type UnitPrior } from './unit-priors.ts';

/** One finding a column. Units of which last year is not known are left out on both sides: their set may have changed. */
export function checkCarryOver(
  rule: CarryOverRule,
  { contributors, sums }: Consolidation,
  priors: ReadonlyMap<string, UnitPrior>,
): readonly Finding[] {
  const known = contributors.flatMap((unit) => {
    const before = priorsOf(unit, priors);
    return before.length === 0 ? [] : [{ unit, before }];
  });
  if (known.length === 0) return [];
  const columns = sums.filter(({ plan: { cell } }) => cell.table.id === rule.table && cell.row.id === rule.broughtForward);
  return columns.flatMap(({ plan: { cell, index } }): Finding[] => {
    const carried = cellKey(rule.table, rule.carriedForward, cell.column.id);
    const pairs = known.map(({ unit, before }) => ({
      unit,
      left: unit.source.values[index] ?? 0,
      right: total(before.map(({ cells }) => valueAt(cells, carried))) ?? 0,
    }));
    const different = pairs.filter(({ left, right }) => !sameValue(left, right));
    if (different.length === 0) return [];
    const [left, right] = [total(pairs.map((each) => each.left)), total(pairs.map((each) => each.right))];
    const difference = differenceOf(left, right);
    const figures = { left: formatExact(left), right: formatExact(right), difference: formatExact(difference) };
    const units = different.map((each) => `${each.unit.name} ${formatExact(differenceOf(each.left, each.right))}`);
    const label = columnLabel(cell);
    const finding = makeFinding(rule, [cell.key], {
      zh: { ...figures, column: label.zh, units: listNames(units, 'zh') },
      en: { ...figures, column: label.en, units: listNames(units, 'en') },
    });
    return [{ ...finding, relation: '=', left, right, difference }];
  });
}

function total(values: readonly CellValue[]): CellValue {
  return sumExact(values.map((value) => ({ coefficient: 1, value })));
}
