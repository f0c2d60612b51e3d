/** What a finding says of prose that repeats other prose: how much, and the longest passage, to which it is bound. */
import type { Quotation } from '../rules/finding.ts';
import type { SimilarityRule } from '../rules/similarity-rule.ts';
import type { Letters } from '../similarity/letters.ts';
import type { PieceIndex } from '../similarity/piece-index.ts';
import { rangesOf, sharedRuns } from '../similarity/shared-passages.ts';
import { percentOf, type Share } from '../similarity/share.ts';
import { inProse, type OwnProse } from './own-prose.ts';

export type ComparedProse = { readonly prose: OwnProse; readonly letters: Letters };

export type RepeatedProse = {
  readonly section: string | null;
  readonly quotation: Quotation | null;
  readonly places: { readonly percent: number; readonly passage: number; readonly count: number; readonly longest: number };
};

/**
 * Of several longest passages the first is quoted. With edits in every line no passage may be long enough to count: the
 * longest is quoted all the same.
 */
export function describeRepeated(rule: SimilarityRule, { prose, letters }: ComparedProse, other: PieceIndex, share: Share): RepeatedProse {
  const long = sharedRuns(letters, other, rule.passage);
  const runs = long.length > 0 ? long : sharedRuns(letters, other, 0);
  const [first, ...rest] = runs;
  const longest = first === undefined ? null : rest.reduce((best, run) => (run.length > best.length ? run : best), first);
  const [range] = longest === null ? [] : rangesOf(prose.paragraphs, letters, [longest]);
  const places = { percent: percentOf(share), passage: rule.passage, count: long.length, longest: longest?.length ?? 0 };
  if (range === undefined) return { section: null, quotation: null, places };
  const { section, block, start, end, text } = inProse(prose, range);
  return { section, quotation: { block, start, end, sentence: endsOf(text), words: endsOf(text) }, places };
}

const longestQuotation = 120;

/**
 * A passage or, of a long one, its beginning and its end. A passage ends where the texts differ: whoever changes a word
 * inside it moves an end, and what was explained is another passage.
 */
function endsOf(passage: string): string {
  const text = passage.replaceAll(/\s+/gu, ' ');
  const half = longestQuotation / 2;
  return text.length <= longestQuotation ? text : `${text.slice(0, half - 1)}…${text.slice(-half)}`;
}
