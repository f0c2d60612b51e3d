/** What the screens are shown of subordinate units: the roster, where each unit stands, and what came of a batch. */
import type { UnitLevel } from '../form/unit-level.ts';
import type { ReportingUnit } from '../filing/filing.ts';
import type { Problem } from '../lib/problem.ts';
import type { RosterChanges } from '../consolidation/compare-rosters.ts';
import type { ReceivedVerdict } from '../consolidation/received-file.ts';
import type { RosterUnit } from '../consolidation/roster.ts';
import type { Answer, RoledFile, Subordinate, SubordinateState } from '../consolidation/subordinates.ts';
import type { UnitFault } from '../consolidation/unit-fault.ts';
import type { SaveState } from './views.ts';

/** One line of the tree. */
export type SubordinateRow = {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly depth: number;
  readonly state: SubordinateState;
  readonly answer: Answer | null;
  readonly faults: readonly UnitFault['kind'][];
  /** How many files came from it. */
  readonly files: number;
  /** Of the file that counts; null where none does, or where it has no revision. */
  readonly revision: number | null;
  readonly verdict: ReceivedVerdict | null;
};

export type SubordinatesView = {
  readonly year: number;
  /** Years with a roster or files, the newest first. */
  readonly years: readonly number[];
  /** Who sums; null while the app does not know its unit. */
  readonly superior: ReportingUnit | null;
  readonly hasRoster: boolean;
  /** As a tree: each unit below the one that sums it. */
  readonly rows: readonly SubordinateRow[];
  readonly counts: Readonly<Record<SubordinateState, number>>;
  /** Files that are of no unit of the roster. */
  readonly strangers: readonly RoledFile[];
  /** How many files were refused or signed by somebody unknown: they can be judged anew. */
  readonly doubtful: number;
};

/** One unit with all that came from it. */
export type SubordinateView = { readonly year: number } & Subordinate;

/** Whom to write to, and why. */
export type ReminderView = { readonly unit: RosterUnit; readonly state: SubordinateState; readonly faults: readonly UnitFault[] };

/** A roster that was read from a file; `token` names it in the call that takes it. */
export type RosterPreviewView = {
  readonly token: string;
  readonly fileName: string;
  readonly changes: RosterChanges;
  readonly ignoredColumns: readonly string[];
  /** Units of the file that are of other years. */
  readonly otherYears: number;
};

export type RosterView = { readonly units: readonly RosterUnit[]; readonly saved: SaveState };

/** What came of a batch. */
export type ReceptionSummary = {
  /** Files that were found, and those that were looked at before the user cancelled. */
  readonly files: number;
  readonly done: number;
  readonly taken: number;
  readonly refused: number;
  /** Received before, and passed over. */
  readonly known: number;
  /** No reports. */
  readonly ignored: number;
  /** Of those that were taken: reports of another year, listed there. */
  readonly otherYears: number;
  /** Refused, and not even kept: they could not be read. */
  readonly notKept: readonly { readonly fileName: string; readonly problem: Problem | null }[];
  readonly saved: SaveState;
};

export type ReceptionProgress = { readonly year: number; readonly done: number; readonly total: number };
