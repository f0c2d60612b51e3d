/** Writes a file so that a reader, or the next start after a power cut, sees the whole old or the whole new one. */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { ProblemCode } from '#core/lib/problem-code.ts';
import { errnoOf, type FileSystem, type Readers } from './file-system.ts';

/** Virus scanners and indexers hold a new file for moments on Windows; 2 seconds in all, then it is somebody's lock. */
export const retryDelays = [10, 20, 50, 100, 200, 400, 600, 600];
const passingErrnos = ['EBUSY', 'EPERM', 'EACCES'];

const codeByErrno: Readonly<Record<string, ProblemCode>> = {
  ENOSPC: 'file/disk-full',
  EDQUOT: 'file/disk-full',
  EFBIG: 'file/disk-full',
  EROFS: 'file/read-only',
  EACCES: 'file/read-only',
  EPERM: 'file/read-only',
  EBUSY: 'file/locked',
};

/**
 * Replaces or makes the file at `path`. Once this returns `ok` the bytes and the name are on disk, as far as the system
 * can tell; after a problem `path` holds what it held before or, when only the folder could not be synced, the new bytes.
 *
 * @returns file/disk-full, file/read-only, file/locked or file/not-writable with `path` and `reason` (the errno).
 */
export function writeAtomically(fs: FileSystem, path: string, bytes: Uint8Array, readers: Readers = 'everyone'): Outcome<null> {
  const temporary = join(dirname(path), temporaryName());
  try {
    writeNew(fs, temporary, bytes, readers);
    renameWithRetries(fs, temporary, path);
  } catch (error) {
    removeQuietly(fs, temporary);
    return fail(describeWriteFailure(error, path));
  }
  try {
    fs.syncFolder(dirname(path));
  } catch (error) {
    return fail(describeWriteFailure(error, path));
  }
  return ok(null);
}

/** Renames, waiting a little while another program holds one of the files. @throws the last errno when it goes on. */
export function renameWithRetries(fs: FileSystem, from: string, to: string): void {
  for (const delay of retryDelays) {
    try {
      fs.rename(from, to);
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      fs.sleep(delay);
    }
  }
  fs.rename(from, to);
}

/** True for what another program may end in a moment. @throws the error itself when it is a bug. */
export function isPassing(error: unknown): boolean {
  return passingErrnos.includes(errnoOf(error));
}

/** Without this a system that takes nothing would be asked for ever. */
export function checkTaken(taken: number): number {
  if (taken === 0) throw Object.assign(new Error('the system took no bytes'), { code: 'EIO' });
  return taken;
}

/** The problem of a failed write at `path`. @throws the error itself when it is a bug. */
export function describeWriteFailure(error: unknown, path: string): Problem {
  const reason = errnoOf(error);
  return problem(codeByErrno[reason] ?? 'file/not-writable', { path, reason });
}

/** True for the names that interrupted writes leave behind; nothing else in a folder is named so. */
export function isTemporaryName(name: string): boolean {
  return /^\.nianbao-[0-9a-f-]{36}\.tmp$/u.test(name);
}

/** Short and independent of the target's name, which may already be as long as the system allows. */
export function temporaryName(): string {
  return `.nianbao-${randomUUID()}.tmp`;
}

function writeNew(fs: FileSystem, path: string, bytes: Uint8Array, readers: Readers): void {
  const descriptor = fs.openNew(path, readers);
  try {
    for (let offset = 0; offset < bytes.length;) {
      offset += checkTaken(fs.write(descriptor, bytes, offset));
    }
    fs.sync(descriptor);
  } catch (error) {
    closeQuietly(fs, descriptor);
    throw error;
  }
  // Some network file systems report a full disk only here.
  fs.close(descriptor);
}

/** For a file that is given up: the failure that made us give it up is the one to report. */
function closeQuietly(fs: FileSystem, descriptor: number): void {
  try {
    fs.close(descriptor);
  } catch (error) {
    errnoOf(error);
  }
}

function removeQuietly(fs: FileSystem, path: string): void {
  try {
    fs.remove(path);
  } catch (error) {
    errnoOf(error);
  }
}
