/**
 * Edits of entered cells carry the computed totals along. A stated total that differs from its sum (an imported
 * report's mistake) stays as it was stated until somebody accepts the sum: it is a finding, never overwritten.
 */
import { isDecimalText, sameValue, sumExact, totalDigits, type CellValue } from '../lib/exact.ts';
import type { CellKey } from './cell-key.ts';
import type { Form, Total } from './form.ts';

/** Every cell of the form by key; a missing key means blank. */
export type Cells = Readonly<Record<CellKey, CellValue>>;

export type CellEdit = { readonly cell: CellKey; readonly value: CellValue };

export function valueAt(cells: Cells, key: CellKey): CellValue {
  return cells[key] ?? null;
}

/** The sum that a total should show: of the cells filled in so far, or blank while none is. */
export function computeTotal(cells: Cells, total: Total): CellValue {
  return sumExact(total.terms.map((term) => ({ coefficient: 1, value: valueAt(cells, term) })));
}

/** False for a sum that is too long to be kept, which takes stated totals that are longer than any sum of figures. */
export function canBeTotal(sum: CellValue): boolean {
  return sum === null || isDecimalText(String(sum), totalDigits);
}

/** All cells of a form blank. */
export function blankCells(form: Form): Cells {
  return Object.fromEntries(form.cells.map((each) => [each.key, null]));
}

/**
 * Applies edits of entered cells; totals that agreed with their sums before go on agreeing, as long as they can be kept.
 * An edit of a computed cell states a total (as an import does); screens do not offer it.
 */
export function applyEdits(form: Form, cells: Cells, edits: readonly CellEdit[]): Cells {
  const next: Record<CellKey, CellValue> = { ...cells };
  for (const edit of edits) next[edit.cell] = edit.value;
  const stated = new Set<CellKey>(edits.map((edit) => edit.cell));
  for (const total of form.totals) {
    if (stated.has(total.target)) continue;
    const agreed = sameValue(valueAt(cells, total.target), computeTotal(cells, total));
    if (!agreed) continue;
    const sum = computeTotal(next, total);
    if (canBeTotal(sum) && !sameValue(sum, valueAt(next, total.target))) next[total.target] = sum;
  }
  return next;
}

/** Fills every total from its parts, for cells that state none (a new filing, a consolidation). */
export function computeTotals(form: Form, cells: Cells): Cells {
  const next: Record<CellKey, CellValue> = { ...cells };
  for (const total of form.totals) next[total.target] = computeTotal(next, total);
  return next;
}

/** The cells whose values differ, in the form's order. */
export function changedCells(
  form: Form,
  from: Cells,
  to: Cells,
): readonly { readonly cell: CellKey; readonly from: CellValue; readonly to: CellValue }[] {
  return form.cells
    .map(({ key }) => ({ cell: key, from: valueAt(from, key), to: valueAt(to, key) }))
    .filter((each) => !sameValue(each.from, each.to));
}
