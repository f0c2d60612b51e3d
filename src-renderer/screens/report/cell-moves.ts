/** Moves between the cells of a table as they stand on paper. */
import { cellKey, type CellKey } from '#core/form/cell-key.ts';
import type { FormTable } from '#core/form/edition.ts';

export type Direction = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd';

/** The cell beside `from`, or null at the edge. Rows of other widths (table 二) are met at the nearest column. */
export function neighbour(table: FormTable, from: CellKey, direction: Direction): CellKey | null {
  const lines = table.layout
    .map((line) => line.values.map((value) => cellKey(table.id, value.row, value.column)))
    .filter((line) => line.length > 0);
  const row = lines.findIndex((line) => line.includes(from));
  const line = lines[row];
  if (line === undefined) return null;
  const column = line.indexOf(from);
  const at = (target: readonly CellKey[] | undefined, index: number): CellKey | null =>
    target?.[Math.min(index, target.length - 1)] ?? null;
  switch (direction) {
    case 'up':
      return at(lines[row - 1], column);
    case 'down':
      return at(lines[row + 1], column);
    case 'left':
      return line[column - 1] ?? null;
    case 'right':
      return line[column + 1] ?? null;
    case 'rowStart':
      return line[0] ?? null;
    case 'rowEnd':
      return line.at(-1) ?? null;
  }
}
