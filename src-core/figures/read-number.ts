/** Reads one number in a text: 2,864, 3.5万, 十二. */
import { decimalPlaces, integerDigits, toMillionths } from '../lib/exact.ts';
import { chineseNumerals, parseChineseNumber } from './chinese-number.ts';

export type ReadNumber = {
  readonly end: number;
  /** Null for digits that are no number to rely on (20,20 and the like). */
  readonly value: bigint | null;
  /** One unit in the last place that is written, in millionths, as the value is. */
  readonly step: bigint;
  readonly numerals: 'arabic' | 'chinese';
};

const arabic = /\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?/uy;
const chinese = new RegExp(`[${chineseNumerals}]{1,24}`, 'uy');
const multiples: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };
const one = 10n ** BigInt(decimalPlaces);

/** The number that begins at `at`, or null where none begins. */
export function readNumber(text: string, at: number): ReadNumber | null {
  return readArabic(text, at) ?? readChinese(text, at);
}

function readArabic(text: string, at: number): ReadNumber | null {
  arabic.lastIndex = at;
  const found = arabic.exec(text)?.[0];
  if (found === undefined) return null;
  let end = at + found.length;
  const multiple = multiples[text.charAt(end)] ?? 1n;
  if (multiple > 1n) end += 1;
  const [whole = '', fraction = ''] = found.replaceAll(/[,，]/gu, '').split('.');
  const isGrouped = /[,，]/u.test(found);
  const isSound =
    whole.length <= integerDigits &&
    fraction.length <= decimalPlaces &&
    !(isGrouped && !/^\d{1,3}[,，]/u.test(found)) &&
    !(multiple > 1n && /[\d一二三四五六七八九]/u.test(text.charAt(end)));
  const step = (one / 10n ** BigInt(Math.min(fraction.length, decimalPlaces))) * multiple;
  const value = isSound ? toMillionths(fraction === '' ? whole : `${whole}.${fraction}`) * multiple : null;
  return { end, value, step, numerals: 'arabic' };
}

function readChinese(text: string, at: number): ReadNumber | null {
  chinese.lastIndex = at;
  const found = chinese.exec(text)?.[0];
  if (found === undefined) return null;
  const number = parseChineseNumber(found);
  const multiple = multiples[found.charAt(found.length - 1)] ?? 1n;
  return { end: at + found.length, value: number === null ? null : BigInt(number) * one, step: one * multiple, numerals: 'chinese' };
}
