/**
 * The work on backups: plain data in, plain data out, so that another thread can do it. Every call blocks until its
 * files are written, read back and checked.
 */
import type { Outcome } from '#core/lib/outcome.ts';
import type { BackupReason } from '#core/workspace/backup-reason.ts';
import type { InspectedBackup } from '#core/workspace/inspected-backup.ts';
import type { BackupTools } from './examine-backup.ts';
import { inspectBackup, previewRestore, type PreviewOrder, type RestorePreview } from './inspect-backup.ts';
import type { MadeBackup } from './make-backup.ts';
import { makeOwnBackup, makeUserBackup, type BackupSubject } from './own-backups.ts';
import { rehearseMigration, type Rehearsal, type RehearsalOrder } from './rehearse-migration.ts';
import { unpackBackup, type UnpackOrder } from './unpack-backup.ts';

export type BackupWork = {
  /** In `folder`, or beside the workspace where it is null. */
  readonly makeOwn: (order: {
    readonly subject: BackupSubject;
    readonly reason: BackupReason;
    readonly folder: string | null;
  }) => Outcome<MadeBackup>;
  readonly makeForUser: (order: {
    readonly subject: BackupSubject;
    readonly folder: string;
    readonly stamp: string;
  }) => Outcome<MadeBackup>;
  readonly inspect: (order: { readonly path: string }) => Outcome<InspectedBackup>;
  readonly preview: (order: PreviewOrder) => Outcome<RestorePreview>;
  readonly rehearse: (order: RehearsalOrder) => Outcome<Rehearsal>;
  readonly unpack: (order: UnpackOrder) => Outcome<Uint8Array>;
};

export function backupWork(tools: BackupTools): BackupWork {
  return {
    makeOwn: ({ subject, reason, folder }) => makeOwnBackup(tools, subject, reason, folder),
    makeForUser: ({ subject, folder, stamp }) => makeUserBackup(tools, subject, folder, stamp),
    inspect: ({ path }) => inspectBackup(tools, path),
    preview: (order) => previewRestore(tools, order),
    rehearse: (order) => rehearseMigration(tools, order),
    unpack: (order) => unpackBackup(tools, order),
  };
}

/** The same work, done somewhere else. */
export type BackupHost = {
  readonly [K in keyof BackupWork]: (order: Parameters<BackupWork[K]>[0]) => Promise<ReturnType<BackupWork[K]>>;
};
