/**
 * Exact arithmetic on cell values: integers, and decimals kept as text with up to six places
 * (contracts.md 1). Inside, a decimal is an integer count of millionths; no binary fraction ever appears.
 */

/** A cell's value: an integer, a decimal as text, or null for blank. Blank is not zero. */
export type CellValue = number | string | null;

export const decimalPlaces = 6;
/** Integers beyond 15 digits are refused at the door: every integer that is entered is exact as a JavaScript number. */
export const integerDigits = 15;
/** Totals of such integers may be longer; beyond the exact JavaScript numbers they are kept as text. */
export const totalDigits = 18;

const scale = 10n ** BigInt(decimalPlaces);
const decimalPattern = /^(-?)(\d+)(?:\.(\d{1,6}))?$/u;

/** True for text such as `866534.00` or `-3.5`: at most 15 digits before (18 for totals) and 6 after the point. */
export function isDecimalText(text: string, digits: number = integerDigits): boolean {
  const whole = decimalPattern.exec(text)?.[2];
  return whole !== undefined && whole.length <= digits;
}

/** Millionths of a value. @throws Error when the text is no decimal (a bug: values are decoded at the door). */
export function toMillionths(value: number | string): bigint {
  if (typeof value === 'number') return BigInt(value) * scale;
  const match = decimalPattern.exec(value);
  if (match === null) throw new Error(`not a decimal: ${value}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction.padEnd(decimalPlaces, '0'));
  return sign === '-' ? -digits : digits;
}

/** The shortest cell value for a count of millionths: a number when it is a safe integer, else decimal text. */
export function fromMillionths(millionths: bigint): number | string {
  const negative = millionths < 0n;
  const size = negative ? -millionths : millionths;
  const whole = size / scale;
  const fraction = (size % scale).toString().padStart(decimalPlaces, '0').replace(/0+$/u, '');
  if (fraction === '' && whole <= BigInt(Number.MAX_SAFE_INTEGER)) {
    return negative ? -Number(whole) : Number(whole);
  }
  return `${negative ? '-' : ''}${whole.toString()}${fraction === '' ? '' : `.${fraction}`}`;
}

/** True when the value is a whole number, however it is written (`3`, `"3.00"`). */
export function isWhole(value: number | string): boolean {
  return typeof value === 'number' ? Number.isInteger(value) : toMillionths(value) % scale === 0n;
}

/** Σ coefficient × value over the values that are not blank; null when every one is blank. */
export function sumExact(terms: readonly { readonly coefficient: number; readonly value: CellValue }[]): CellValue {
  let whole = 0;
  let millionths: bigint | null = null;
  let seen = false;
  for (const { coefficient, value } of terms) {
    if (value === null) continue;
    seen = true;
    if (typeof value === 'number' && millionths === null) {
      const product: number = coefficient * value;
      const next: number = whole + product;
      if (Number.isSafeInteger(product) && Number.isSafeInteger(next)) {
        whole = next;
        continue;
      }
    }
    millionths = (millionths ?? toMillionths(whole)) + BigInt(coefficient) * toMillionths(value);
  }
  if (!seen) return null;
  return millionths === null ? whole : fromMillionths(millionths);
}

/** −1, 0 or 1, as `left` is below, equal to or above `right`; `3` and `"3.00"` are equal. */
export function compareExact(left: number | string, right: number | string): -1 | 0 | 1 {
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0;
  const difference = toMillionths(left) - toMillionths(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The same value as a reader sees it: both blank, or both equal numbers. */
export function sameValue(left: CellValue, right: CellValue): boolean {
  if (left === null || right === null) return left === right;
  return compareExact(left, right) === 0;
}

/** A value for people: thousands separators, a true minus sign, decimals as they were given. */
export function formatExact(value: CellValue, blank = ''): string {
  if (value === null) return blank;
  // what needs no mark
  if (typeof value === 'number' && value >= 0 && value < 1000) return String(value);
  const text = String(value);
  const negative = text.startsWith('-');
  const [whole = '', fraction] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return `${negative ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
