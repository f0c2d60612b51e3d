/** The backups of an open workspace: made on order and of themselves, listed, looked into, restored. */
import { basename, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { BackupReason } from '#core/workspace/backup-reason.ts';
import { dueBackup } from '#core/workspace/due-backup.ts';
import type { BackupRhythm } from '#core/workspace/settings.ts';
import type { InspectedBackup } from '#core/workspace/inspected-backup.ts';
import { errnoOf, type FileSystem } from '../../files/file-system.ts';
import { isSameHead } from '../database-state.ts';
import type { Snapshot } from '../exchange-contents.ts';
import { localStamp } from '../local-minute.ts';
import type { Migration } from '../migrations/all.ts';
import { generationsFolderName, type Workspace } from '../workspace.ts';
import { listGenerations, type Generation } from '../generations.ts';
import { backupsFolderName, listBackups, sizeOf, type BackupFile } from './backup-folder.ts';
import type { BackupHost } from './backup-work.ts';
import { describeBackup } from './examine-backup.ts';
import type { RestorePreview } from './inspect-backup.ts';
import type { MadeBackup } from './make-backup.ts';
import type { BackupSubject } from './own-backups.ts';
import type { Rehearsal } from './rehearse-migration.ts';

/** A backup that could not be made, and when (ISO 8601). */
export type BackupFailure = { readonly at: string; readonly reason: BackupReason; readonly problem: Problem };

/** `at` is ISO 8601. */
export type CopiesState = { readonly newest: string | null; readonly problem: Problem | null };

export type Backups = {
  /** The app's own, newest first. */
  readonly list: () => Outcome<readonly BackupFile[]>;
  /** The path of one of the app's own, or of a generation; backup/not-found { name }. */
  readonly pathOf: (name: string) => Outcome<string>;
  /** The workspace file as it was kept while saving, newest first. */
  readonly generations: () => Outcome<readonly (Generation & { readonly size: number })[]>;
  /** Makes one beside the workspace; one at a time, in the order of the calls. */
  readonly make: (reason: BackupReason) => Promise<Outcome<MadeBackup>>;
  /** Makes one in a folder of the user's. */
  readonly makeIn: (folder: string) => Promise<Outcome<MadeBackup>>;
  /** Makes the hourly or daily one when it is due and something changed since the newest; null when there is nothing to do. */
  readonly makeDue: (rhythm: BackupRhythm) => Promise<Outcome<MadeBackup> | null>;
  /**
   * Once a day the further copy in a folder of the user's, which has to be there: a stick that is not put in makes no
   * folder on the disk. Null when there is nothing to do; backup/place-missing { path }.
   */
  readonly copyDue: (place: string) => Promise<Outcome<MadeBackup> | null>;
  /** When the newest further copy was made, and why the last one could not be. */
  readonly copies: (place: string) => CopiesState;
  /** The last backup of the app's own that failed, null once one succeeded. */
  readonly failure: () => BackupFailure | null;
  readonly inspect: (path: string) => Promise<Outcome<InspectedBackup>>;
  readonly preview: (path: string) => Promise<Outcome<RestorePreview>>;
  /** Tries the steps of a newer version on a copy of the present state; nothing changes. */
  readonly rehearse: (steps: readonly Migration[]) => Promise<Outcome<Rehearsal>>;
  /** Puts the backup, which the user has seen with this digest, in the place of the present state, which is backed up before. */
  readonly restore: (path: string, sha256: string, actor: string) => Promise<Outcome<MadeBackup>>;
};

export type BackupsOptions = {
  readonly workspace: Workspace;
  /** Of the workspace. */
  readonly folder: string;
  readonly fs: FileSystem;
  readonly host: BackupHost;
  readonly appVersion: string;
  readonly now: () => Date;
  /** Told of every backup of the app's own that failed: it has to be said to the user. */
  readonly onFailure: (failure: BackupFailure) => void;
};

export function openBackups({ workspace, folder, fs, host, appVersion, now, onFailure }: BackupsOptions): Backups {
  const own = join(folder, backupsFolderName);
  const kept = join(folder, generationsFolderName);
  let failed: BackupFailure | null = null;
  let copyProblem: Problem | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const subjectOf = ({ image, state }: Snapshot): BackupSubject => {
    return { workspace: folder, numbered: [kept], image, isSealed: false, state, appVersion, now: now() };
  };
  const makeOf = async (snapshot: Snapshot, reason: BackupReason): Promise<Outcome<MadeBackup>> => {
    const made = await host.makeOwn({ subject: subjectOf(snapshot), reason, folder: null });
    if (made.ok) failed = null;
    // Who asked for it, or for what it goes before, is told by the answer, and need not be told again.
    else if (reason !== 'requested' && reason !== 'before-restore') {
      failed = { at: now().toISOString(), reason, problem: made.problem };
      onFailure(failed);
    }
    return made.ok ? made : fail(ofOwnFolder(made.problem));
  };
  const make = (reason: BackupReason) => inTurn(() => makeOf(workspace.snapshot(), reason));

  return {
    list: () => listBackups({ fs, folder: own }),
    pathOf: (name) => {
      const backups = listBackups({ fs, folder: own });
      if (!backups.ok) return backups;
      if (backups.value.some((each) => each.name === name)) return ok(join(own, name));
      const generations = listGenerations({ fs, folder: kept });
      if (!generations.ok) return generations;
      return generations.value.some((each) => each.name === name) ? ok(join(kept, name)) : fail(problem('backup/not-found', { name }));
    },
    generations: () => {
      const listed = listGenerations({ fs, folder: kept });
      if (!listed.ok) return listed;
      return ok(listed.value.map((each) => ({ ...each, size: sizeOf(fs, join(kept, each.name)) ?? 0 })));
    },
    make,
    makeIn: (chosen) =>
      inTurn(() => host.makeForUser({ subject: subjectOf(workspace.snapshot()), folder: chosen, stamp: localStamp(now()) })),
    makeDue: async (rhythm) => {
      const backups = listBackups({ fs, folder: own });
      // A folder that cannot be listed cannot be written either: that is said by the attempt.
      const newest = backups.ok ? (backups.value[0] ?? null) : null;
      const reason = dueBackup(newest?.madeAt ?? null, now(), rhythm);
      if (reason === null || (newest !== null && isOfThisState(fs, join(own, newest.name), workspace))) return null;
      return make(reason);
    },
    copyDue: async (place) => {
      if (!isFolder(fs, place)) {
        copyProblem = problem('backup/place-missing', { path: place });
        return fail(copyProblem);
      }
      const folder = join(place, copiesFolderName);
      const newest = newestIn(fs, folder);
      const isDue = dueBackup(newest?.madeAt ?? null, now(), 'daily') !== null;
      if (!isDue || (newest !== null && isOfThisState(fs, join(folder, newest.name), workspace))) return null;
      const made = await inTurn(() => host.makeOwn({ subject: subjectOf(workspace.snapshot()), reason: 'daily', folder }));
      copyProblem = made.ok ? null : made.problem;
      return made;
    },
    copies: (place) => ({ newest: newestIn(fs, join(place, copiesFolderName))?.madeAt ?? null, problem: copyProblem }),
    failure: () => failed,
    inspect: (path) => host.inspect({ path }),
    preview: (path) => host.preview({ path, image: workspace.snapshot().image }),
    rehearse: (steps) => inTurn(() => host.rehearse({ image: workspace.snapshot().image, steps, path: workspace.path })),
    restore: (path, sha256, actor) =>
      inTurn(() =>
        workspace.exchange(async (snapshot) => {
          const before = await makeOf(snapshot, 'before-restore');
          if (!before.ok) return before;
          const entry = { actor, action: 'workspace/restore', detail: { backup: sha256, before: basename(before.value.path) } };
          const image = await host.unpack({ path, sha256, workspace: folder, entry, at: now().toISOString() });
          return image.ok ? ok({ image: image.value, value: before.value }) : image;
        }),
      ),
  };
}

/** Where the app's own backups go nobody can choose another place: the way out is one of the user's. */
function ofOwnFolder({ code, details }: Problem): Problem {
  return problem(code === 'file/read-only' || code === 'file/not-writable' ? 'backup/own-folder' : code, details);
}

/** In the user's folder the copies have one of their own, since the schedule lets go what is in it. */
export const copiesFolderName = '年报通备份';

function newestIn(fs: FileSystem, folder: string): BackupFile | null {
  const backups = listBackups({ fs, folder });
  return backups.ok ? (backups.value[0] ?? null) : null;
}

function isFolder(fs: FileSystem, path: string): boolean {
  try {
    fs.list(path);
    return true;
  } catch (error) {
    errnoOf(error);
    return false;
  }
}

/** Nothing changed since: the newest backup has our journal. One that cannot be read does not count. */
function isOfThisState(fs: FileSystem, path: string, workspace: Workspace): boolean {
  const described = describeBackup(fs, path);
  return described.ok && isSameHead(described.value.journal, workspace.state().journal);
}
