/** What keeps a unit's report from being in order, and what else a person should know of it. */
import type { CellKey } from '../form/cell-key.ts';
import type { CellValue } from '../lib/exact.ts';
import type { Finding } from '../rules/finding.ts';
import type { Conflict } from './choose-sources.ts';
import type { Refusal } from './refusal.ts';

/** Something that a person can write to the unit about. */
export type UnitFault =
  | { readonly kind: 'missing' }
  | ({ readonly kind: 'refused' } & RefusedFile)
  | ({ readonly kind: 'conflict'; readonly why: Conflict['why'] } & Contradiction)
  | { readonly kind: 'figures'; readonly file: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-understood'; readonly file: string; readonly places: readonly string[] };

/** What to choose from, oldest first, and the cells in which they differ, each with its value in every one of them. */
export type Contradiction = {
  readonly options: readonly ConflictingFile[];
  readonly differing: readonly { readonly cell: CellKey; readonly values: readonly CellValue[] }[];
};

/** `isNewest`: it came after all the others; nobody can tell where they came together. */
export type ConflictingFile = { readonly digest: string; readonly file: string; readonly receivedAt: string; readonly isNewest: boolean };

/** `file` as the files of a fault are: without folders. */
export type RefusedFile = { readonly file: string; readonly refusal: Refusal };

/**
 * What changes nothing about where the unit stands. `beside`: files that cannot be used came beside the report that
 * counts (`counted`). `chain`: the report that counts does not follow from the one before it, whose bundle digest it
 * states as `previous`. `earlier`: its newest report was
 * returned, so an earlier one that was accepted counts.
 */
export type UnitRemark =
  | { readonly kind: 'beside'; readonly files: readonly RefusedFile[]; readonly counted: string }
  | ({ readonly kind: 'chain' } & BrokenChain)
  | { readonly kind: 'earlier'; readonly returned: number; readonly revision: number };

export type BrokenChain = {
  readonly why: 'broken' | 'absent';
  readonly file: string;
  readonly revision: number;
  readonly previous: string | null;
};
