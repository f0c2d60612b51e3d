/** What is inside a backup that was read and checked byte by byte. */
import type { BackupReason } from './backup-reason.ts';
import type { ChangedFiling } from './restore-changes.ts';

/** An attachment that a report names, or a file that a unit sent, and that was not there. */
export type AbsentAttachment = { readonly name: string; readonly unitName: string; readonly reportYear: number };

export type InspectedBackup = {
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** Bytes of the file. */
  readonly size: number;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly reason: BackupReason;
  readonly appVersion: string;
  readonly schemaVersion: number;
  readonly filings: readonly ChangedFiling[];
  readonly attachments: number;
  /** Files that units sent. */
  readonly received: number;
  /** Attachments and received files that were missing or damaged in the workspace when the backup was made. */
  readonly absent: number;
  /** Those of them that a report names. */
  readonly absentAttachments: readonly AbsentAttachment[];
  /** The chain of the journal; `broken` at its first entry that does not fit: it was so in the workspace too. */
  readonly journal: { readonly kind: 'intact'; readonly entries: number } | { readonly kind: 'broken'; readonly seq: number };
};
