/** A text as numbered lines; a line may be the row of a grid. */
import type { GridCell } from './document/document.ts';
import { rememberTexts } from './remember.ts';

export type GridRow = {
  readonly cells: readonly GridCell[];
  /** See `Grid.counted`. */
  readonly counted: boolean;
};

/** `raw` is the line as it stands (tabs and bars included), without its line break. */
export type Line = {
  readonly number: number;
  readonly raw: string;
  readonly row?: GridRow;
  /** Where it stands in its file, where lines are not what people count in: `表三` or `表三!5`. */
  readonly source?: string;
  /** True for a picture, which has no words. */
  readonly isPicture?: true;
};

export function splitLines(text: string): readonly Line[] {
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u)
    .map((raw, index) => ({ number: index + 1, raw }));
}

/** The words of a line: without the bars, tabs and heading marks that extraction from tables and web pages leaves around them. */
export function proseOf(line: Line): string {
  return wordsOf(line.raw);
}

const wordsOf = rememberTexts((raw) =>
  raw
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/^\s*\|/u, '')
    .replace(/\|\s*$/u, '')
    .trim()
    .replace(/^#{1,6}\s+/u, ''),
);
