/** Puts the database on disk, one write at a time, and knows for every change whether it is there. */
import { problem } from '#core/lib/problem.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { writeAtomicallyAsync } from '../files/atomic-write-async.ts';
import { journalHead } from './database-state.ts';
import { createGenerationKeeper } from './generation-keeper.ts';
import { sealedChunks } from './image-seal.ts';
import type { WorkspacePlace } from './open-database.ts';
import { lastSaveNoter } from './record-last-save.ts';
import type { Database } from './sql-engine.ts';

export type Saver = {
  /**
   * Writes the whole database and resolves when a write has ended that began after this call. Calls during a write
   * share the next one, which takes what the database holds by then: images reach the disk in the order in which they
   * were made, because a write begins only when the one before has ended. After a failure everything stays in memory.
   */
  readonly save: () => Promise<SaveState>;
  /** Resolves when no write is under way any more: `saved` means that the file holds all that the database holds. */
  readonly settle: () => Promise<SaveState>;
  /** False while a write is under way or waits for its turn. */
  readonly isSettled: () => boolean;
  /** Resolves when nothing is kept beside the file any more: no generation, and no note of the last save. */
  readonly settleGenerations: () => Promise<void>;
};

/** A saver for a database that has just been opened, which is to say: that is on disk. */
export function createSaver(place: WorkspacePlace, database: Database): Saver {
  let state: SaveState = { state: 'saved', at: place.now().toISOString() };
  let waiting: Promise<SaveState> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let writes = 0;
  const generations = createGenerationKeeper(place);
  const notes = lastSaveNoter(place.fs.async, place.folder, database);

  const write = async (): Promise<SaveState> => {
    waiting = null;
    // Stands only if a bug ends this function early: nothing is said to be saved before it is.
    state = { state: 'unsaved', problem: problem('workspace/not-writable', { path: place.path, reason: 'unfinished' }) };
    const refusal = place.whoElse();
    if (refusal !== null) {
      state = { state: 'unsaved', problem: refusal };
      return state;
    }
    // Made in this turn, when the first chunk is asked for: meanwhile the system opens the file.
    const content = lazily(() => ({ image: database.unsealedImage(), journal: journalHead(database) }));
    const written = await writeAtomicallyAsync(place.fs.async, place.path, chunksOf(content));
    if (!written.ok) {
      state = { state: 'unsaved', problem: written.problem };
      return state;
    }
    const now = place.now();
    state = { state: 'saved', at: now.toISOString() };
    const { image, journal } = content();
    notes.offer(now, journal);
    generations.offer(image);
    return state;
  };

  return {
    save: () => {
      if (waiting === null) {
        writes += 1;
        waiting = last.then(write).finally(() => {
          writes -= 1;
        });
        // Who waits for this write is told of a bug; the write after it need not fall with it.
        last = waiting.catch(() => undefined);
      }
      return waiting;
    },
    settle: async () => {
      for (let seen: unknown = null; seen !== last;) {
        seen = last;
        await last;
      }
      return state;
    },
    isSettled: () => writes === 0,
    settleGenerations: async () => {
      await generations.settle();
      await notes.settle();
    },
  };
}

function* chunksOf(content: () => { readonly image: Uint8Array }): Generator<Uint8Array> {
  yield* sealedChunks(content().image);
}

/** Calls `make` once, when its value is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
