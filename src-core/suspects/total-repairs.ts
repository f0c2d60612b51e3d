/** Repairs of totals as such: blank ones filled in, wrong ones set to the sums of their parts. */
import { compareExact, sameValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { applyEdits, computeTotals, valueAt, type Cells } from '../form/edit-cells.ts';
import type { Form } from '../form/form.ts';
import { isSatisfied, type Equality } from './equalities.ts';
import type { Change } from './repair.ts';

/** The blank totals among an equality's cells whose sums would mend it, or null when they would not. */
export function fillBlankTotals(form: Form, equality: Equality, cells: Cells): readonly Change[] | null {
  const sums = computeTotals(form, cells);
  const own = new Set<CellKey>(equality.cells);
  const changes = restate(form, sums, (cell) => own.has(cell) && valueAt(cells, cell) === null);
  return changes.length > 0 && isSatisfied(equality, applyEdits(form, cells, changes), null) ? changes : null;
}

/**
 * All totals of `tables` that differ from their parts set to the sums, bottom up, or null when their equalities do
 * not all hold then. It may be more than is needed, but is what somebody does who trusts the entered figures.
 */
export function restateTotals(
  form: Form,
  tables: ReadonlySet<string>,
  equalities: readonly Equality[],
  cells: Cells,
): readonly Change[] | null {
  const sums = computeTotals(form, cells);
  const concerned = new Set<CellKey>(form.cells.filter((cell) => tables.has(cell.table.id)).map((cell) => cell.key));
  const changes = restate(form, sums, (cell) => concerned.has(cell) && !sameValue(valueAt(cells, cell) ?? 0, valueAt(sums, cell) ?? 0));
  const mended = applyEdits(form, cells, changes);
  const own = equalities.filter((each) => each.cells.some((cell) => concerned.has(cell)));
  const isFine = changes.length > 0 && changes.every((change) => compareExact(change.value, 0) >= 0);
  return isFine && own.every((each) => isSatisfied(each, mended, null)) ? changes : null;
}

function restate(form: Form, sums: Cells, isWanted: (cell: CellKey) => boolean): readonly Change[] {
  return form.totals.flatMap(({ target }): Change[] => {
    const value = valueAt(sums, target);
    return value !== null && isWanted(target) ? [{ cell: target, value, pattern: 'statedTotal' }] : [];
  });
}
