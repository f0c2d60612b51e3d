/** Handlers of `settings/…`, `app/about`, `app/help` and `diagnostics/save`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { BackupPlaceView } from '#core/ipc/app-views.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { firstSettings } from '#core/workspace/settings.ts';
import { makeDiagnostics } from '../diagnostics/make-diagnostics.ts';
import { isWithin } from '../files/is-within.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { about } from '../settings/about.ts';
import { backupPlaceOf, keepBackupPlace, keepSettings, settingsOf } from '../settings/app-settings.ts';
import { help } from '../settings/help.ts';
import { deskOf, type HandlerContext } from './context.ts';

type AppChannel =
  | 'settings/read'
  | 'settings/write'
  | 'settings/backup-place'
  | 'settings/choose-backup-place'
  | 'settings/forget-backup-place'
  | 'log/reveal'
  | 'app/open-data-folder'
  | 'app/retry'
  | 'app/dismiss-accidents'
  | 'workspace/saving'
  | 'workspace/save-again'
  | 'app/about'
  | 'app/help'
  | 'diagnostics/save';

export function appHandlers(context: HandlerContext): Pick<Handlers, AppChannel> {
  const { build, data, version, platform, editions, workspace } = context;
  const placeView = (): BackupPlaceView => {
    const folder = workspace.ok ? backupPlaceOf(workspace.value) : null;
    if (folder === null || !context.backups.ok) return { folder, newest: null, problem: null };
    return { folder, ...context.backups.value.copies(folder) };
  };
  const versionsAndLicences = () => about(build, version, process.versions);
  return {
    'settings/read': () => ok(workspace.ok ? settingsOf(workspace.value) : firstSettings),
    'settings/write': async (settings) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const saved = await keepSettings(desk.value.workspace, settings);
      context.onSettings(settings);
      return ok(saved);
    },
    'settings/backup-place': () => ok(placeView()),
    'settings/choose-backup-place': async () => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const folder = await context.dialogs.chooseFolder();
      if (folder === null) return ok(placeView());
      if (isWithin(data, folder)) return fail(problem('backup/place-inside', { path: folder }));
      await keepBackupPlace(desk.value.workspace, folder);
      // At once, so that the user sees that the place works.
      if (context.backups.ok) await context.backups.value.copyDue(folder);
      return ok(placeView());
    },
    'settings/forget-backup-place': async () => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      await keepBackupPlace(desk.value.workspace, null);
      return ok(placeView());
    },
    'log/reveal': () => {
      context.dialogs.showInFolder(join(data, 'logs', 'nianbao.log'));
      return ok(null);
    },
    'app/open-data-folder': () => {
      context.dialogs.openDataFolder();
      return ok(null);
    },
    'app/retry': async ({ from }) => {
      if (from === 'folder') return context.retry(null);
      const chosen = await context.dialogs.chooseBackup();
      return chosen === null ? fail(problem('backup/cancelled')) : context.retry(chosen);
    },
    'app/dismiss-accidents': () => {
      if (workspace.ok) workspace.value.accidents.dismiss();
      return ok(null);
    },
    'workspace/saving': () => ok(workspace.ok ? workspace.value.unsaved() : null),
    'workspace/save-again': async () => (workspace.ok ? ok(await workspace.value.saveAgain()) : workspace),
    'app/about': () => ok(versionsAndLicences()),
    'app/help': ({ language }) => ok(help(build, editions.ok ? editions.value : [], language)),
    'diagnostics/save': async () => {
      const folder = await context.dialogs.chooseFolder();
      if (folder === null) return ok(null);
      const bytes = makeDiagnostics({
        data,
        platform,
        versions: versionsAndLicences().versions,
        settings: workspace.ok ? settingsOf(workspace.value) : firstSettings,
        editions: editions.ok ? editions.value : [],
        workspace,
      });
      const fileName = freeName(folder);
      const written = writeAtomically(nodeFileSystem, join(folder, fileName), bytes);
      if (!written.ok) return written;
      context.dialogs.showInFolder(join(folder, fileName));
      return ok({ fileName });
    },
  };
}

/** An earlier bundle in the folder stays. */
function freeName(folder: string): string {
  let number = 1;
  const name = () => (number === 1 ? 'nianbao-diagnostics.zip' : `nianbao-diagnostics-${String(number)}.zip`);
  while (existsSync(join(folder, name()))) number += 1;
  return name();
}
