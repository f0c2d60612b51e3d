/** Handlers of `backup/…`. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isWithin } from '../files/is-within.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { BackupSource, MadeBackupView } from '#core/ipc/backup-views.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { Backups } from '../store/backups/backups.ts';
import type { MadeBackup } from '../store/backups/make-backup.ts';
import { restoreBackup } from '../use-cases/restore-backup.ts';
import type { HandlerContext } from './context.ts';
import { restoreEdits } from './restore-edits.ts';

type BackupChannel = Extract<keyof Handlers, `backup/${string}`>;

export function backupHandlers(context: HandlerContext): Pick<Handlers, BackupChannel> {
  const { backups, dialogs, workspace } = context;
  /** The file that the user chose last, by the token that the screens have for it. */
  let chosen: { readonly token: string; readonly path: string } | null = null;

  const pathOf = (open: Backups, source: BackupSource): Outcome<string> => {
    if (source.kind !== 'chosen') return open.pathOf(source.name);
    return chosen?.token === source.token ? ok(chosen.path) : fail(problem('backup/not-found', { name: source.token }));
  };
  const at = async <T>(source: BackupSource, work: (open: Backups, path: string) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    if (!backups.ok) return backups;
    const path = pathOf(backups.value, source);
    return path.ok ? work(backups.value, path.value) : path;
  };

  return {
    'backup/list': () => {
      if (!backups.ok) return backups;
      const listed = backups.value.list();
      if (!listed.ok) return listed;
      const views = listed.value.map(({ name, madeAt, reason, size }) => ({ name, madeAt, reason, size }));
      const kept = backups.value.generations();
      if (!kept.ok) return kept;
      const generations = kept.value.map(({ name, savedAt, size }) => ({ name, madeAt: savedAt, reason: 'generation' as const, size }));
      return ok({ backups: views, generations, failure: backups.value.failure() });
    },
    'backup/create': async ({ where }) => {
      if (!backups.ok) return backups;
      if (where === 'beside') return viewOf(await backups.value.make('requested'));
      const folder = await dialogs.chooseFolder();
      if (folder === null) return fail(problem('backup/cancelled'));
      // What takes the data takes a backup beside it too.
      if (isWithin(context.data, folder)) return fail(problem('backup/place-inside', { path: folder }));
      return viewOf(await backups.value.makeIn(folder));
    },
    'backup/choose': async () => {
      const path = await dialogs.chooseBackup();
      if (path === null) return fail(problem('backup/cancelled'));
      chosen = { token: randomUUID(), path };
      return ok({ token: chosen.token, fileName: basename(path) });
    },
    'backup/inspect': ({ source }) => at(source, (open, path) => open.inspect(path)),
    'backup/preview-restore': ({ source }) =>
      at(source, async (open, path) => {
        const previewed = await open.preview(path);
        if (!previewed.ok) return previewed;
        const { backup, changes, differing } = previewed.value;
        return ok({ backup, changes, edits: restoreEdits(differing, context.editions.ok ? context.editions.value : []) });
      }),
    'backup/restore': ({ source, sha256 }) =>
      at(source, (open, path) => (workspace.ok ? restoreBackup(workspace.value, open, { path, sha256 }) : Promise.resolve(workspace))),
  };
}

function viewOf(made: Outcome<MadeBackup>): Outcome<MadeBackupView> {
  if (!made.ok) return made;
  const { path, size, sha256, manifest } = made.value;
  return ok({ fileName: basename(path), size, sha256, absent: manifest.absent.length });
}
