/** What keeps a unit's report from being in order: something that a person can write to the unit about. */
import type { Finding } from '../rules/finding.ts';
import type { Conflict } from './choose-sources.ts';
import type { Refusal } from './refusal.ts';

export type UnitFault =
  | { readonly kind: 'missing' }
  /** `file` as the files of a fault are: without folders. */
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: Refusal }
  | { readonly kind: 'conflict'; readonly why: Conflict['why']; readonly files: readonly string[] }
  | { readonly kind: 'figures'; readonly file: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-understood'; readonly file: string; readonly places: readonly string[] };
