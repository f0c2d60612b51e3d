/** Channels of the sum of a year: its figures, where each comes from, what has moved, and the superior's own report. */
import * as v from 'valibot';
import { reportYearSchema } from '../filing/decode-filing.ts';
import type { Lineage } from '../consolidation/lineage.ts';
import { sha256 } from './backup-views.ts';
import { call, cell, id, typed, unitCode } from './call.ts';
import type { AlikeView, ComparisonView, MovementsView, OwnPreviewView, OwnSumView, PassageView, SumView } from './consolidation-views.ts';
import type { SavedFileView, SaveState } from './views.ts';

const year = reportYearSchema;

export const consolidationContract = {
  'consolidation/overlook': call(v.strictObject({ year }))<SumView>(),
  /** Of the sum as it was overlooked last. */
  'consolidation/lineage': call(v.strictObject({ year, cell }))<Lineage>(),
  'consolidation/movements': call(v.strictObject({ year }))<MovementsView>(),
  /** From now on movements are told against this sum: of these units, or of all (null). */
  'consolidation/accept': call(v.strictObject({ year, units: v.nullable(v.pipe(v.array(unitCode), v.maxLength(20_000))) }))<SaveState>(),
  /** Nothing changes. */
  'consolidation/preview-own': call(v.strictObject({ year }))<OwnPreviewView>(),
  /** Takes what was shown as one step of undo, and answers the report; consolidation/preview-outdated when it has changed since. */
  'consolidation/take-own': call(v.strictObject({ year, token: sha256 }))<{ readonly id: string }>(),
  /** Of a report that took its tables from the sum; null for any other. */
  'consolidation/own-state': call(v.strictObject({ id }))<OwnSumView | null>(),
  'consolidation/compare': call(v.strictObject({ year, table: typed, column: typed }))<ComparisonView>(),
  /** Reads the prose of every report that counts, which takes a while. */
  'consolidation/alike': call(v.strictObject({ year }))<AlikeView>(),
  'consolidation/passages': call(v.strictObject({ year, one: sha256, other: sha256 }))<readonly PassageView[]>(),
  /** As `save-tidy`: the comparison on the screen. */
  'consolidation/save-comparison': call(v.strictObject({ year, table: typed, column: typed }))<SavedFileView | null>(),
  /** Asks for a folder; null when the user thinks better of it. */
  'consolidation/save-tidy': call(v.strictObject({ year, format: v.picklist(['csv', 'parquet']) }))<SavedFileView | null>(),
} as const;
