/** Makes a backup: one file with the database, all attachments and received files, reopened and checked before it gets its name. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { sizeInWords } from '#core/text/describe-backup.ts';
import type { BackupManifest } from '#core/workspace/backup-manifest.ts';
import type { AbsentAttachment } from '#core/workspace/inspected-backup.ts';
import { describeWriteFailure, renameWithRetries } from '../../files/atomic-write.ts';
import { errnoOf, type FileSystem } from '../../files/file-system.ts';
import { writeArchive, type WrittenArchive } from './archive-write.ts';
import { backupMembers, type BackupOrigin } from './backup-contents.ts';
import { examineBackup, type BackupTools } from './examine-backup.ts';
import { quietly } from '../../files/quietly.ts';

export type BackupOrder = BackupOrigin & {
  /** Where the file is to be: a folder that is there. */
  readonly folder: string;
  /** The name of the finished file, which nothing there has; it may tell the digest. */
  readonly nameOf: (sha256: string) => string;
  /** About as many bytes as the workspace file has. */
  readonly fileSize: number;
  /** Bytes that are left free for the edits to come. */
  readonly reserve: number;
};

export type MadeBackup = WrittenArchive & {
  readonly path: string;
  readonly manifest: BackupManifest;
  /** Of the attachments that are not inside, those that a report names. */
  readonly absentAttachments: readonly AbsentAttachment[];
};

/**
 * Once this returns `ok` the file has its name, is on disk, and was read back whole. After a problem there is no new
 * file, or a finished one whose folder could not be synced; in no case a half one that looks like a backup.
 *
 * @returns backup/no-room { path, needed, free }, backup/too-large, backup/damaged when the file that was read back is
 * not the one that was written, or what stood in the way of reading and writing; `path` is the folder.
 */
export function makeBackup(tools: BackupTools, order: BackupOrder): Outcome<MadeBackup> {
  const { fs } = tools;
  const { folder } = order;
  const temporary = join(folder, `.nianbao-${randomUUID()}.tmp`);
  try {
    const kept = [...order.attachments.list(), ...(order.received?.list() ?? [])];
    const needed = order.fileSize + kept.reduce((sum, { size }) => sum + size, 0) + order.reserve;
    const free = freeSpace(fs, folder);
    if (free < needed) {
      tryToWrite(fs, temporary);
      return fail(problem('backup/no-room', { path: folder, needed: sizeInWords(needed), free: sizeInWords(free) }));
    }
    const written = writeArchive(fs, temporary, backupMembers(order));
    if (!written.ok) return fail(inFolder(written.problem, folder));
    const examined = examineBackup(tools, temporary, written.value.sha256);
    if (!examined.ok) {
      removeQuietly(fs, temporary);
      return fail(inFolder(examined.problem, folder));
    }
    const path = join(folder, order.nameOf(written.value.sha256));
    const named = giveName(fs, temporary, path);
    const { manifest } = examined.value;
    const absentAttachments = manifest.absent.flatMap((digest) => order.referenced.get(digest) ?? []);
    return named.ok ? ok({ ...written.value, path, manifest, absentAttachments }) : named;
  } catch (error) {
    removeQuietly(fs, temporary);
    return fail(describeWriteFailure(error, folder));
  }
}

function giveName(fs: FileSystem, temporary: string, path: string): Outcome<null> {
  renameWithRetries(fs, temporary, path);
  try {
    fs.syncFolder(join(path, '..'));
    return ok(null);
  } catch (error) {
    return fail(describeWriteFailure(error, path));
  }
}

/** Throws where the folder takes no files at all: then more room would not help. */
function tryToWrite(fs: FileSystem, temporary: string): void {
  fs.close(fs.openNew(temporary, 'owner'));
  fs.remove(temporary);
}

/** A system that does not say how much is free will say when nothing is. */
function freeSpace(fs: FileSystem, folder: string): number {
  try {
    return fs.freeSpace(folder);
  } catch (error) {
    errnoOf(error);
    return Number.POSITIVE_INFINITY;
  }
}

/** Nobody knows the temporary file; the folder is what the user can do something about. */
function inFolder({ code, details }: Problem, folder: string): Problem {
  return problem(code, { ...details, path: folder });
}

function removeQuietly(fs: FileSystem, path: string): void {
  quietly(() => {
    fs.remove(path);
  });
}
