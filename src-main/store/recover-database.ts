/** Opens the newest good generation in the place of a workspace file that is broken or gone. */
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { describeWriteFailure, renameWithRetries, writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { examineImage } from './examine-image.ts';
import { readGeneration, type Generation } from './generations.ts';
import { migrate, newestVersion } from './migrate.ts';
import type { OpenedDatabase, WorkspacePlace } from './open-database.ts';
import type { Database } from './sql-engine.ts';

/**
 * Recovers from `generations`, newest first; `damage` says what is wrong with the file, null that there is none. The
 * broken file is renamed, and only once a good generation is in memory; without one it stays in its place, untouched.
 *
 * @returns the database, with `setAside` (the broken file's new path, or empty when there was no file) and the
 * generation in its report; workspace/damaged when no generation is good, workspace/newer when one is of the future.
 */
export function recoverDatabase(place: WorkspacePlace, generations: readonly Generation[], damage: string | null): Outcome<OpenedDatabase> {
  const known = newestVersion(place.steps);
  for (const generation of generations) {
    const bytes = readGeneration({ fs: place.fs, folder: place.generations }, generation);
    if (!bytes.ok && !isLost(bytes.problem)) return bytes;
    if (!bytes.ok) continue;
    const verdict = examineImage(place.engine, bytes.value, known);
    if (verdict.kind === 'newer') {
      const path = join(place.generations, generation.name);
      return fail(problem('workspace/newer', { path, version: verdict.version, known }));
    }
    if (verdict.kind === 'damaged') continue;
    const restored = putInPlace(place, verdict.database, damage !== null);
    if (!restored.ok) {
      verdict.database.close();
      return restored;
    }
    const opening = { kind: 'recovered', setAside: restored.value, generation: generation.name, savedAt: generation.savedAt } as const;
    return ok({ database: verdict.database, opening });
  }
  return fail(problem('workspace/damaged', { path: place.path, reason: damage ?? 'the file is missing' }));
}

/** True for a generation that will not come back; one that is locked for the moment is worth more than an older one. */
function isLost({ code, details }: Problem): boolean {
  return code === 'workspace/damaged' || code === 'file/not-found' || details['reason'] === 'EIO';
}

function putInPlace(place: WorkspacePlace, database: Database, isFileThere: boolean): Outcome<string> {
  const migrated = migrate(database, place.steps, place.path);
  if (!migrated.ok) return migrated;
  const setAside = isFileThere ? setFileAside(place.fs, place.path, place.now()) : ok('');
  if (!setAside.ok) return setAside;
  const written = writeAtomically(place.fs, place.path, database.image());
  return written.ok ? setAside : written;
}

/** Renames the file to a name that nothing has yet, and returns the new path. */
function setFileAside(fs: FileSystem, path: string, at: Date): Outcome<string> {
  const folder = dirname(path);
  const wanted = `${basename(path)}.damaged-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  try {
    const taken = fs.list(folder);
    let name = wanted;
    for (let count = 2; taken.includes(name); count += 1) name = `${wanted}-${count}`;
    renameWithRetries(fs, path, join(folder, name));
    fs.syncFolder(folder);
    return ok(join(folder, name));
  } catch (error) {
    return fail(describeWriteFailure(error, path));
  }
}
