/** Moves between the cells of a table as they stand on paper. */
import type { CellKey } from '#core/form/cell-key.ts';

export type Lines = readonly (readonly CellKey[])[];
export type Direction = 'up' | 'down' | 'left' | 'right';
export type Place = Direction | 'row-start' | 'row-end' | 'first' | 'last';

type At = { readonly row: number; readonly column: number };

export function placeIn(lines: Lines, cell: CellKey): At | null {
  const row = lines.findIndex((line) => line.includes(cell));
  const line = lines[row];
  return line === undefined ? null : { row, column: line.indexOf(cell) };
}

/** The cell of a row; rows of other widths (table 二) are met at the nearest column. */
function cellAt(lines: Lines, row: number, column: number): CellKey | null {
  const line = lines[row];
  return line?.[Math.min(column, line.length - 1)] ?? null;
}

/** The cell at that place seen from `from`, or null beyond the edge. */
export function neighbour(lines: Lines, from: CellKey, place: Place): CellKey | null {
  const at = placeIn(lines, from);
  if (at === null) return null;
  switch (place) {
    case 'up':
      return cellAt(lines, at.row - 1, at.column);
    case 'down':
      return cellAt(lines, at.row + 1, at.column);
    case 'left':
      return lines[at.row]?.[at.column - 1] ?? null;
    case 'right':
      return lines[at.row]?.[at.column + 1] ?? null;
    case 'row-start':
      return lines[at.row]?.[0] ?? null;
    case 'row-end':
      return lines[at.row]?.at(-1) ?? null;
    case 'first':
      return lines[0]?.[0] ?? null;
    case 'last':
      return lines.at(-1)?.at(-1) ?? null;
  }
}

/** Where Ctrl and an arrow go: the end of the filled cells, or over blank ones to the next filled one, or the edge. */
export function edge(lines: Lines, from: CellKey, direction: Direction, isFilled: (cell: CellKey) => boolean): CellKey {
  let here = from;
  let next = neighbour(lines, here, direction);
  if (next === null) return here;
  const goesAlong = isFilled(here) && isFilled(next);
  while (next !== null && (!goesAlong || isFilled(next))) {
    here = next;
    if (!goesAlong && isFilled(here)) break;
    next = neighbour(lines, here, direction);
  }
  return here;
}

/** The cells between two corners, row by row. */
export function range(lines: Lines, from: CellKey, to: CellKey): Lines {
  const [one, other] = [placeIn(lines, from), placeIn(lines, to)];
  if (one === null || other === null) return [];
  const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
  const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
  return lines.slice(top, bottom + 1).map((line) => line.slice(Math.min(left, line.length - 1), right + 1));
}
