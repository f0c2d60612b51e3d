/** Puts the database on disk, one write at a time, and knows for every change whether it is there. */
import { problem, type Problem } from '#core/lib/problem.ts';
import type { SaveState, UnsavedView } from '#core/ipc/views.ts';
import { createPreparedWriter } from '../files/prepared-write.ts';
import { journalHead } from './database-state.ts';
import { createGenerationKeeper } from './generation-keeper.ts';
import type { WorkspacePlace } from './open-database.ts';
import { lastSaveNoter } from './record-last-save.ts';
import { createSealedFile } from './sealed-file.ts';
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
  /** What the last write left unsaved, and since when; null when everything is on disk. */
  readonly unsaved: () => UnsavedView | null;
  /** False while a write is under way or waits for its turn. */
  readonly isSettled: () => boolean;
  /** Resolves when nothing is written beside the file any more: no generation, no note of the last save, nothing ahead. */
  readonly settleGenerations: () => Promise<void>;
  /** Writes nothing ahead any more, and removes what was. */
  readonly tidy: () => Promise<void>;
};

/** A saver for a database that has just been opened, which is to say: that is on disk. */
export function createSaver(place: WorkspacePlace, database: Database): Saver {
  let state: SaveState = { state: 'saved', at: place.now().toISOString() };
  let waiting: Promise<SaveState> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let writes = 0;
  /** The file of the last save, if it succeeded: a view that the next one changes. */
  let saved: Uint8Array | null = null;
  let isClosing = false;
  let unsavedSince: string | null = null;
  let told: Problem | null = null;
  const sealed = createSealedFile();
  const writer = createPreparedWriter(place.fs.async, place.path);
  const generations = createGenerationKeeper(place);
  const notes = lastSaveNoter(place.fs.async, place.folder, database);

  /** Who was answered goes first; while another save waits there is no time for it. */
  const prepareNext = async (): Promise<void> => {
    await nextTurn();
    if (saved !== null && waiting === null && !isClosing) await writer.prepare(saved);
  };
  const write = async (): Promise<SaveState> => {
    waiting = null;
    saved = null;
    // Stands only if a bug ends this function early: nothing is said to be saved before it is.
    state = { state: 'unsaved', problem: problem('workspace/not-writable', { path: place.path, reason: 'unfinished' }) };
    const refusal = place.whoElse();
    if (refusal !== null) {
      state = { state: 'unsaved', problem: refusal };
      return state;
    }
    // Made in this turn, when the first chunk is asked for: meanwhile the system opens the file.
    const content = lazily(() => ({ revision: sealed.bring(database.memory()), journal: journalHead(database) }));
    const written = await writer.write(() => content().revision);
    if (!written.ok) {
      state = { state: 'unsaved', problem: written.problem };
      return state;
    }
    const now = place.now();
    state = { state: 'saved', at: now.toISOString() };
    const { revision, journal } = content();
    saved = revision.file;
    notes.offer(now, journal);
    generations.offer(revision.file);
    return state;
  };

  const tell = (): void => {
    const now = state.state === 'saved' ? null : state.problem;
    if (now === null) unsavedSince = null;
    else unsavedSince ??= place.now().toISOString();
    if (now?.code === told?.code && (now === null) === (told === null)) return;
    told = now;
    place.onSaving?.();
  };

  return {
    unsaved: () => (told === null || unsavedSince === null ? null : { since: unsavedSince, problem: told }),
    save: () => {
      if (waiting === null) {
        writes += 1;
        waiting = last.then(write).finally(() => {
          writes -= 1;
          tell();
        });
        // Who waits for this write is told of a bug; the write after it need not fall with it, nor with what is written ahead.
        last = waiting.then(prepareNext).catch(() => undefined);
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
    tidy: () => {
      isClosing = true;
      return writer.discard();
    },
    settleGenerations: async () => {
      await last;
      await generations.settle();
      await notes.settle();
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Calls `make` once, when its value is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
