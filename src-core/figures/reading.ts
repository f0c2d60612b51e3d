/** What the prose says at one place, and whether the tables say the same. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Operand } from '../rules/finding.ts';
import type { FlatRule } from './flat-rule.ts';
import type { Range } from './passage.ts';
import type { Sum } from './sums.ts';

/** `start` and `end` are places in the plain text of the block, as `plainText` with `showFigureOf` gives it. */
export type Place = { readonly section: string; readonly block: number; readonly start: number; readonly end: number };

/**
 * `agrees`; `differs`; `narrower`: smaller, and the sentence seems to speak of the office alone; `open`: the cells,
 * or last year's, are blank; `bound`: the figure shows its cell and cannot differ.
 */
export type Verdict = 'agrees' | 'differs' | 'narrower' | 'open' | 'bound';

export type Reading = {
  readonly rule: FlatRule;
  readonly verdict: Verdict;
  readonly place: Place;
  /** The sentence, and around it at most 120 characters of a long one. */
  readonly sentence: string;
  /** The sentence shortened to about 40 characters around the figure. */
  readonly quote: string;
  /** As it is written: `2,864`, `4.34`, `未收到…申请`. */
  readonly figure: string;
  /** The cells of the alternative that agrees, else of the first. */
  readonly cells: readonly CellKey[];
  readonly operands: readonly Operand[];
  /** The figure as a number; what it should be; the other sums that would do. */
  readonly left: CellValue;
  readonly right: CellValue;
  readonly others: readonly CellValue[];
  /** The other sentence of the prose that it is compared with (P-17, P-21), around its words at most 120 characters. */
  readonly against: string | null;
  /** What the table calls it; joined families by all their names. */
  readonly name: Bilingual;
};

/** A reading in the coordinates of its passage, before it is put into its place and the arithmetic is written out. */
export type PassageReading = Omit<Reading, 'place' | 'sentence' | 'quote' | 'figure' | 'cells' | 'operands'> & {
  readonly words: Range;
  readonly sentence: Range;
  /** What the tables say; null for readings that compare the prose with itself. */
  readonly sum: Sum | null;
  /** For percentages what they are of. */
  readonly counted: Sum | null;
  /** The sum is of last year's report. */
  readonly isPrior: boolean;
};

/** For readings that compare the prose with itself. */
export const ofProseAlone = { sum: null, counted: null, isPrior: false, others: [], against: null, name: { zh: '', en: '' } } as const;
