/** Percentages, exactly: a rate is a fraction, and what is written may be rounded half up or cut off. */
import { fromMillionths, toMillionths } from '../lib/exact.ts';

const million = 1_000_000n;

/** `count` ÷ `total` × 100, kept as a fraction. */
export type Rate = { readonly over: bigint; readonly under: bigint };

export function rateOf(count: number | string, total: number | string): Rate | null {
  const under = toMillionths(total);
  return under <= 0n ? null : { over: toMillionths(count) * 100n, under };
}

/** How much more `now` is than `before`, in per cent of it. */
export function growthOf(now: number | string, before: number | string): Rate | null {
  const under = toMillionths(before);
  return under <= 0n ? null : { over: (toMillionths(now) - under) * 100n, under };
}

/** Less than one unit in the last place away. */
export function isWritten(rate: Rate, stated: bigint, step: bigint): boolean {
  const difference = rate.over * million - stated * rate.under;
  const size = difference < 0n ? -difference : difference;
  return size < step * rate.under;
}

/** Rounded half up to the last place that was written. */
export function roundRate(rate: Rate, step: bigint): number | string {
  const isNegative = rate.over < 0n;
  const over = (isNegative ? -rate.over : rate.over) * million;
  const places = (2n * over + rate.under * step) / (2n * rate.under * step);
  return fromMillionths((isNegative ? -1n : 1n) * places * step);
}
