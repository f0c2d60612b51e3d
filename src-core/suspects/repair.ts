/** What localisation finds: causes of broken sums, and for each the smallest repairs, best first. */
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';

/** How the value that stands in a cell may have come from the one that belongs there. */
export const patterns = [
  'transposition',
  'droppedDigit',
  'doubledDigit',
  'timesTen',
  'tenth',
  'sign',
  'neighbour',
  'swap',
  'statedTotal',
  'priorYear',
  'oneDigit',
  'none',
] as const;
export type Pattern = (typeof patterns)[number];

/** `likely`: the sums leave no other repair as small, or none as well explained. `possible`: others fit as well. */
export type Certainty = 'likely' | 'possible';

export type Change = { readonly cell: CellKey; readonly value: number | string; readonly pattern: Pattern };

/** Changes that belong together: applied with `applyEdits`, they mend every sum of their cause. */
export type Repair = { readonly changes: readonly Change[]; readonly certainty: Certainty };

/**
 * Whether the totals speak for themselves. `stated`: a total of the table differs from its parts, so that every figure
 * may be the wrong one. `computed`: all totals agree, as always in this program; they follow the entered cells.
 */
export type Footing = 'stated' | 'computed';

/** What makes sums break, as far as it can be told: the smallest repairs of sums that have to be mended together. */
export type Cause = {
  readonly footing: Footing;
  /** The smallest repairs, best first; at most `shownRepairs` of them. */
  readonly repairs: readonly Repair[];
  /** How many repairs are as small; above one the sums alone do not tell which cell is wrong. */
  readonly repairCount: number;
  /** How many cells each of them changes. */
  readonly size: number;
  /** True where it is proven that fewer cells cannot mend these sums. */
  readonly isSmallest: boolean;
  /** All cells that the first repair changes, the totals that follow included. */
  readonly consequences: readonly Consequence[];
};

export type Consequence = { readonly cell: CellKey; readonly from: CellValue; readonly to: CellValue };

export type Localised = {
  /** In the order of the form. */
  readonly causes: readonly Cause[];
  /** False when the time ran out: repairs may be missing, and those found may not be the smallest. */
  readonly isComplete: boolean;
  /** All repairs whose connected changes are up to so many cells were looked at. */
  readonly searchedSize: number;
};

export const shownRepairs = 12;
