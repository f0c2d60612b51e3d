/** Editions that the user installed: one folder each in the data folder, named by id and digest. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { describeWriteFailure, renameWithRetries, temporaryName, writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readEditionFolder } from './edition-folder.ts';
import type { SignedEdition } from './verify-edition.ts';

/** `2021-0123456789ab`; what is named otherwise is none of ours. */
const folderName = /^[0-9A-Za-z-]+-[0-9a-f]{12}$/u;

/** The file as it came, kept so that anybody can verify it again. */
const originalName = 'signed.asice';

/**
 * The installed editions, newest form first. One whose digest is no longer that of its folder fails them all
 * (edition/not-verified): rules that somebody altered on the disk must not check anything.
 */
export function loadInstalled(folder: string): Outcome<readonly LoadedEdition[]> {
  const editions: LoadedEdition[] = [];
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => folderName.test(name)) : [];
  for (const name of names.toSorted().toReversed()) {
    const read = readEditionFolder(join(folder, name), name);
    const isIntact = read.ok && name === nameOf(read.value.loaded);
    if (!isIntact)
      return fail(problem('edition/not-verified', { file: join(folder, name), reason: read.ok ? 'digest' : read.problem.code }));
    editions.push(read.value.loaded);
  }
  return ok(editions);
}

/**
 * Puts a verified edition into the data folder: written beside its place and moved there as a whole. edition/installed where
 * it is there already, file/… where it cannot be written.
 */
export function installEdition(folder: string, signed: SignedEdition, original: Uint8Array): Outcome<string> {
  const { loaded, edition, rules } = signed;
  const place = join(folder, nameOf(loaded));
  if (existsSync(place)) return fail(problem('edition/installed', { edition: loaded.id, digest: loaded.digest.slice(0, 12) }));
  const unfinished = join(folder, temporaryName());
  try {
    mkdirSync(unfinished, { recursive: true });
  } catch (error) {
    return fail(describeWriteFailure(error, folder));
  }
  const text = (content: string) => new TextEncoder().encode(content);
  for (const [name, bytes] of [
    ['edition.json', text(edition)],
    ['rules.json', text(rules)],
    [originalName, original],
  ] as const) {
    const written = writeAtomically(nodeFileSystem, join(unfinished, name), bytes);
    if (!written.ok) {
      rmSync(unfinished, { recursive: true, force: true });
      return written;
    }
  }
  try {
    renameWithRetries(nodeFileSystem, unfinished, place);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    return fail(describeWriteFailure(error, place));
  }
  return ok(place);
}

/** Takes an installed edition away, so that the one before it counts again. edition/unknown where there is none. */
export function removeEdition(folder: string, edition: LoadedEdition): Outcome<null> {
  try {
    rmSync(join(folder, nameOf(edition)), { recursive: true });
  } catch (error) {
    return fail(describeWriteFailure(error, join(folder, nameOf(edition))));
  }
  return ok(null);
}

function nameOf({ id, digest }: LoadedEdition): string {
  return `${id}-${digest.slice(0, 12)}`;
}
