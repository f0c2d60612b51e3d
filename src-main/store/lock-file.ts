/** The lock file itself: read, made where none is, moved out of the way, removed. */
import { dirname, join } from 'node:path';
import { decodeLock, type LockRecord } from '#core/workspace/lock-record.ts';
import { checkTaken, temporaryName } from '../files/atomic-write.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { quietly } from '../files/quietly.ts';

export type FoundLock =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly record: LockRecord }
  /** There is one that says nothing. */
  | { readonly kind: 'illegible'; readonly writtenAt: Date }
  /** The folder cannot be read: what is to be done there will fail of itself. */
  | { readonly kind: 'unreadable' };

/** A lock file is written in one go; one that is not whole after these milliseconds never will be. */
const patience = [20, 50, 100, 200];

export function readLockFile(fs: FileSystem, path: string): FoundLock {
  try {
    for (const delay of patience) {
      const record = decodeLock(new TextDecoder().decode(fs.read(path)));
      if (record !== null) return { kind: 'found', record };
      fs.sleep(delay);
    }
    return { kind: 'illegible', writtenAt: fs.writtenAt(path) };
  } catch (error) {
    return { kind: errnoOf(error) === 'ENOENT' ? 'none' : 'unreadable' };
  }
}

/**
 * Milliseconds since the lock was last written, as the system that holds the folder counts: a file that is made now is
 * of its clock too, and the clocks of two computers need not agree. Null where it cannot be found out.
 */
export function silenceOf(fs: FileSystem, path: string): number | null {
  const probe = join(dirname(path), temporaryName());
  try {
    fs.close(fs.openNew(probe, 'everyone'));
    return fs.writtenAt(probe).getTime() - fs.writtenAt(path).getTime();
  } catch (error) {
    errnoOf(error);
    return null;
  } finally {
    removeQuietly(fs, probe);
  }
}

/** Makes the lock file, unless there is one by now, or none can be made here. */
export function createLockFile(fs: FileSystem, path: string, record: LockRecord): 'made' | 'exists' | 'impossible' {
  let descriptor: number;
  try {
    descriptor = fs.openNew(path, 'everyone');
  } catch (error) {
    return errnoOf(error) === 'EEXIST' ? 'exists' : 'impossible';
  }
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  try {
    for (let offset = 0; offset < bytes.length;) offset += checkTaken(fs.write(descriptor, bytes, offset));
    // After a power cut an empty lock would have to be asked about.
    fs.sync(descriptor);
    return 'made';
  } catch (error) {
    errnoOf(error);
    removeQuietly(fs, path);
    return 'impossible';
  } finally {
    quietly(() => {
      fs.close(descriptor);
    });
  }
}

/**
 * Takes away the lock that was read as `id` (null: an illegible one). Another app may have taken it away and locked the
 * folder meanwhile: that lock is put back.
 */
export function takeAway(fs: FileSystem, path: string, id: string | null): void {
  const aside = join(dirname(path), temporaryName());
  try {
    fs.rename(path, aside);
  } catch (error) {
    errnoOf(error);
    return;
  }
  const moved = readLockFile(fs, aside);
  if (moved.kind === 'found' && moved.record.id !== id) createLockFile(fs, path, moved.record);
  removeQuietly(fs, aside);
}

/** Removes the lock if it is the one with this id. */
export function removeLockFile(fs: FileSystem, path: string, id: string): void {
  const found = readLockFile(fs, path);
  if (found.kind === 'found' && found.record.id === id) removeQuietly(fs, path);
}

function removeQuietly(fs: FileSystem, path: string): void {
  quietly(() => {
    fs.remove(path);
  });
}
