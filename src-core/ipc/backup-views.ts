/** What the screens are shown of backups, and how they name one: paths never reach them. */
import * as v from 'valibot';
import type { FilingChange } from '../history/change.ts';
import type { Problem } from '../lib/problem.ts';
import type { BackupReason } from '../workspace/backup-reason.ts';
import type { InspectedBackup } from '../workspace/inspected-backup.ts';
import type { RestoreChanges } from '../workspace/restore-changes.ts';
import type { FilingSummary } from './views.ts';

/** One of the app's own by its name, or the file that the user chose by the token it was given. */
export const backupSource = v.variant('kind', [
  v.strictObject({ kind: v.literal('own'), name: v.pipe(v.string(), v.maxLength(300)) }),
  v.strictObject({ kind: v.literal('generation'), name: v.pipe(v.string(), v.maxLength(300)) }),
  v.strictObject({ kind: v.literal('chosen'), token: v.pipe(v.string(), v.maxLength(100)) }),
]);
export type BackupSource = v.InferOutput<typeof backupSource>;

export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'a SHA-256 digest'));

/** One of the app's own backups; `madeAt` is ISO 8601, `size` in bytes. */
export type BackupView = { readonly name: string; readonly madeAt: string; readonly reason: BackupReason; readonly size: number };

export type BackupListView = {
  /** Newest first. */
  readonly backups: readonly BackupView[];
  /** The workspace file as it was at openings and while saving, newest first. */
  readonly generations: readonly BackupView[];
  /** The last backup of the app's own that failed, until one succeeds. */
  readonly failure: { readonly at: string; readonly reason: BackupReason; readonly problem: Problem } | null;
};

/** A backup that was made, read back and found whole; `absent` attachments were missing or damaged and are not in it. */
export type MadeBackupView = { readonly fileName: string; readonly size: number; readonly sha256: string; readonly absent: number };

export type ChosenBackupView = { readonly token: string; readonly fileName: string };

/** What changes within a report, from what stands here to what the backup has. */
export type FilingEdits = {
  readonly unitCode: string;
  readonly reportYear: number;
  readonly editionId: string;
  readonly changes: readonly FilingChange[];
};

/** `edits` of the first reports that differ. */
export type RestorePreviewView = {
  readonly backup: InspectedBackup;
  readonly changes: RestoreChanges;
  readonly edits: readonly FilingEdits[];
};

/** `before` is the backup of the state before: restoring it undoes the restore. */
export type RestoredView = { readonly before: string; readonly filings: readonly FilingSummary[] };
