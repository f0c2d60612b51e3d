/**
 * Atomic writes of a file that differs little from one to the next. The file as it is now is written to a new file, and
 * synced, before anybody waits for it; what has changed is put in its place there when the next write is wanted. From
 * there on it is an atomic write like any other. What cannot be prepared, or is gone, is written as a whole.
 */
import { dirname, join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { checkTaken, temporaryName } from './atomic-write.ts';
import { ignoringFailure, renameWithRetriesAsync, writeAtomicallyAsync, writeNewAsync } from './atomic-write-async.ts';
import { errnoOf, type AsyncFileSystem } from './file-system.ts';

/** Bytes of a file from `start` to before `end`. */
export type Part = { readonly start: number; readonly end: number };

/** A file, and where it differs from the one before, which is no longer than it; null when that is not known. */
export type Revision = { readonly file: Uint8Array; readonly changes: readonly Part[] | null };

export type PreparedWriter = {
  /** Writes what `revise` returns, which is asked once the file is open; for problems see `writeAtomically`. */
  readonly write: (revise: () => Revision) => Promise<Outcome<null>>;
  /**
   * Makes ready for the revision that follows `file`, which must stay as it is meanwhile. Failing does no harm, and a disk
   * on which it succeeded has room for the next write.
   */
  readonly prepare: (file: Uint8Array) => Promise<void>;
  /** Removes what was made ready. */
  readonly discard: () => Promise<void>;
};

/** `trace` tells that nobody has touched the file since. */
type Prepared = { readonly temporary: string; readonly trace: string };

export function createPreparedWriter(fs: AsyncFileSystem, path: string): PreparedWriter {
  let prepared: Prepared | null = null;

  const take = (): Prepared | null => {
    const taken = prepared;
    prepared = null;
    return taken;
  };
  const finish = async ({ temporary, trace }: Prepared, file: Uint8Array, changes: readonly Part[]): Promise<boolean> => {
    if ((await fs.trace(temporary)) !== trace) return false;
    const descriptor = await fs.openToChange(temporary);
    try {
      for (const { start, end } of changes) {
        for (let at = start; at < end;) at += checkTaken(await fs.writeAt(descriptor, file.subarray(at, end), at));
      }
      await fs.sync(descriptor);
    } catch (error) {
      await ignoringFailure(() => fs.close(descriptor));
      throw error;
    }
    await fs.close(descriptor);
    await renameWithRetriesAsync(fs, temporary, path);
    await fs.syncFolder(dirname(path));
    return true;
  };
  const remove = (temporary: string): Promise<void> => ignoringFailure(() => fs.remove(temporary));

  return {
    write: async (revise) => {
      const taken = take();
      if (taken === null) return writeAtomicallyAsync(fs, path, wholeOf(revise));
      const { file, changes } = revise();
      if (changes !== null) {
        try {
          if (await finish(taken, file, changes)) return ok(null);
        } catch (error) {
          // Whatever stood in the way of this file need not stand in the way of another; if it does, that is told.
          errnoOf(error);
        }
      }
      await remove(taken.temporary);
      return writeAtomicallyAsync(fs, path, [file]);
    },
    prepare: async (file) => {
      const temporary = join(dirname(path), temporaryName());
      try {
        await writeNewAsync(fs, temporary, [file]);
        prepared = { temporary, trace: await fs.trace(temporary) };
      } catch (error) {
        errnoOf(error);
        await remove(temporary);
      }
    },
    discard: async () => {
      const taken = take();
      if (taken !== null) await remove(taken.temporary);
    },
  };
}

function* wholeOf(revise: () => Revision): Generator<Uint8Array> {
  yield revise().file;
}
