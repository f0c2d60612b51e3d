/**
 * The marks of a passage in a row: what each is, and beside it where it stands. Words, signs and unknown runs are the same
 * objects each time, and one row is used for passage after passage: a thousand marks of their own for every report would be
 * most of what reading it leaves behind.
 */
import type { LexiconWord } from './lexicon.ts';
import type { Range } from './passage.ts';
import type { Quantity } from './quantity.ts';

export type Sign =
  /** `clause` ，  `part` ；  `sentence` 。 */
  | { readonly kind: 'stop'; readonly sign: 'clause' | 'part' | 'sentence' }
  | { readonly kind: 'bracket'; readonly sign: 'open' | 'close' }
  /** 、 ： and quotation marks part nothing. */
  | { readonly kind: 'pause'; readonly sign: 'joint' | 'other' };

/** A figure keeps its place: it is spoken of when the row has long become another passage's. */
export type Figure = Range & {
  readonly kind: 'quantity';
  readonly depth: number;
  readonly quantity: Quantity;
  readonly isBound: boolean;
};

export type Year = { readonly kind: 'year'; readonly year: number; readonly isTitled: boolean };

export type Mark = LexiconWord | Figure | Year | Sign | { readonly kind: 'unknown'; readonly sign: null };

export type Row = {
  /** How many marks there are; behind them stands what is left of passages before. */
  length: number;
  readonly marks: Mark[];
  starts: Int32Array;
  ends: Int32Array;
  /** How many brackets are open at each mark. */
  depths: Int32Array;
};

export function newRow(): Row {
  const room = 1024;
  return { length: 0, marks: [], starts: new Int32Array(room), ends: new Int32Array(room), depths: new Int32Array(room) };
}

export function put(row: Row, mark: Mark, start: number, end: number, depth: number): void {
  const at = row.length;
  if (at === row.starts.length) makeRoom(row);
  row.marks[at] = mark;
  row.starts[at] = start;
  row.ends[at] = end;
  row.depths[at] = depth;
  row.length = at + 1;
}

function makeRoom(row: Row): void {
  row.starts = twice(row.starts);
  row.ends = twice(row.ends);
  row.depths = twice(row.depths);
}

function twice(small: Int32Array): Int32Array {
  const large = new Int32Array(small.length * 2);
  large.set(small);
  return large;
}

export function startOf({ starts }: Row, index: number): number {
  return starts[index] ?? 0;
}

export function endOf({ ends }: Row, index: number): number {
  return ends[index] ?? 0;
}

export function depthOf({ depths }: Row, index: number): number {
  return depths[index] ?? 0;
}
