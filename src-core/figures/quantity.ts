/** Reads figures: a number with a unit that counts something. */
import { approximateAfter, approximateBefore, countsNothing, countsRoughly } from './grammar-words.ts';
import { readNumber, type ReadNumber } from './read-number.ts';

export type Quantity = {
  /** The number without its unit, as it stands in the text: what a screen underlines and may bind. */
  readonly start: number;
  readonly end: number;
  /** In millionths; 万元 and 亿元 are counted in 元. */
  readonly value: bigint;
  readonly step: bigint;
  readonly unit: string;
  readonly numerals: ReadNumber['numerals'];
  readonly isExact: boolean;
};

export type ReadQuantity = { readonly end: number; readonly quantity: Quantity | null };

/** How far around a number its surroundings matter. */
const surroundings = 4;

/**
 * The number at `at` (or in brackets that begin there, as 「(22)条」), with one of the units. A number that counts nothing
 * (without a unit, an ordinal, a range) has no quantity, but an end to go on from. Null where no number begins.
 */
export function readQuantity(text: string, at: number, units: readonly string[]): ReadQuantity | null {
  const isBracketed = text.charAt(at) === '(';
  const start = isBracketed ? at + 1 : at;
  const number = readNumber(text, start);
  if (number === null) return null;
  let next = number.end;
  if (isBracketed) {
    if (text.charAt(next) !== ')') return null;
    next += 1;
  }
  const more = approximateAfter.find((word) => text.startsWith(word, next));
  const unitAt = next + (more?.length ?? 0);
  const unit = units.find((each) => text.startsWith(each, unitAt));
  if (unit === undefined) return isBracketed ? null : { end: number.end, quantity: null };
  const end = unitAt + unit.length;
  const before = text.slice(Math.max(0, at - surroundings), at);
  const isRate = text.charAt(end) === '/' || (unit !== '次' && text.charAt(end) === '次');
  const isRough = number.numerals === 'chinese' && /[十百千万]/u.test(text.charAt(start)) && countsRoughly.test(before);
  if (number.value === null || isRate || isRough || countsNothing.test(before)) return { end, quantity: null };
  const isExact =
    more === undefined &&
    !approximateBefore.some((word) => before.endsWith(word)) &&
    !approximateAfter.some((word) => text.startsWith(word, end));
  return { end, quantity: { start, end: number.end, value: number.value, step: number.step, unit, numerals: number.numerals, isExact } };
}
