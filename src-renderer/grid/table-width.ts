/** How wide a statutory table has to be for its values: the printed proportions stay, and no figure is cut off. */
import { cellKey, type CellKey } from '#core/form/cell-key.ts';
import type { FormTable } from '#core/form/edition.ts';

/** What a cell has around its figure, in pixels. */
const around = 14;

/** A CSS length; `charactersIn` is how many digits' widths a cell's text takes. Figures stand in the last columns of a line. */
export function leastWidth(table: FormTable, charactersIn: (cell: CellKey) => number): string {
  const total = table.widths.reduce((sum, each) => sum + each, 0);
  let [most, share] = [0, 1];
  for (const line of table.layout) {
    let end = table.widths.length;
    for (const { row, column, colSpan } of line.values.toReversed()) {
      const own = table.widths.slice(end - colSpan, end).reduce((sum, each) => sum + each, 0) / total;
      const characters = charactersIn(cellKey(table.id, row, column));
      end -= colSpan;
      if (characters / own > most / share) [most, share] = [characters, own];
    }
  }
  return `calc((${String(most)}ch + ${String(around)}px) / ${share.toFixed(4)})`;
}
