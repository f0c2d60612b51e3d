/** Which cells stand side by side or one above the other on the printed form. */
import type { CellKey } from '../form/cell-key.ts';
import { cellKey } from '../form/cell-key.ts';
import type { FormTable } from '../form/edition.ts';
import type { Form } from '../form/form.ts';

export type Neighbours = ReadonlyMap<CellKey, readonly CellKey[]>;

export function findNeighbours(form: Form): Neighbours {
  return new Map(form.edition.tables.flatMap((table) => neighboursIn(table)));
}

function neighboursIn(table: FormTable): readonly (readonly [CellKey, readonly CellKey[]])[] {
  const lines = table.layout.map((line) => line.values.map(({ row, column }) => ({ key: cellKey(table.id, row, column), column })));
  return lines.flatMap((line, index) =>
    line.map(({ key, column }, place) => {
      const around = [line[place - 1], line[place + 1]];
      for (const other of [lines[index - 1], lines[index + 1]]) around.push(other?.find((each) => each.column === column));
      return [key, around.flatMap((each) => each?.key ?? [])] as const;
    }),
  );
}
