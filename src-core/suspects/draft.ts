/** A cause while it is still being worked out: with all its repairs and what explains them. */
import type { RankedRepair } from './rank.ts';
import type { Footing } from './repair.ts';

export type Draft = {
  readonly footing: Footing;
  /** Best first; never empty. */
  readonly ranked: readonly [RankedRepair, ...RankedRepair[]];
  readonly count: number;
  readonly size: number;
  readonly isSmallest: boolean;
};

/** Null for no repairs at all. */
export function makeDraft(ranked: readonly RankedRepair[], rest: Omit<Draft, 'ranked' | 'count'>): Draft | null {
  const [first, ...others] = ranked;
  return first === undefined ? null : { ...rest, ranked: [first, ...others], count: ranked.length };
}
