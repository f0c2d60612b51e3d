/** Reads one number in a text: 2,864, 3.5万, 十二. */
import { decimalPlaces, integerDigits, toMillionths } from '../lib/exact.ts';
import { chineseNumerals, parseChineseNumber } from './chinese-number.ts';

/** How a number is written; what it is worth is worked out only where it counts something. */
export type WrittenNumber = { readonly text: string; readonly end: number; readonly numerals: 'arabic' | 'chinese' };

export type NumberValue = {
  /** Null for digits that are no number to rely on (20,20 and the like). */
  readonly value: bigint | null;
  /** One unit in the last place that is written, in millionths, as the value is. */
  readonly step: bigint;
};

const arabic = /\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?[万亿]?/uy;
/** The characters with which a number may begin. */
export const numberBeginnings = `0123456789${chineseNumerals}`;
/** What goes on a number behind its first digits. */
const goesOn = new Set(Array.from(',，.万亿', (each) => each.charCodeAt(0)));
/** By character code, 1 for digits and numerals. */
const numberCodes = new Uint8Array(0x10000);
for (const each of numberBeginnings) numberCodes[each.charCodeAt(0)] = 1;
const longestNumeral = 24;
const multiples: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };
const one = 10n ** BigInt(decimalPlaces);
/** By the number of places that are written. */
const steps = Array.from({ length: decimalPlaces + 1 }, (_, places) => one / 10n ** BigInt(places));

/** Where the number ends that begins at `at`; `at` itself where none begins. Most numerals count nothing: their end is enough. */
export function endOfNumber(text: string, at: number): number {
  if (isDigit(text.charCodeAt(at))) {
    let digits = at + 1;
    while (isDigit(text.charCodeAt(digits))) digits += 1;
    if (!goesOn.has(text.charCodeAt(digits))) return digits;
    arabic.lastIndex = at;
    return arabic.test(text) ? arabic.lastIndex : at;
  }
  let end = at;
  while (end < at + longestNumeral && isNumeral(text.charCodeAt(end)) && !isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** The number from `at` to `end`, which `endOfNumber` gave. */
export function numberWithin(text: string, at: number, end: number): WrittenNumber {
  return { text: text.slice(at, end), end, numerals: isDigit(text.charCodeAt(at)) ? 'arabic' : 'chinese' };
}

/** What the number is worth; `after` is the character that follows it. */
export function valueOfNumber({ text, numerals }: WrittenNumber, after: string): NumberValue {
  return numerals === 'arabic' ? valueOfArabic(text, after) : valueOfChinese(text);
}

function valueOfArabic(written: string, after: string): NumberValue {
  const plain = Number(written);
  if (written.length <= integerDigits && Number.isSafeInteger(plain) && !written.includes('.'))
    return { value: BigInt(plain) * one, step: one };
  const multiple = multiples[written.charAt(written.length - 1)] ?? 1n;
  const digits = multiple > 1n ? written.slice(0, -1) : written;
  const isGrouped = /[,，]/u.test(digits);
  const [whole = '', fraction = ''] = (isGrouped ? digits.replaceAll(/[,，]/gu, '') : digits).split('.');
  const isSound =
    whole.length <= integerDigits &&
    fraction.length <= decimalPlaces &&
    (!isGrouped || /^\d{1,3}[,，]/u.test(digits)) &&
    !(multiple > 1n && /[\d一二三四五六七八九]/u.test(after));
  const step = (steps[fraction.length] ?? 1n) * multiple;
  const millionths = () => toMillionths(fraction === '' ? Number(whole) : `${whole}.${fraction}`);
  return { value: isSound ? millionths() * multiple : null, step };
}

function valueOfChinese(written: string): NumberValue {
  const number = parseChineseNumber(written);
  const multiple = multiples[written.charAt(written.length - 1)] ?? 1n;
  return { value: number === null ? null : BigInt(number) * one, step: one * multiple };
}

/** A digit, or a Chinese numeral. */
export function isNumeral(code: number): boolean {
  return numberCodes[code] === 1;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
