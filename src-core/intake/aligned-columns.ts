/** Where the words of a text stand in its lines, and the columns that they form: texts that keep their columns apart by spaces. */
import type { Sheet } from './tokens.ts';

/** One word, `index` being the place of its token; `from` and `end` (not part of it) count in the measure of the columns. */
export type Spot = { readonly text: string; readonly index: number; readonly line: number; readonly from: number; readonly end: number };
export type Span = { readonly from: number; readonly end: number };

/** How far right a letter stands. */
export type Measure = (text: string) => number;

/** Programs that take text out of PDF files count letters; those that print with fixed widths count a Chinese one as two. */
export const measures: readonly Measure[] = [
  (text) => text.length,
  (text) => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2000' ? 2 : 1), 0),
];

/** The words of each line by their tokens' places; lines with bars or tabs have columns of their own and are left out. */
export function spotsOf({ tokens, lines }: Sheet, measure: Measure): ReadonlyMap<number, readonly Spot[]> {
  const raws = new Map(lines.filter((line) => line.row === undefined && !/[\t|]/u.test(line.raw)).map((line) => [line.number, line.raw]));
  const spots = new Map<number, Spot[]>();
  const behind = new Map<number, number>();
  for (const [index, { kind, line, text }] of tokens.entries()) {
    const raw = raws.get(line);
    if (kind !== 'cell' || raw === undefined) continue;
    for (const word of text.split(/\s+/u)) {
      const at = raw.indexOf(word, behind.get(line) ?? 0);
      if (at < 0) continue;
      behind.set(line, at + word.length);
      const own = spots.get(line) ?? [];
      spots.set(line, own);
      own.push({ text: word, index, line, from: measure(raw.slice(0, at)), end: measure(raw.slice(0, at + word.length)) });
    }
  }
  return spots;
}

/** Words that stand below each other make a column; from left to right. */
export function columnsOf(spans: readonly Span[]): readonly Span[] {
  const columns: { from: number; end: number }[] = [];
  for (const { from, end } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = columns.at(-1);
    if (last !== undefined && from < last.end) last.end = Math.max(last.end, end);
    else columns.push({ from, end });
  }
  return columns;
}

/** The column that a word stands in; -1 for none. */
export function columnAt(columns: readonly Span[], { from, end }: Span): number {
  return columns.findIndex((column) => from < column.end && column.from < end);
}
