/** Cell keys: `table.row.column` (contracts.md 1). */
export type CellKey = `${string}.${string}.${string}`;

const cellKeyPattern = /^[a-zA-Z0-9]+\.[a-zA-Z0-9]+\.[a-zA-Z0-9]+$/u;

export function cellKey(table: string, row: string, column: string): CellKey {
  return `${table}.${row}.${column}`;
}

/** True for text of the form of a cell key; whether such a cell exists is the edition's to say. */
export function isCellKey(text: string): text is CellKey {
  return cellKeyPattern.test(text);
}
