/** Reads figures: a number with a unit that counts something. */
import { approximateAfter, approximateBefore, countsNothing, countsRoughly } from './grammar-words.ts';
import { endOfNumber, numberWithin, valueOfNumber, type WrittenNumber } from './read-number.ts';

export type Quantity = {
  /** The number without its unit, as it stands in the text: what a screen underlines and may bind. */
  readonly start: number;
  readonly end: number;
  /** In millionths; 万元 and 亿元 are counted in 元. */
  readonly value: bigint;
  readonly step: bigint;
  readonly unit: string;
  readonly numerals: WrittenNumber['numerals'];
  readonly isExact: boolean;
};

export type ReadQuantity = { readonly end: number; readonly quantity: Quantity | null };

/** Words by the code of their first character, the longest first: 万次 is not 次. */
export type WordsByFirst = ReadonlyMap<number, readonly string[]>;
export type Units = WordsByFirst;

export function wordsByFirst(words: Iterable<string>): WordsByFirst {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const codeOf = (word: string) => word.charCodeAt(0);
  return new Map(longestFirst.map((word) => [codeOf(word), longestFirst.filter((each) => codeOf(each) === codeOf(word))]));
}

function wordAt(words: WordsByFirst, text: string, at: number): string | undefined {
  return words.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at));
}

const roundly = wordsByFirst(approximateAfter);
const bracket = '('.charCodeAt(0);
const closingBracket = ')'.charCodeAt(0);

/** Whether a unit stands where a number has ended, perhaps behind a bracket and a word that makes it rough. */
export function mayEndFigure(text: string, at: number, units: Units): boolean {
  return isUnitAt(text, at, units) || (text.charCodeAt(at) === closingBracket && isUnitAt(text, at + 1, units));
}

function isUnitAt(text: string, at: number, units: Units): boolean {
  return wordAt(units, text, at + (wordAt(roundly, text, at)?.length ?? 0)) !== undefined;
}

/** How far around a number its surroundings matter. */
const surroundings = 4;

/**
 * The number at `at` (or in brackets that begin there, as 「(22)条」), with one of the units. A number that counts nothing
 * (without a unit, an ordinal, a range) has no quantity, but an end to go on from. Null where no number begins.
 */
export function readQuantity(text: string, at: number, units: Units): ReadQuantity | null {
  const isBracketed = text.charCodeAt(at) === bracket;
  const start = isBracketed ? at + 1 : at;
  const numberEnd = endOfNumber(text, start);
  if (numberEnd === start) return null;
  let next = numberEnd;
  if (isBracketed) {
    if (text.charAt(next) !== ')') return null;
    next += 1;
  }
  const more = wordAt(roundly, text, next);
  const unitAt = next + (more?.length ?? 0);
  const unit = wordAt(units, text, unitAt);
  if (unit === undefined) return isBracketed ? null : { end: numberEnd, quantity: null };
  const end = unitAt + unit.length;
  const before = text.slice(Math.max(0, at - surroundings), at);
  const number = numberWithin(text, start, numberEnd);
  const { numerals } = number;
  const isRate = text.charAt(end) === '/' || (unit !== '次' && text.charAt(end) === '次');
  const isRough = numerals === 'chinese' && /[十百千万]/u.test(text.charAt(start)) && countsRoughly.test(before);
  if (isRate || isRough || countsNothing.test(before)) return { end, quantity: null };
  const { value, step } = valueOfNumber(number, text.charAt(numberEnd));
  if (value === null) return { end, quantity: null };
  const isExact = more === undefined && !approximateBefore.test(before) && wordAt(roundly, text, end) === undefined;
  return { end, quantity: { start, end: numberEnd, value, step, unit, numerals, isExact } };
}
