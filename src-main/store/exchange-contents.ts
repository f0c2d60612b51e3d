/** Puts another state in the place of all that the workspace holds: a restore. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { stateOf, type DatabaseState } from './database-state.ts';
import { examineImage } from './examine-image.ts';
import type { Exchangeable } from './exchangeable.ts';
import { keepGeneration } from './generations.ts';
import { newestVersion } from './migrate.ts';
import type { WorkspacePlace } from './open-database.ts';
import type { Saver } from './save.ts';

/** The image of the database (without its seal, for the caller to keep or to give away), and the state that it holds. */
export type Snapshot = { readonly image: Uint8Array; readonly state: DatabaseState };

/** What is to be put in place, and what the caller wants to know of the work. */
export type Exchange<T> = { readonly image: Uint8Array; readonly value: T };

export type ContentsExchange = {
  /** True while `exchange` is at work: no edit may be made then, because it would be lost. */
  readonly isUnderWay: () => boolean;
  /**
   * Hands the present state to `work`, and puts the `image` that it returns, the bytes of a workspace file of this
   * version, in its place, in memory and on disk. After a problem the workspace holds what it held before.
   *
   * @returns workspace/restoring { path } when one is under way, the problem of `work`, or why it could not be saved.
   */
  readonly exchange: <T>(work: (snapshot: Snapshot) => Promise<Outcome<Exchange<T>>>) => Promise<Outcome<T>>;
};

export function contentsExchange(place: WorkspacePlace, { database, exchange }: Exchangeable, saver: Saver): ContentsExchange {
  let isUnderWay = false;

  const putInPlace = async (bytes: Uint8Array): Promise<Outcome<null>> => {
    const verdict = examineImage(place.engine, bytes, newestVersion(place.steps));
    if (verdict.kind !== 'good') throw new Error('what was to be put in place is no workspace of this version');
    const before = exchange(verdict.database);
    const saved = await saver.save();
    if (saved.state === 'unsaved') {
      exchange(before).close();
      // The file may hold the new state without its folder being synced; this one is to last.
      await saver.save();
      return fail(saved.problem);
    }
    before.close();
    // So that this state, and not the one before, is opened if the file breaks.
    keepGeneration({ fs: place.fs, folder: place.generations, backups: place.backups }, bytes, place.now());
    return ok(null);
  };

  return {
    isUnderWay: () => isUnderWay,
    exchange: async (work) => {
      if (isUnderWay) return fail(problem('workspace/restoring', { path: place.path }));
      isUnderWay = true;
      try {
        await saver.settle();
        const worked = await work({ image: database.unsealedImage(), state: stateOf(database) });
        if (!worked.ok) return worked;
        const put = await putInPlace(worked.value.image);
        return put.ok ? ok(worked.value.value) : put;
      } finally {
        isUnderWay = false;
      }
    },
  };
}
