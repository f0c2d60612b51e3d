/** What the screens are shown of subordinate units: the roster, where each unit stands, and what came of a batch. */
import type { UnitLevel } from '../form/unit-level.ts';
import type { ReportingUnit } from '../filing/filing.ts';
import type { Problem } from '../lib/problem.ts';
import type { RosterChanges } from '../consolidation/compare-rosters.ts';
import type { ReceivedVerdict } from '../consolidation/received-file.ts';
import type { RosterUnit } from '../consolidation/roster.ts';
import type { Answer } from '../consolidation/answer.ts';
import type { RoledFile } from '../consolidation/file-roles.ts';
import type { Subordinate, SubordinateState, Tally } from '../consolidation/subordinates.ts';
import type { UnitFault, UnitRemark } from '../consolidation/unit-fault.ts';
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
  readonly remarks: readonly UnitRemark[];
  /** How many files came from it. */
  readonly files: number;
  /** Of the file that counts, or was returned; null where there is none, or where it has no revision. */
  readonly revision: number | null;
  readonly verdict: ReceivedVerdict | null;
};

export type SubordinatesView = {
  readonly year: number;
  /** Years with a roster, files or a report of one's own, the newest first. */
  readonly years: readonly number[];
  /** The year to open on where this one was wanted. */
  readonly opensOn: number;
  /** Who sums; null while the app does not know its unit. */
  readonly superior: ReportingUnit | null;
  readonly hasRoster: boolean;
  /** As a tree: each unit below the one that sums it. */
  readonly rows: readonly SubordinateRow[];
  /** Units of the newest roster before this one that this one does not mention; null for none. */
  readonly leftBehind: { readonly year: number; readonly units: readonly { readonly code: string; readonly name: string }[] } | null;
  readonly counts: Readonly<Record<SubordinateState, number>>;
  readonly tally: Tally;
  /** Files that are of no unit of the roster. */
  readonly strangers: readonly RoledFile[];
  /** How many files were refused or signed by somebody unknown: they can be judged anew. */
  readonly doubtful: number;
};

/** One unit with all that came from it. */
export type SubordinateView = { readonly year: number } & Subordinate;

/** Whom to write to, and why. */
export type ReminderView = {
  readonly unit: RosterUnit;
  readonly state: SubordinateState;
  readonly faults: readonly UnitFault[];
  readonly remarks: readonly UnitRemark[];
};

/** Whom to call about a unit, as the newest roster has it that knows a number. */
export type ContactView = { readonly contact: string | null; readonly phone: string; readonly year: number };

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
  /** Units of the year whose report does not follow from the one before it. */
  readonly unchained: readonly { readonly code: string; readonly name: string }[];
  readonly saved: SaveState;
};

export type ReceptionProgress = { readonly year: number; readonly done: number; readonly total: number };
