/** Where the backups of one workspace go: the app's own into a folder beside it, the user's where the user wants them. */
import { join } from 'node:path';
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { isAutomatic, type BackupReason } from '#core/workspace/backup-reason.ts';
import type { AbsentAttachment } from '#core/workspace/inspected-backup.ts';
import { describeWriteFailure } from '../../files/atomic-write.ts';
import type { DatabaseState } from '../database-state.ts';
import { sealedChunks } from '../image-seal.ts';
import { referencedAttachments } from '../referenced-attachments.ts';
import { referencedReceived } from '../referenced-received.ts';
import { nextSequence } from '../sequence.ts';
import { nameBackup, nameForUser } from './backup-name.ts';
import { backupsFolderName, thinBackups } from './backup-folder.ts';
import type { BackupTools } from './examine-backup.ts';
import { makeBackup, type BackupOrder, type MadeBackup } from './make-backup.ts';
import { storedAttachments, storedReceived } from './stored-attachments.ts';

/** What is to be backed up; plain data, so that it can be sent to another thread. */
export type BackupSubject = {
  /** The folder of the workspace. */
  readonly workspace: string;
  /** Folders whose files are numbered together with the app's own backups. */
  readonly numbered: readonly string[];
  /** The workspace file, or the image of its database without the seal. */
  readonly image: Uint8Array;
  readonly isSealed: boolean;
  readonly state: DatabaseState;
  readonly appVersion: string;
  readonly now: Date;
};

/** So much is left free beside two more images: a backup must not be what stops the next save. */
const leastReserve = 16 * 1024 * 1024;

/**
 * Makes a backup of the app's own, then lets go what the schedule lets go; before a restore nothing goes, because the
 * one to be restored might. `elsewhere` is a folder of its own on another medium, kept by the same schedule. For problems see `makeBackup`.
 */
export function makeOwnBackup(
  tools: BackupTools,
  subject: BackupSubject,
  reason: BackupReason,
  elsewhere: string | null = null,
): Outcome<MadeBackup> {
  const { fs } = tools;
  const folder = elsewhere ?? join(subject.workspace, backupsFolderName);
  let sequence: number;
  try {
    fs.makeFolder(folder);
    sequence = nextSequence(fs, [folder, ...subject.numbered]);
  } catch (error) {
    return fail(describeWriteFailure(error, folder));
  }
  const madeAt = subject.now.toISOString();
  const made = makeBackup(tools, {
    ...orderOf(tools, subject, reason),
    folder,
    nameOf: (sha256) => nameBackup({ sequence, madeAt, reason, sha256 }).name,
    reserve: 2 * subject.image.length + leastReserve,
  });
  if (made.ok && reason !== 'before-restore') thinBackups({ fs, folder });
  return made;
}

/** Makes a backup in a folder of the user's, which has to be there; `stamp` (local time) becomes part of its name. */
export function makeUserBackup(tools: BackupTools, subject: BackupSubject, folder: string, stamp: string): Outcome<MadeBackup> {
  let names: readonly string[];
  try {
    names = tools.fs.list(folder);
  } catch (error) {
    return fail(describeWriteFailure(error, folder));
  }
  let name = nameForUser(stamp);
  for (let count = 2; names.includes(name); count += 1) name = nameForUser(`${stamp}-${String(count)}`);
  return makeBackup(tools, { ...orderOf(tools, subject, 'requested'), folder, nameOf: () => name, reserve: 0 });
}

function referencedIn({ engine }: BackupTools, image: Uint8Array, hasReceived: boolean): ReadonlyMap<string, AbsentAttachment> {
  const database = engine.openToRead(image);
  try {
    return new Map([...(hasReceived ? referencedReceived(database) : []), ...referencedAttachments(database)]);
  } finally {
    database.close();
  }
}

function orderOf(tools: BackupTools, subject: BackupSubject, reason: BackupReason): Omit<BackupOrder, 'folder' | 'nameOf' | 'reserve'> {
  const { workspace, image, isSealed, state, appVersion, now } = subject;
  const file = () => (isSealed ? [image] : sealedChunks(image));
  // Received files are never changed nor removed, and may be thousands: a copy an hour beside them would only fill the disk.
  const hasReceived = !isAutomatic(reason);
  const referenced = referencedIn(tools, image, hasReceived);
  const attachments = storedAttachments(tools.fs, workspace);
  const received = hasReceived ? storedReceived(tools.fs, workspace) : null;
  return { reason, appVersion, now, file, fileSize: image.length, state, attachments, received, referenced };
}
