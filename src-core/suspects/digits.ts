/** Slips of the hand that turn one whole number into another: transposed, dropped, doubled and wrong digits. */
import type { Pattern } from './repair.ts';

export type Slip = {
  readonly pattern: Pattern;
  /** How surprising it is, in bits: what such a slip costs, and how many ways there were to make it. */
  readonly bits: number;
};

/** The least surprising slip by which `belongs` became `stands`, or null. Both in millionths. */
export function explainSlip(stands: bigint, belongs: bigint): Slip | null {
  if (stands === 0n || stands === belongs) return null;
  if (stands === -belongs) return { pattern: 'sign', bits: 1 };
  if (stands === belongs * 10n) return { pattern: 'timesTen', bits: 2 };
  if (belongs === stands * 10n) return { pattern: 'tenth', bits: 3 };
  const [wrong, right] = [digitsOf(stands), digitsOf(belongs)];
  if (wrong === null || right === null) return null;
  const slips: Slip[] = [];
  if (isTransposed(wrong, right)) slips.push({ pattern: 'transposition', bits: 2 + Math.log2(Math.max(1, right.length - 1)) });
  for (const rest of withoutOne(right)) {
    // a figure that would begin with a zero is seldom left standing like that
    const leadingZero = rest.length > wrong.length ? 3 : 0;
    if (BigInt(rest) === BigInt(wrong)) slips.push({ pattern: 'droppedDigit', bits: 2.5 + Math.log2(right.length) + leadingZero });
  }
  if (withOneDoubled(right).includes(wrong)) slips.push({ pattern: 'doubledDigit', bits: 3 + Math.log2(right.length) });
  if (differInOne(wrong, right)) slips.push({ pattern: 'oneDigit', bits: 6 + Math.log2(9 * right.length) });
  return slips.sort((one, other) => one.bits - other.bits)[0] ?? null;
}

function digitsOf(millionths: bigint): string | null {
  return millionths < 0n || millionths % 1_000_000n !== 0n ? null : String(millionths / 1_000_000n);
}

/** `01` for `10` was read as 1. */
function isTransposed(wrong: string, right: string): boolean {
  const padded = wrong.padStart(right.length, '0');
  if (padded.length !== right.length) return false;
  const first = Array.from(right).findIndex((digit, place) => digit !== padded[place]);
  return padded === `${right.slice(0, first)}${right[first + 1] ?? ''}${right[first] ?? ''}${right.slice(first + 2)}`;
}

function withoutOne(digits: string): readonly string[] {
  if (digits.length === 1) return [];
  return Array.from(digits, (_, place) => digits.slice(0, place) + digits.slice(place + 1));
}

function withOneDoubled(digits: string): readonly string[] {
  return Array.from(digits, (digit, place) => digits.slice(0, place) + digit + digits.slice(place));
}

function differInOne(wrong: string, right: string): boolean {
  return wrong.length === right.length && Array.from(right).filter((digit, place) => digit !== wrong[place]).length === 1;
}
