/** A block of cells as another program put it on the clipboard. */
import type { RawCell } from '../intake/document/document.ts';
import { placeCells } from '../intake/document/place-cells.ts';

/** A cell where it stands; `column` counts from 0, and a merged cell takes `colSpan` columns. */
export type BlockCell = { readonly text: string; readonly column: number; readonly colSpan: number };

/** Row by row; rows need not be of one length, and places that a merged cell covers have no cell. */
export type Block = readonly (readonly BlockCell[])[];

/** The cells of an HTML table, as spreadsheets and Word put it on the clipboard. */
export function blockOfCells(rows: readonly (readonly RawCell[])[]): Block {
  return placeCells(rows).map((row) => row.map(({ text, column, colSpan }) => ({ text, column, colSpan })));
}

/**
 * Tab-separated text. A cell with a tab, a line break or a quote stands in quotes, in which quotes are doubled; a quote
 * that is never closed is a letter like any other. One line break at the end ends the last row and begins no other.
 */
export function blockOfText(text: string): Block {
  const plain = text.replaceAll(/\r\n?/gu, '\n').replace(/\n$/u, '');
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/uy;
  for (let at = 0; at <= plain.length; at += 1) {
    cell.lastIndex = at;
    const match = cell.exec(plain);
    const [whole = '', quoted] = match ?? [];
    rows.at(-1)?.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (plain[at] === '\n') rows.push([]);
  }
  return rows.map((row) => row.map((each, column) => ({ text: each, column, colSpan: 1 })));
}

/** How many cells there are, blank ones included. */
export function sizeOf(block: Block): number {
  return block.reduce((sum, row) => sum + row.length, 0);
}
