/** Finds the workspace's database on disk: as it was left, new, or recovered; never an empty one in silence. */
import { dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { OpeningReport } from '#core/ipc/views.ts';
import { editsAfter } from '#core/workspace/last-save.ts';
import { attachmentsFolderName } from '../attachments/attachment-files.ts';
import { receivedFolderName } from '../attachments/received-files.ts';
import { isTemporaryName, writeAtomically } from '../files/atomic-write.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { makeOwnBackup } from './backups/own-backups.ts';
import { chosenCopy, listCopies, type Copy } from './copies.ts';
import { journalHead, stateOf } from './database-state.ts';
import { examineImage } from './examine-image.ts';
import { keepGeneration, workspaceLimitBytes } from './generations.ts';
import { migrate, newestVersion } from './migrate.ts';
import type { Migration } from './migrations/all.ts';
import { readLastSave } from './record-last-save.ts';
import { recoverDatabase } from './recover-database.ts';
import type { Database, SqlEngine } from './sql-engine.ts';

/** One workspace on disk and what is needed to open it. */
export type WorkspacePlace = {
  readonly fs: FileSystem;
  readonly engine: SqlEngine;
  /** The workspace file, in `folder` unless a symbolic link there leads elsewhere. */
  readonly path: string;
  readonly folder: string;
  readonly generations: string;
  readonly backups: string;
  /** Of the app, for the descriptions of backups. */
  readonly appVersion: string;
  /** Null while nobody else has the folder. */
  readonly whoElse: () => Problem | null;
  readonly now: () => Date;
  /** The backup to open in the place of a broken file; null for the newest good copy. */
  readonly from: string | null;
  /** Told when edits could not be written, and when they are. */
  readonly onSaving?: () => void;
  readonly steps: readonly Migration[];
};

export type OpenedDatabase = { readonly database: Database; readonly opening: OpeningReport };

/**
 * Opens the database and leaves on disk what it holds. A file that cannot be believed is left alone or set aside,
 * never overwritten.
 *
 * @returns workspace/newer { path, version, known }, workspace/damaged { path, reason }, workspace/migration-failed,
 * workspace/not-writable { path, reason }, or what stood in the way of reading or writing the file.
 */
export function openDatabase(place: WorkspacePlace): Outcome<OpenedDatabase> {
  const { fs, engine, path } = place;
  const known = newestVersion(place.steps);
  try {
    fs.makeFolder(place.folder);
  } catch (error) {
    return fail(problem('workspace/not-writable', { path: place.folder, reason: errnoOf(error) }));
  }
  const kept = [attachmentsFolderName, receivedFolderName].map((name) => join(place.folder, name));
  const written = [place.folder, dirname(path), place.generations, place.backups, ...kept];
  for (const folder of written) removeLeftovers(fs, folder);

  const stored = readBytes(fs, path, workspaceLimitBytes);
  if (!stored.ok) {
    const fault = faultOf(place, stored.problem);
    if (fault === null) return stored;
    const copies = copiesFor(place);
    if (!copies.ok) return copies;
    if (fault !== 'missing') return recoverDatabase(place, copies.value, fault);
    return copies.value.length === 0 ? createDatabase(place) : recoverDatabase(place, copies.value, null);
  }
  const verdict = examineImage(engine, stored.value, known);
  switch (verdict.kind) {
    case 'newer':
      return fail(problem('workspace/newer', { path, version: verdict.version, known }));
    case 'damaged': {
      const copies = copiesFor(place);
      return copies.ok ? recoverDatabase(place, copies.value, verdict.reason) : copies;
    }
    case 'good': {
      // Before anything is migrated, which may write.
      const lost = editsAfter(readLastSave(fs, place.folder), journalHead(verdict.database));
      const opening: OpeningReport = lost === null ? { kind: 'opened' } : { kind: 'older', lost };
      const brought = bringUpToDate(place, verdict.database, verdict.version, stored.value);
      if (brought.ok) return ok({ database: verdict.database, opening });
      verdict.database.close();
      return brought;
    }
  }
}

/**
 * What is wrong where the file cannot be read: `missing` when there is none, null where it may be read in a moment, as one
 * that another program holds. A medium that fails is given up only for a backup that the user has chosen.
 */
function faultOf({ from }: WorkspacePlace, { code, details }: Problem): string | null {
  if (code === 'file/not-found') return 'missing';
  if (code !== 'file/not-readable') return null;
  if (details['reason'] === 'EISDIR') return 'a folder stands in its place';
  return from === null ? null : 'it cannot be read';
}

/** Of the backup that the user chose it is said what is wrong with it. */
function copiesFor(place: WorkspacePlace): Outcome<readonly Copy[]> {
  if (place.from === null) return listCopies(place);
  const chosen = chosenCopy(place, place.from);
  return chosen.ok ? ok([chosen.value]) : chosen;
}

/**
 * Keeps the file as it was left. Before a migration it is backed up as well, with the attachments, and without that
 * backup there is no migration; a copy is migrated and takes the file's place.
 */
function bringUpToDate(place: WorkspacePlace, database: Database, version: number, bytes: Uint8Array): Outcome<unknown> {
  const kept = keepGeneration({ fs: place.fs, folder: place.generations, backups: place.backups }, bytes, place.now());
  if (version === newestVersion(place.steps)) return ok(null);
  if (!kept.ok) return kept;
  const state = stateOf(database);
  const subject = {
    ...place,
    workspace: place.folder,
    numbered: [place.generations],
    image: bytes,
    isSealed: true,
    state,
    now: place.now(),
  };
  const made = makeOwnBackup(place, subject, 'before-migration');
  if (!made.ok) return made;
  const migrated = migrate(database, place.steps, place.path);
  return migrated.ok ? writeAtomically(place.fs, place.path, database.image()) : migrated;
}

function createDatabase(place: WorkspacePlace): Outcome<OpenedDatabase> {
  const database = place.engine.open();
  const migrated = migrate(database, place.steps, place.path);
  const bytes = database.image();
  const written = migrated.ok ? writeAtomically(place.fs, place.path, bytes) : migrated;
  if (!written.ok) {
    database.close();
    return written;
  }
  keepGeneration({ fs: place.fs, folder: place.generations, backups: place.backups }, bytes, place.now());
  return ok({ database, opening: { kind: 'created' } });
}

/** What an interrupted write left is not a state of the workspace, and nobody will ask for it. */
function removeLeftovers(fs: FileSystem, folder: string): void {
  try {
    for (const name of fs.list(folder).filter(isTemporaryName)) fs.remove(join(folder, name));
  } catch (error) {
    errnoOf(error);
  }
}
