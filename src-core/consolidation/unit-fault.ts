/** What keeps a unit's report from being in order, and what else a person should know of it. */
import type { Finding } from '../rules/finding.ts';
import type { Conflict } from './choose-sources.ts';
import type { Refusal } from './refusal.ts';

/** Something that a person can write to the unit about. */
export type UnitFault =
  | { readonly kind: 'missing' }
  | ({ readonly kind: 'refused' } & RefusedFile)
  | { readonly kind: 'conflict'; readonly why: Conflict['why']; readonly files: readonly string[] }
  | { readonly kind: 'figures'; readonly file: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-understood'; readonly file: string; readonly places: readonly string[] };

/** `file` as the files of a fault are: without folders. */
export type RefusedFile = { readonly file: string; readonly refusal: Refusal };

/**
 * What changes nothing about where the unit stands. `beside`: files that cannot be used came beside the report that
 * counts. `chain`: the report that counts does not follow from the one before it. `earlier`: its newest report was
 * returned, so an earlier one that was accepted counts.
 */
export type UnitRemark =
  | { readonly kind: 'beside'; readonly files: readonly RefusedFile[] }
  | { readonly kind: 'chain'; readonly why: 'broken' | 'absent'; readonly file: string; readonly revision: number }
  | { readonly kind: 'earlier'; readonly returned: number; readonly revision: number };
