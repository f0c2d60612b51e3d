/** What the main process shows the screens: plain data only. */
import type { Bilingual, Language } from '../lib/bilingual.ts';
import type { Problem } from '../lib/problem.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Cells } from '../form/edit-cells.ts';
import type { FormEdition } from '../form/edition.ts';
import type { Filing, ReportingUnit } from '../filing/filing.ts';
import type { Justification } from '../filing/justification.ts';
import type { Narrative } from '../narrative/narrative.ts';
import type { ReviewState } from '../workflow/review.ts';
import type { RuleBook } from '../rules/rule.ts';
import type { BundleReport } from '../bundle/verdict.ts';
import type { NotCarried } from '../rules/carry-over.ts';
import type { IntakePreview } from '../intake/preview/preview.ts';
import type { Accident } from '../workspace/accident.ts';
import type { LostEdits } from '../workspace/last-save.ts';
import type { TakenFile } from './receipt-views.ts';
import type { ChangedPlace } from '../history/changed-place.ts';

/** Whether the last edit is on disk; `at` is an ISO 8601 time. */
export type SaveState = { readonly state: 'saved'; readonly at: string } | { readonly state: 'unsaved'; readonly problem: Problem };

/** Edits that could not be written: since when (ISO 8601), and why not. */
export type UnsavedView = { readonly since: string; readonly problem: Problem };

export const filingStatuses = ['draft', 'submitted'] as const;
export type FilingStatus = (typeof filingStatuses)[number];

export type FilingSummary = {
  readonly id: string;
  readonly unit: ReportingUnit;
  readonly reportYear: number;
  readonly editionId: string;
  readonly status: FilingStatus;
  /** Locked by an approval. */
  readonly isApproved: boolean;
  readonly updatedAt: string;
};

export type Submission = {
  readonly id: string;
  readonly revision: number;
  readonly bundleDigest: string;
  readonly fileName: string;
  readonly folder: string;
  readonly exportedAt: string;
};

/** Last year's report of the unit: its figures and prose, and how its warnings were explained. */
export type PriorView = {
  readonly editionId: string;
  readonly cells: Cells;
  readonly narrative: Narrative;
  readonly justifications: readonly Justification[];
};

/** What went out last: to compare with what stands now. */
export type ExportedView = {
  readonly cells: Cells;
  readonly narrative: Narrative;
  readonly revision: number;
  /** Why the report was unlocked since, oldest first: what the next amendment may say. */
  readonly reasons: readonly string[];
};

export type FilingView = {
  readonly id: string;
  readonly filing: Filing;
  readonly status: FilingStatus;
  readonly pending: Readonly<Record<CellKey, string>>;
  readonly submissions: readonly Submission[];
  /** Last year's filing of the unit, where the workspace has one. */
  readonly prior: PriorView | null;
  readonly undoing: UndoingView;
  readonly review: ReviewState;
  readonly saved: SaveState;
};

/** What an intake would change, and what last year's report cannot tell. */
export type IntakePreviewView = {
  readonly preview: IntakePreview;
  readonly notCarried: readonly NotCarried[];
  /** Of the filing that it would change. */
  readonly editionId: string;
};

/** What the next undo or redo would do, or why there is none. */
export type WayView = { readonly kind: 'ready'; readonly what: Bilingual } | { readonly kind: 'none'; readonly why: Problem };

export type UndoingView = { readonly undo: WayView; readonly redo: WayView };

/** A filing after an undo or a redo: what that was, and where it is to be seen. */
export type UndoneView = { readonly view: FilingView; readonly what: Bilingual; readonly place: ChangedPlace | null };

/** An edition as the screens need it: the form and its rules. */
export type EditionView = { readonly id: string; readonly digest: string; readonly edition: FormEdition; readonly book: RuleBook };

/** How the workspace was found at the start; anything but `opened` and `created` is told to the user. */
export type OpeningReport =
  | { readonly kind: 'created' }
  | { readonly kind: 'opened' }
  /** A whole file that is older than what was saved last: somebody or something put it there. */
  | { readonly kind: 'older'; readonly lost: Extract<LostEdits, { kind: 'some' }> }
  | {
      readonly kind: 'recovered';
      /** Where the broken file is now; empty when there was none. */
      readonly setAside: string;
      /** The copy that was opened in its place, and when that was saved. */
      readonly copy: { readonly kind: 'generation' | 'backup'; readonly name: string };
      readonly savedAt: string;
      readonly lost: LostEdits;
    };

/** Sizes of the tables on the screen, in per cent. */
export const tableZooms = [80, 90, 100, 110, 125, 150] as const;
export type TableZoom = (typeof tableZooms)[number];

export type StartView = {
  readonly version: string;
  readonly language: Language;
  readonly platform: string;
  readonly editions: readonly EditionView[];
  readonly opening: OpeningReport;
  /** What openings had to tell and nobody has read yet, the newest first. */
  readonly accidents: readonly Accident[];
  /** Why nothing can be saved at the moment, null when all is well. */
  readonly writing: Problem | null;
  readonly filings: readonly FilingSummary[];
  /** The unit that works here, null until somebody has said. */
  readonly ownUnit: ReportingUnit | null;
  readonly tableZoom: TableZoom;
  /** Today's date as YYYY-MM-DD on this computer. */
  readonly today: string;
};

export type IdentityView = {
  readonly unitCode: string;
  readonly unitName: string;
  /** SHA-256 of the certificate in 64 hexadecimal digits. */
  readonly fingerprint: string;
  readonly notAfter: string;
  /** The system keeps the passphrase. */
  readonly isRemembered: boolean;
};

/** A file that was written where the user wanted it; where that is, the screens need not know. */
export const documentFormats = ['docx', 'html', 'xlsx', 'pdf'] as const;
export type DocumentFormat = (typeof documentFormats)[number];
/** Of the page for the public: one A4 page, or one long picture. */
export const infographicFormats = ['html', 'pdf', 'png'] as const;
export type InfographicFormat = (typeof infographicFormats)[number];

export type SavedFileView = { readonly fileName: string };

export type ExportView = { readonly submission: Submission; readonly view: FilingView };

/** What came of the files that the system opened the app with: bundles are verified, the last filing is opened. */
export type GivenView = {
  readonly verified: readonly VerifiedFile[];
  readonly opened: FilingView | null;
  /** Why a filing could not be taken in. */
  readonly problem: Problem | null;
};

/** One chosen file: the report on it, or why it could not be read. */
export type VerifiedFile = { readonly fileName: string } & (
  | { readonly report: BundleReport }
  | { readonly problem: Problem }
  /** It is encrypted: the SHA-256 of its bytes, by which it is opened. */
  | { readonly encrypted: string }
  /** It is a receipt, and was taken in as one. */
  | { readonly taken: TakenFile }
);
