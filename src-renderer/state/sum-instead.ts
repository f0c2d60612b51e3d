/** A total that somebody stated, beside what it should be. */
import type { CellKey } from '#core/form/cell-key.ts';
import { computeTotal, valueAt } from '#core/form/edit-cells.ts';
import type { Form } from '#core/form/form.ts';
import { sameValue, type CellValue } from '#core/lib/exact.ts';

/** The sum, where the cell is a total that says something else; otherwise undefined. */
export function sumInstead(form: Form, cells: Readonly<Record<CellKey, CellValue>>, cell: CellKey): CellValue | undefined {
  const total = form.totals.find((each) => each.target === cell);
  if (total === undefined) return undefined;
  const sum = computeTotal(cells, total);
  return sameValue(sum, valueAt(cells, cell)) ? undefined : sum;
}
