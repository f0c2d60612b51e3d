/** Gives the cells of a grid their columns: cells that reach down from above push those of later rows to the right. */
import type { GridCell, RawCell } from './document.ts';

type Open = { readonly column: number; readonly colSpan: number; readonly rows: number };

/** Spans beyond these are a mistake or an attack; no statutory table comes near them. */
const mostColumns = 400;
const mostRows = 5_000;
/** Cells so far to the right cover nothing below them: else rows of spans would push each other without end. */
const farthest = 2_000;

/** The apostrophe that makes a number a text is no part of it. */
const textMark = /^\s*['‘’](?=[+\-−－–]?[\d０-９])/u;

/** Row by row, the cells of a grid with their columns. */
export function placeCells(rows: readonly (readonly RawCell[])[]): readonly (readonly GridCell[])[] {
  let open: readonly Open[] = [];
  return rows.map((row) => {
    const taken = new Set<number>();
    for (const each of open) for (let column = each.column; column < each.column + each.colSpan; column += 1) taken.add(column);
    const placed: GridCell[] = [];
    let column = 0;
    for (const cell of row) {
      while (taken.has(column)) column += 1;
      const { address } = cell;
      const text = cell.text.replace(textMark, '');
      const colSpan = Math.max(1, Math.min(cell.colSpan, mostColumns));
      placed.push({ text, address, colSpan, rowSpan: Math.max(1, Math.min(cell.rowSpan, mostRows)), column });
      column += colSpan;
    }
    const added = placed.filter((cell) => cell.rowSpan > 1 && cell.column < farthest);
    open = [...open, ...added.map((cell): Open => ({ column: cell.column, colSpan: cell.colSpan, rows: cell.rowSpan }))].flatMap((each) =>
      each.rows > 1 ? [{ ...each, rows: each.rows - 1 }] : [],
    );
    return placed;
  });
}
