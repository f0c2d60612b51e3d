/** Figures of charts: values of cells, or sums of several that do not hide what is blank among them. */
import { sumExact, type CellValue } from '../lib/exact.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { CellKey } from '../form/cell-key.ts';

/** `blanks`: how many of the cells that it is made of are blank. Null when all are. */
export type ChartFigure = { readonly value: CellValue; readonly blanks: number };

/** The figure of one cell or the sum of several; no cells are a blank one. */
export function figureOf(cells: Cells, keys: readonly CellKey[]): ChartFigure {
  const values = keys.map((key) => valueAt(cells, key));
  return { value: sumExact(values.map((value) => ({ coefficient: 1, value }))), blanks: values.filter((value) => value === null).length };
}
