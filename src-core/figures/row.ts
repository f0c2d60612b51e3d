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
  /** A mark ends where the next one begins; behind the last one stands its end. */
  starts: Int32Array;
  /** How many brackets are open at each mark. */
  depths: Int32Array;
  /** How many of them are to be noticed, and their places in order: all others only fill the gaps between those. */
  noticed: number;
  notices: Int32Array;
};

export function newRow(): Row {
  const room = 1024;
  const numbers = () => new Int32Array(room);
  return { length: 0, marks: [], starts: numbers(), depths: numbers(), noticed: 0, notices: numbers() };
}

export function empty(row: Row): void {
  row.length = 0;
  row.noticed = 0;
  row.starts[0] = 0;
}

/** Puts a mark behind the others; it begins where they end. */
export function put(row: Row, mark: Mark, end: number, depth: number): void {
  const at = row.length;
  const next = at + 1;
  if (next === row.starts.length) makeRoom(row);
  row.marks[at] = mark;
  row.starts[next] = end;
  row.depths[at] = depth;
  row.length = next;
}

/** Puts one that is to be noticed. */
export function putNotice(row: Row, mark: Mark, end: number, depth: number): void {
  row.notices[row.noticed] = row.length;
  row.noticed += 1;
  put(row, mark, end, depth);
}

function makeRoom(row: Row): void {
  row.starts = twice(row.starts);
  row.depths = twice(row.depths);
  row.notices = twice(row.notices);
}

function twice(small: Int32Array): Int32Array {
  const large = new Int32Array(small.length * 2);
  large.set(small);
  return large;
}

export function startOf({ starts }: Row, index: number): number {
  return starts[index] ?? 0;
}

export function endOf({ starts }: Row, index: number): number {
  return starts[index + 1] ?? 0;
}

/** The place among the marks of the `each`-th that is to be noticed. */
export function noticeAt({ notices }: Row, each: number): number {
  return notices[each] ?? 0;
}

export function depthOf({ depths }: Row, index: number): number {
  return depths[index] ?? 0;
}
