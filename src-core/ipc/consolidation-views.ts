/** What the screens are shown of a sum: its figures, who is in it and who is not, and what has moved. */
import type { CellKey } from '../form/cell-key.ts';
import type { CellValue } from '../lib/exact.ts';
import type { Problem } from '../lib/problem.ts';
import type { UnitComparison, Outlier } from '../consolidation/compare-units.ts';
import type { EqualTables } from '../consolidation/equal-tables.ts';
import type { Gap } from '../consolidation/completeness.ts';
import type { MovedCell } from '../consolidation/delta.ts';
import type { OpenUnit } from '../consolidation/open-units.ts';
import type { UnitMovement } from '../consolidation/movements.ts';
import type { Filing, ReportingUnit } from '../filing/filing.ts';
import type { Finding } from '../rules/finding.ts';

export type NamedUnit = { readonly code: string; readonly name: string };

/** How many units state a cell, leave it blank, or are left out of it. */
export type CellParts = { readonly counted: number; readonly blank: number; readonly leftOut: number };

export type OwnReport = {
  readonly id: string;
  /** Tables and their notes are those of the sum. */
  readonly isCurrent: boolean;
  /** How many cells differ from the sum. */
  readonly differences: number;
};

export type SumView = {
  readonly year: number;
  /** Years with a roster or files, the newest first. */
  readonly years: readonly number[];
  readonly superior: ReportingUnit;
  /** The superior's report as it would begin: tables, and notes under those of an incomplete sum. */
  readonly filing: Filing;
  readonly parts: Readonly<Record<CellKey, CellParts>>;
  readonly findings: readonly Finding[];
  /** Empty for a complete sum. */
  readonly gaps: readonly Gap[];
  readonly open: readonly OpenUnit[];
  /** 0 without a roster. */
  readonly expected: number;
  readonly summed: number;
  /** The superior's own report of the year, null while there is none. */
  readonly own: OwnReport | null;
  /** Movements since the sum was accepted; null where none was. */
  readonly moved: number | null;
};

/** `held` says of each file that is kept out what it would move. */
export type MovementsView = {
  /** When the sum was accepted last (ISO 8601), null where it never was: then there is nothing to compare with. */
  readonly acceptedAt: string | null;
  readonly units: readonly UnitMovement[];
  readonly cells: readonly MovedCell[];
  readonly held: readonly HeldMovement[];
};

export type HeldMovement = NamedUnit & {
  readonly digest: string;
  readonly file: string;
  readonly revision: number | null;
  readonly cells: readonly MovedCell[];
};

/** What taking the sum would change in the superior's report. `token` names what was shown. */
export type OwnPreviewView = {
  readonly token: string;
  readonly isNew: boolean;
  readonly differences: readonly { readonly cell: CellKey; readonly from: CellValue; readonly to: CellValue }[];
  /** Under tables: what stands there and what would. */
  readonly notes: readonly { readonly table: string; readonly from: string | null; readonly to: string | null }[];
  readonly sources: number;
};

/** The sum behind the superior's own report, as it is now. */
export type OwnSumView = {
  readonly year: number;
  /** By cell: a figure of the report that is the same came from the units, and is repaired there. */
  readonly values: Readonly<Record<CellKey, CellValue>>;
  /** How many cells of the report differ from the sum. */
  readonly differences: number;
  readonly gaps: readonly Gap[];
  readonly open: readonly OpenUnit[];
  /** What only the rules across units say: the rest are findings of the report itself. */
  readonly findings: readonly Finding[];
};

export type ComparisonView = {
  readonly comparison: UnitComparison | null;
  readonly outliers: readonly Outlier[];
};

/** Two units whose prose is alike; `percent` of the first one's letters stand in the other. */
export type AlikePair = {
  readonly one: NamedUnit & { readonly digest: string };
  readonly other: NamedUnit & { readonly digest: string };
  readonly percent: number;
};

export type AlikeView = {
  /** The most alike first. */
  readonly pairs: readonly AlikePair[];
  readonly compared: number;
  /** Units whose prose was not compared, and why. */
  readonly left: readonly AlikeLeft[];
  /** Units with the same figures in a table. */
  readonly tables: readonly EqualTables[];
};

/** `figures-only`: a workbook or table file, which has no prose; `problem` says why a file could not be read. */
export type AlikeLeft = NamedUnit & { readonly file: string } & (
    { readonly why: 'figures-only' | 'no-prose' | 'too-short' } | { readonly why: 'unreadable'; readonly problem: Problem }
  );

/** The same letters in two reports; each side as it is written there. */
export type PassageView = { readonly letters: number; readonly here: string; readonly there: string };
