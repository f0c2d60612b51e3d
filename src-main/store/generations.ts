/** Earlier states of the workspace file, each verified when it is kept and checked again when it is read. */
import { basename, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { listFolder } from '../files/list-folder.ts';
import { quietly } from '../files/quietly.ts';
import { readBytes } from '../files/read-file.ts';
import { sha256Hex } from '../signing/digest.ts';
import { nextSequence } from './sequence.ts';

export type Generation = {
  readonly name: string;
  /** The order of generations: clocks are set back, numbers are not. */
  readonly sequence: number;
  /** ISO 8601, to the second. */
  readonly savedAt: string;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
};

/** What it takes to reach the generations of one workspace; `backups` is the folder that is numbered together with theirs. */
export type GenerationFolder = { readonly fs: FileSystem; readonly folder: string; readonly backups: string };

export const keptGenerations = 8;
/** Bounds what is read into memory; a workspace of years is under 5 MB. */
export const workspaceLimitBytes = 512 * 1024 * 1024;

const namePattern = /^(\d{6,})-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z-([0-9a-f]{64})\.sqlite$/u;

/** By its name, which only the app gives. */
export function isGenerationPath(path: string): boolean {
  return namePattern.test(basename(path));
}

/** The generations, newest first; a folder that is not there yet has none. */
export function listGenerations({ fs, folder }: Omit<GenerationFolder, 'backups'>): Outcome<readonly Generation[]> {
  const names = listFolder(fs, folder);
  if (!names.ok) return names;
  const generations = names.value.flatMap((name) => readGenerationName(name) ?? []);
  return ok(generations.sort((left, right) => right.sequence - left.sequence));
}

/** The bytes of a generation, if they are still those that were kept. */
export function readGeneration({ fs, folder }: Omit<GenerationFolder, 'backups'>, generation: Generation): Outcome<Uint8Array> {
  const path = join(folder, generation.name);
  const bytes = readBytes(fs, path, workspaceLimitBytes);
  if (!bytes.ok || sha256Hex(bytes.value) === generation.digest) return bytes;
  return fail(problem('workspace/damaged', { path, reason: 'the digest differs' }));
}

/**
 * Keeps `bytes`, which the caller has examined, as the newest generation unless it is that already, reads them back
 * and lets the oldest go. A failure leaves the generations there were.
 */
export function keepGeneration(place: GenerationFolder, bytes: Uint8Array, at: Date): Outcome<Generation> {
  const earlier = listGenerations(place);
  if (!earlier.ok) return earlier;
  const [newest] = earlier.value;
  const digest = sha256Hex(bytes);
  if (newest?.digest === digest && readGeneration(place, newest).ok) return ok(newest);
  let generation: Generation;
  try {
    place.fs.makeFolder(place.folder);
    generation = nameGeneration(nextSequence(place.fs, [place.folder, place.backups]), at, digest);
  } catch (error) {
    return fail(problem('file/not-writable', { path: place.folder, reason: errnoOf(error) }));
  }
  const written = writeAtomically(place.fs, join(place.folder, generation.name), bytes);
  if (!written.ok) return written;
  const readBack = readGeneration(place, generation);
  if (!readBack.ok) return readBack;
  for (const old of earlier.value.slice(keptGenerations - 1)) removeGeneration(place, old);
  return ok(generation);
}

export function nameGeneration(sequence: number, at: Date, digest: string): Generation {
  const savedAt = `${at.toISOString().slice(0, 19)}Z`;
  // Windows allows no colons in names.
  const name = `${String(sequence).padStart(6, '0')}-${savedAt.replaceAll(':', '-')}-${digest}.sqlite`;
  return { name, sequence, savedAt, digest };
}

/** Null for what is no generation's name. */
export function readGenerationName(name: string): Generation | null {
  const match = namePattern.exec(name);
  if (match === null) return null;
  const [, sequence = '', day = '', hour = '', minute = '', second = '', digest = ''] = match;
  return { name, sequence: Number(sequence), savedAt: `${day}T${hour}:${minute}:${second}Z`, digest };
}

/** One generation too many does no harm; the next time it goes. */
export function removeGeneration({ fs, folder }: GenerationFolder, generation: Generation): void {
  quietly(() => {
    fs.remove(join(folder, generation.name));
  });
}
