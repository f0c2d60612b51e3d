/** Puts the database on disk and knows whether it is there. */
import { problem } from '#core/lib/problem.ts';
import type { SaveState } from '#core/ipc/views.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { examineImage } from './examine-image.ts';
import { keepGeneration } from './generations.ts';
import type { WorkspacePlace } from './open-database.ts';
import { newestVersion } from './migrate.ts';
import type { Database } from './sql-engine.ts';

export const minutesBetweenGenerations = 10;

export type Saver = {
  /** Of the last attempt; `saved` means that the file holds all that the database holds. */
  readonly state: () => SaveState;
  /** Writes the whole database; after a failure it stays as it is, and the next call writes everything. */
  readonly save: () => SaveState;
};

/** A saver for a database that has just been opened, which is to say: that is on disk. */
export function createSaver(place: WorkspacePlace, database: Database): Saver {
  let state: SaveState = { state: 'saved', at: place.now().toISOString() };
  let generationAt = place.now().getTime();

  const save = (): SaveState => {
    // Stands only if a bug ends this function early: nothing is said to be saved before it is.
    state = { state: 'unsaved', problem: problem('workspace/not-writable', { path: place.path, reason: 'unfinished' }) };
    const bytes = database.image();
    const written = writeAtomically(place.fs, place.path, bytes);
    const now = place.now();
    if (!written.ok) {
      state = { state: 'unsaved', problem: written.problem };
      return state;
    }
    state = { state: 'saved', at: now.toISOString() };
    // A clock that was set back must not put the next generation off.
    if (Math.abs(now.getTime() - generationAt) >= minutesBetweenGenerations * 60_000 && keepExamined(place, bytes, now)) {
      generationAt = now.getTime();
    }
    return state;
  };
  return { state: () => state, save };
}

/** A generation that fails is tried again at the next save; the edit itself is on disk. */
function keepExamined(place: WorkspacePlace, bytes: Uint8Array, at: Date): boolean {
  const verdict = examineImage(place.engine, bytes, newestVersion(place.steps));
  if (verdict.kind !== 'good') return false;
  verdict.database.close();
  return keepGeneration({ fs: place.fs, folder: place.generations }, bytes, at).ok;
}
