/** Keeps workspace files as generations while somebody works: after the edit has been answered, and without holding up the next. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeAtomicallyAsync } from '../files/atomic-write-async.ts';
import { errnoOf } from '../files/file-system.ts';
import { examineToRead } from './examine-image.ts';
import {
  keptGenerations,
  listGenerations,
  nameGeneration,
  removeGeneration,
  type Generation,
  type GenerationFolder,
} from './generations.ts';
import { newestVersion } from './migrate.ts';
import type { WorkspacePlace } from './open-database.ts';
import { nextSequence } from './sequence.ts';

export const minutesBetweenGenerations = 10;
/** What is digested at a time: about a millisecond of work. */
const chunkBytes = 1024 * 1024;

export type GenerationKeeper = {
  /** Is shown a file that has been saved; copies and keeps it when it is time and none is being kept. */
  readonly offer: (file: Uint8Array) => void;
  /** Resolves when none is being kept any more. */
  readonly settle: () => Promise<void>;
};

/** For a workspace that has just been opened, which is to say: that has a generation of this moment. */
export function createGenerationKeeper(place: WorkspacePlace): GenerationKeeper {
  let keptAt = place.now().getTime();
  let keeping: Promise<void> | null = null;

  const keep = async (file: Uint8Array, at: Date): Promise<void> => {
    try {
      await nextTurn();
      // One that fails is tried again after the next save; the edit itself is on disk.
      if (await keepFile(place, file, at)) keptAt = at.getTime();
    } finally {
      keeping = null;
    }
  };
  return {
    offer: (file) => {
      const now = place.now();
      // A clock that was set back must not put the next generation off.
      const isDue = Math.abs(now.getTime() - keptAt) >= minutesBetweenGenerations * 60_000;
      if (isDue) keeping ??= keep(file.slice(), now);
    },
    settle: () => keeping ?? Promise.resolve(),
  };
}

/** False when it could not be kept, or is not worth keeping; the generations there were stay then. */
async function keepFile(place: WorkspacePlace, file: Uint8Array, at: Date): Promise<boolean> {
  const folder: GenerationFolder = { fs: place.fs, folder: place.generations, backups: place.backups };
  const earlier = listGenerations(folder);
  if (!earlier.ok) return false;
  const generation = nameNext(folder, at, await digestOf(file));
  if (generation === null) return false;
  const path = join(folder.folder, generation.name);
  const written = await writeAtomicallyAsync(place.fs.async, path, chunksOf(file));
  if (!written.ok) return false;
  if (!(await isGood(place, path, file))) {
    removeGeneration(folder, generation);
    return false;
  }
  for (const old of earlier.value.slice(keptGenerations - 1)) removeGeneration(folder, old);
  return true;
}

function nameNext({ fs, folder, backups }: GenerationFolder, at: Date, digest: string): Generation | null {
  try {
    fs.makeFolder(folder);
    return nameGeneration(nextSequence(fs, [folder, backups]), at, digest);
  } catch (error) {
    errnoOf(error);
    return null;
  }
}

/** Whether the disk gives back the file, and SQLite finds nothing wrong with it. */
async function isGood(place: WorkspacePlace, path: string, file: Uint8Array): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = await place.fs.async.read(path);
  } catch (error) {
    errnoOf(error);
    return false;
  }
  if (Buffer.compare(bytes, file) !== 0) return false;
  await nextTurn();
  const verdict = examineToRead(place.engine, bytes, newestVersion(place.steps));
  if (verdict.kind === 'good') verdict.database.close();
  return verdict.kind === 'good';
}

/** Part after part, so that others have their turns. */
async function digestOf(file: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(file)) {
    hash.update(chunk);
    await nextTurn();
  }
  return hash.digest('hex');
}

function* chunksOf(file: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < file.length; start += chunkBytes) yield file.subarray(start, start + chunkBytes);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
