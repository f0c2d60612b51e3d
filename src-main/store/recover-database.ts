/** Opens the newest good copy in the place of a workspace file that is broken or gone. */
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { lostEdits } from '#core/workspace/last-save.ts';
import { describeWriteFailure, renameWithRetries, writeAtomically } from '../files/atomic-write.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import type { Copy } from './copies.ts';
import { journalHead } from './database-state.ts';
import { examineImage } from './examine-image.ts';
import { readLastSave } from './record-last-save.ts';
import { migrate, newestVersion } from './migrate.ts';
import type { OpenedDatabase, WorkspacePlace } from './open-database.ts';
import type { Database } from './sql-engine.ts';

/**
 * Recovers from `copies`, newest first; `damage` says what is wrong with the file, null that there is none. The broken
 * file is renamed, and only once a good copy is in memory; without one it stays in its place, untouched.
 *
 * @returns the database, with `setAside` (the broken file's new path, or empty when there was no file), the copy and
 * what it lacks in its report; workspace/damaged when no copy is good, workspace/newer when one is of the future.
 */
export function recoverDatabase(place: WorkspacePlace, copies: readonly Copy[], damage: string | null): Outcome<OpenedDatabase> {
  const known = newestVersion(place.steps);
  const newer = (path: string, version: number | string) => fail(problem('workspace/newer', { path, version, known }));
  const writtenAt = damage === null ? null : lastWritten(place);
  for (const copy of copies) {
    const bytes = copy.read();
    if (!bytes.ok) {
      if (bytes.problem.code === 'backup/newer') return newer(copy.path, bytes.problem.details['found'] ?? '');
      if (!isLost(bytes.problem)) return bytes;
      continue;
    }
    const verdict = examineImage(place.engine, bytes.value, known);
    if (verdict.kind === 'newer') return newer(copy.path, verdict.version);
    if (verdict.kind === 'damaged') continue;
    const { database } = verdict;
    const restored = putInPlace(place, database, damage !== null);
    if (!restored.ok) {
      database.close();
      return restored;
    }
    // An attachment that cannot be put back shows when it is opened; the entries are what counts now.
    copy.keepAttachments();
    const { kind, name, savedAt } = copy;
    const lost = lostEdits(readLastSave(place.fs, place.folder), journalHead(database), writtenAt);
    return ok({ database, opening: { kind: 'recovered', setAside: restored.value, copy: { kind, name }, savedAt, lost } });
  }
  return fail(problem('workspace/damaged', { path: place.path, reason: damage ?? 'the file is missing' }));
}

/** ISO 8601; null where the system does not say. */
function lastWritten({ fs, path }: WorkspacePlace): string | null {
  try {
    return fs.writtenAt(path).toISOString();
  } catch (error) {
    errnoOf(error);
    return null;
  }
}

/** True for a copy that will not come back; one that is locked for the moment is worth more than an older one. */
function isLost({ code, details }: Problem): boolean {
  return ['workspace/damaged', 'backup/damaged', 'backup/not-a-backup', 'file/not-found'].includes(code) || details['reason'] === 'EIO';
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
