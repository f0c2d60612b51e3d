/** The value cells of a table line by line, as they stand on paper; lines of labels alone are left out. */
import { cellKey, type CellKey } from './cell-key.ts';
import type { FormTable } from './edition.ts';

const known = new WeakMap<FormTable, readonly (readonly CellKey[])[]>();

/** Tables are never changed, so it is worked out once. */
export function valueLines(table: FormTable): readonly (readonly CellKey[])[] {
  const done = known.get(table);
  if (done !== undefined) return done;
  const lines = table.layout
    .map((line) => line.values.map((value) => cellKey(table.id, value.row, value.column)))
    .filter((line) => line.length > 0);
  known.set(table, lines);
  return lines;
}
