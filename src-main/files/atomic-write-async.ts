/** Atomic writes by other threads, for what is written while somebody works. */
import { dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { checkTaken, describeWriteFailure, isPassing, retryDelays, temporaryName } from './atomic-write.ts';
import { errnoOf, type AsyncFileSystem } from './file-system.ts';

/**
 * `writeAtomically` without blocking this thread. `chunks`, one after the other, are the bytes of the file; each is asked
 * for while the one before it is being written, and the first in this very turn, while the file is being opened.
 */
export async function writeAtomicallyAsync(fs: AsyncFileSystem, path: string, chunks: Iterable<Uint8Array>): Promise<Outcome<null>> {
  const temporary = join(dirname(path), temporaryName());
  try {
    await writeNewAsync(fs, temporary, chunks);
    await renameWithRetriesAsync(fs, temporary, path);
  } catch (error) {
    await ignoringFailure(() => fs.remove(temporary));
    return fail(describeWriteFailure(error, path));
  }
  try {
    await fs.syncFolder(dirname(path));
  } catch (error) {
    return fail(describeWriteFailure(error, path));
  }
  return ok(null);
}

/** Makes a file at `path`, where none may be, and syncs it. @throws a failed call. */
export async function writeNewAsync(fs: AsyncFileSystem, path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const opening = fs.openNew(path, 'everyone');
  try {
    const iterator = chunks[Symbol.iterator]();
    let next = iterator.next();
    const descriptor = await opening;
    while (next.done !== true) {
      const writing = writeAll(fs, descriptor, next.value);
      try {
        next = iterator.next();
      } finally {
        await writing;
      }
    }
    await fs.sync(descriptor);
  } catch (error) {
    await ignoringFailure(async () => fs.close(await opening));
    throw error;
  }
  // Some network file systems report a full disk only here.
  await fs.close(await opening);
}

async function writeAll(fs: AsyncFileSystem, descriptor: number, bytes: Uint8Array): Promise<void> {
  for (let rest = bytes; rest.length > 0;) rest = rest.subarray(checkTaken(await fs.write(descriptor, rest)));
}

/** `renameWithRetries` without blocking this thread. */
export async function renameWithRetriesAsync(fs: AsyncFileSystem, from: string, to: string): Promise<void> {
  for (const delay of retryDelays) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      await fs.wait(delay);
    }
  }
  await fs.rename(from, to);
}

/** For cleaning up after a failure: that failure is the one to report. */
export async function ignoringFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    errnoOf(error);
  }
}
