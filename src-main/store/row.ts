/** Columns of rows by their type; STRICT tables vouch for it, so another type is a bug. */
import type { Row } from './sql-engine.ts';

export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} is no text`);
  return value;
}

export function textOrNullIn(row: Row, column: string): string | null {
  return row[column] === null ? null : textIn(row, column);
}

export function integerIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error(`column ${column} is no integer`);
  return value;
}

export function bytesIn(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} is no bytes`);
  return value;
}

/** A word of a closed set. */
export function wordIn<W extends string>(row: Row, column: string, words: readonly W[]): W {
  const text = textIn(row, column);
  const word = words.find((each) => each === text);
  if (word === undefined) throw new Error(`column ${column} has no known word: ${text}`);
  return word;
}
