/** Handlers of `settings/…`, `app/about`, `app/help` and `diagnostics/save`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '#core/lib/outcome.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { firstSettings } from '#core/workspace/settings.ts';
import { makeDiagnostics } from '../diagnostics/make-diagnostics.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { about } from '../settings/about.ts';
import { keepSettings, settingsOf } from '../settings/app-settings.ts';
import { help } from '../settings/help.ts';
import { deskOf, type HandlerContext } from './context.ts';

type AppChannel = 'settings/read' | 'settings/write' | 'app/about' | 'app/help' | 'diagnostics/save';

export function appHandlers(context: HandlerContext): Pick<Handlers, AppChannel> {
  const { build, data, version, platform, editions, workspace } = context;
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
