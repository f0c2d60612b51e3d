/** What two reports have in common word for word, for the reader who has to judge it (内容雷同). */
import { lettersOf } from '../similarity/letters.ts';
import { indexPieces } from '../similarity/piece-index.ts';
import { rangesOf, sharedRuns } from '../similarity/shared-passages.ts';
import { percentOf, shareOf } from '../similarity/share.ts';
import { inProse, ownProseOf, type ProseRange, type ReportProse } from './own-prose.ts';

/** A passage in both reports: the letters are the same, spaces, punctuation and figures may differ. */
export type SharedPassage = { readonly letters: number; readonly here: ProseRange; readonly there: ProseRange };

export type SharedProse = {
  /** How much of the first report's letters stand in the other one, in whole percent, rounded down. */
  readonly percent: number;
  /** In the order of the first report. */
  readonly passages: readonly SharedPassage[];
};

/**
 * Compares two reports on demand, for a screen or a printed list; passages have at least `passage` letters, the number
 * of the rule that spoke. Takes time in proportion to the texts.
 */
export function sharedProse(report: ReportProse, other: ReportProse, passage: number): SharedProse {
  const [prose, otherProse] = [ownProseOf(report), ownProseOf(other)];
  const [letters, otherLetters] = [lettersOf(prose.paragraphs), lettersOf(otherProse.paragraphs)];
  const index = indexPieces(otherLetters);
  const share = shareOf(letters, index, 0);
  const runs = sharedRuns(letters, index, passage);
  const there = rangesOf(
    otherProse.paragraphs,
    otherLetters,
    runs.map(({ otherStart, length }) => ({ start: otherStart, length })),
  );
  const passages = rangesOf(prose.paragraphs, letters, runs).flatMap((here, at) => {
    const [run, otherRange] = [runs[at], there[at]];
    if (run === undefined || otherRange === undefined) return [];
    return [{ letters: run.length, here: inProse(prose, here), there: inProse(otherProse, otherRange) }];
  });
  return { percent: share === null ? 0 : percentOf(share), passages };
}
