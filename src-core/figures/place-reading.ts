/** Puts a reading into its place in the plain text, with the sentence around it and the arithmetic behind it. */
import { excerpt, longestSentence } from './excerpt.ts';
import { sourceAt, type Passage } from './passage.ts';
import type { PassageReading, Place, Reading } from './reading.ts';
import { cellsOf, operandsOf } from './sums.ts';

const longestQuote = 40;

export function placeReading(passage: Passage, { section, block }: Pick<Place, 'section' | 'block'>, reading: PassageReading): Reading {
  const { words, sentence, sum, counted, isPrior } = reading;
  // A place ends after its last character, not before the next one: white space may lie between.
  const place = { section, block, start: sourceAt(passage, words.start), end: sourceAt(passage, words.end - 1) + 1 };
  const around = { start: sourceAt(passage, sentence.start), end: sourceAt(passage, sentence.end) };
  const sums = [counted, isPrior ? null : sum].filter((each) => each !== null);
  // Field by field: to leave some of them out of a copy takes several times as long.
  return {
    rule: reading.rule,
    verdict: reading.verdict,
    left: reading.left,
    right: reading.right,
    others: reading.others,
    against: reading.against,
    name: reading.name,
    cells: [...new Set(sums.flatMap(cellsOf))],
    operands: sum === null ? [] : operandsOf(sum, isPrior),
    place,
    sentence: excerpt(passage.source, around, place, longestSentence),
    quote: excerpt(passage.source, around, place, longestQuote),
    figure: passage.source.slice(place.start, place.end),
  };
}
