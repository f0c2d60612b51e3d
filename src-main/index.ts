/** Composition root of the desktop app. With a headless command in its arguments it runs that instead of a window. */
import { join } from 'node:path';
import { app, dialog, session, type BrowserWindow } from 'electron';
import { commands } from './commands/registry.ts';
import { runCommand } from './commands/run.ts';
import { nodeTerminal } from './commands/terminal.ts';
import { nodeFileSystem } from './files/file-system.ts';
import { serve } from './ipc/serve.ts';
import { askAboutLock } from './shell/ask-about-lock.ts';
import { createFailureTeller } from './shell/backup-failure.ts';
import { checkDataFolder } from './shell/check-data-folder.ts';
import { createCloseGuard } from './shell/close-guard.ts';
import { startDesk } from './shell/desk-thread.ts';
import { nativeDialogs } from './shell/dialogs.ts';
import { openLog } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { declareScheme, serveScreens } from './shell/protocol.ts';
import { appOrigin, forbidNetwork, lockContents, lockSession } from './shell/security.ts';
import { openWindow } from './shell/window.ts';
import { loadEditions } from './use-cases/load-editions.ts';
import type { Language } from '#core/lib/bilingual.ts';
import { problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';

const out = join(import.meta.dirname, '..');
const resources = join(out, '../resources');

/** Switches for Chromium come first; started from the sources, the app's folder is the word after them. */
const given = process.argv.slice(1).filter((word) => !/^--(no-sandbox|user-data-dir|inspect|remote-debugging)/u.test(word));
const words = app.isPackaged ? given : given.slice(1);
const isHeadless = commands.some((each) => each.name.split(' ')[0] === words[0]) || words[0] === 'help';

forbidNetwork(app);
if (isHeadless) {
  // Neither display nor graphics are needed, and their complaints are not the command's.
  app.commandLine.appendSwitch('headless');
  app.commandLine.appendSwitch('log-level', '3');
  app.disableHardwareAcceleration();
  void runCommand(words, () => loadEditions(join(resources, 'editions')), nodeTerminal(process)).then((status) => {
    app.exit(status);
  });
} else if (!app.requestSingleInstanceLock()) {
  const fault = checkDataFolder(nodeFileSystem, app.getPath('userData'));
  if (fault === null) app.quit();
  else sayAndLeave(describeProblem(fault, 'zh'));
} else {
  declareScheme();
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      sayAndLeave(error instanceof Error ? error.message : String(error));
    });
}

/** Without a window there is no other place to say it. */
function sayAndLeave(words: string): void {
  process.stderr.write(`${words}\n`);
  void app.whenReady().then(() => {
    dialog.showErrorBox('年报通', words);
    app.exit(1);
  });
}

async function start(): Promise<void> {
  const data = app.getPath('userData');
  const log = openLog(join(data, 'logs'));
  lockSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });
  serveScreens(session.defaultSession, join(out, 'renderer'));

  let window: BrowserWindow | null = null;
  let language: Language = 'zh';
  const takeLanguage = (chosen: Language) => {
    language = chosen;
    setMenu(chosen, process.platform);
  };
  const guard = createCloseGuard(
    async () => {
      try {
        return await desk.close();
      } catch (error) {
        return { state: 'unsaved', problem: problem('app/bug', { reference: log.bug(error, { thread: 'desk' }) }) };
      }
    },
    () => language,
  );
  const desk = await startDesk({
    script: join(import.meta.dirname, 'desk.cjs'),
    data: {
      version: app.getVersion(),
      platform: process.platform,
      workspace: join(data, 'workspace'),
      identities: join(data, 'identity'),
      editions: join(resources, 'editions'),
      samples: join(resources, 'samples'),
      sqlWasm: join(import.meta.dirname, 'sql-wasm.wasm'),
      backupScript: join(import.meta.dirname, 'backup.cjs'),
    },
    dialogs: nativeDialogs(() => window, app.getPath('documents')),
    onLanguage: takeLanguage,
    onReadyToClose: guard.onReadyToClose,
    agrees: askAboutLock,
    onBackupFailure: createFailureTeller(() => language),
    onBug: (error) => {
      log.bug(error, { thread: 'desk' });
    },
  });
  takeLanguage(desk.language);
  serve({
    answer: desk.call,
    log,
    onCall: guard.onCall,
    isTrusted: ({ senderFrame }) =>
      window !== null && senderFrame === window.webContents.mainFrame && senderFrame.url.startsWith(`${appOrigin}/`),
  });

  window = openWindow({
    stateFolder: data,
    preload: join(out, 'preload/preload.cjs'),
    beforeClose: guard.beforeClose,
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
}
