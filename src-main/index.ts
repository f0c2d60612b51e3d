/** Composition root of the desktop app. With a headless command in its arguments it runs that instead of a window. */
import { join } from 'node:path';
import { app, dialog, nativeTheme, session, type BrowserWindow } from 'electron';
import { installedEditionsIn } from './editions/data-folder.ts';
import { nodeFileSystem } from './files/file-system.ts';
import { serve } from './ipc/serve.ts';
import { printHere } from './printing/print-files.ts';
import { askAboutLock } from './shell/ask-about-lock.ts';
import { createFailureTeller } from './shell/backup-failure.ts';
import { checkDataFolder } from './shell/check-data-folder.ts';
import { createCloseGuard } from './shell/close-guard.ts';
import { startDesk } from './shell/desk-thread.ts';
import { portableDataFolder } from './shell/data-folder.ts';
import { nativeDialogs } from './shell/dialogs.ts';
import { gatherGivenFiles } from './shell/given-files.ts';
import { openLog } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { systemSecretBox } from './shell/secret-box.ts';
import { declareScheme, serveScreens } from './shell/protocol.ts';
import { appOrigin, forbidNetwork, lockContents, lockSession, refuseServers } from './shell/security.ts';
import { createInstallerStarter } from './shell/start-installer.ts';
import { groundColour, openWindow } from './shell/window.ts';
import { appFacts } from './updates/running-app.ts';
import type { Language } from '#core/lib/bilingual.ts';
import type { Settings } from '#core/workspace/settings.ts';
import { problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { startWords } from '#core/text/screens/start.ts';

const out = join(import.meta.dirname, '..');
const resources = join(out, '../resources');
const fonts = join(out, 'main/fonts');

/** Files that the app was opened with; macOS tells of its by an event, the first perhaps before the app is ready. */
const givenFiles = gatherGivenFiles();

/** Switches for Chromium come first; started from the sources, the app's folder is the word after them. */
const given = process.argv.slice(1).filter((word) => !/^--(no-sandbox|user-data-dir|inspect|remote-debugging)/u.test(word));
const words = app.isPackaged ? given : given.slice(1);

const portable = portableDataFolder(process.env, process.argv);
if (portable !== null) app.setPath('userData', portable);

forbidNetwork(app);
declareScheme();
const [word] = words;
if (word === undefined) openApp();
else {
  // Resolved before the app can be ready, so that the switches still count.
  void import('./headless.ts').then(({ isCommand, runHeadless }) => {
    if (!isCommand(word)) {
      openApp();
      return;
    }
    // Neither display nor graphics are needed, and their complaints are not the command's.
    app.commandLine.appendSwitch('headless');
    app.commandLine.appendSwitch('log-level', '3');
    app.disableHardwareAcceleration();
    const data = process.env['NIANBAO_DATA'] ?? app.getPath('userData');
    const facts = appFacts(app.getVersion(), resources);
    void runHeadless(words, { resources, data, print: printHere(fonts), facts }).then((status) => {
      app.exit(status);
    });
  });
}

function openApp(): void {
  if (!app.requestSingleInstanceLock()) {
    const fault = checkDataFolder(nodeFileSystem, app.getPath('userData'));
    if (fault === null) app.quit();
    else sayAndLeave(describeProblem(fault, 'zh'));
    return;
  }
  givenFiles.add(words, process.cwd());
  app.once('open-file', (event, file) => {
    event.preventDefault();
    givenFiles.add([file], '/');
  });
  start().catch((error: unknown) => {
    sayAndLeave(error instanceof Error ? error.message : String(error));
  });
}

/** Without a window there is no other place to say it. */
function sayAndLeave(words: string): void {
  process.stderr.write(`${words}\n`);
  void app.whenReady().then(() => {
    // Not the box for errors: its button says what the system's language is.
    dialog.showMessageBoxSync({
      type: 'error',
      title: '年报通',
      message: startWords.cannotStart.zh,
      detail: words,
      buttons: [startWords.leave.zh],
      noLink: true,
    });
    app.exit(1);
  });
}

/** The desk opens the workspace while Chromium makes itself ready. */
async function start(): Promise<void> {
  const data = app.getPath('userData');
  const log = openLog(join(data, 'logs'));
  refuseServers(app);
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });

  let window: BrowserWindow | null = null;
  const installer = createInstallerStarter(process.platform);
  let language: Language = 'zh';
  const takeLanguage = (chosen: Language) => {
    language = chosen;
    setMenu(chosen, process.platform);
  };
  let zoom = 1;
  const takeSettings = (settings: Settings) => {
    nativeTheme.themeSource = settings.theme;
    zoom = settings.zoom / 100;
    window?.setBackgroundColor(groundColour());
    window?.webContents.setZoomFactor(zoom);
  };
  const guard = createCloseGuard(
    async () => {
      try {
        return await (await starting).close();
      } catch (error) {
        return { state: 'unsaved', problem: problem('app/bug', { reference: log.bug(error, { thread: 'desk' }) }) };
      }
    },
    () => language,
  );
  const starting = startDesk({
    script: join(import.meta.dirname, 'desk.cjs'),
    data: {
      version: app.getVersion(),
      app: appFacts(app.getVersion(), resources),
      platform: process.platform,
      data,
      workspace: join(data, 'workspace'),
      identities: join(data, 'identity'),
      editions: join(resources, 'editions'),
      installedEditions: installedEditionsIn(data),
      samples: join(resources, 'samples'),
      sqlWasm: join(import.meta.dirname, 'sql-wasm.wasm'),
      backupScript: join(import.meta.dirname, 'backup.cjs'),
    },
    dialogs: nativeDialogs(() => window, app.getPath('documents'), data, givenFiles, installer.order),
    onLanguage: takeLanguage,
    onSettings: takeSettings,
    print: printHere(fonts),
    secrets: systemSecretBox(process.platform),
    onReadyToClose: guard.onReadyToClose,
    onNotice: (notice) => window?.webContents.send(notice),
    agrees: async (silent) => {
      await app.whenReady();
      return askAboutLock(silent);
    },
    onBackupFailure: createFailureTeller(() => language),
    onBug: (error) => {
      log.bug(error, { thread: 'desk' });
    },
  });
  serve({
    answer: async (channel, input) => (await starting).call(channel, input),
    log,
    onCall: guard.onCall,
    isTrusted: ({ senderFrame }) =>
      window !== null && senderFrame === window.webContents.mainFrame && senderFrame.url.startsWith(`${appOrigin}/`),
  });

  // One after the other: a page that is loaded while a debugger attaches itself is often not noticed by it.
  const [{ language: first }] = await Promise.all([starting, app.whenReady()]);
  takeLanguage(first);
  lockSession(session.defaultSession);
  serveScreens(session.defaultSession, join(out, 'renderer'));
  window = openWindow({
    stateFolder: data,
    preload: join(out, 'preload/preload.cjs'),
    beforeClose: guard.beforeClose,
  });
  // Chromium keeps a zoom of its own, and forgets ours with the page.
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(zoom));
  const takeFiles = (files: readonly string[], folder: string) => {
    if (window.isMinimized()) window.restore();
    window.focus();
    if (givenFiles.add(files, folder)) window.webContents.send('window/given');
  };
  app.on('second-instance', (_event, argv, folder) => {
    takeFiles(argv.slice(1), folder);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    takeFiles([file], '/');
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('quit', () => {
    installer.run();
    endForSure();
  });
}

/**
 * The window goes only when all is saved (`close-guard.ts`), so nothing can be lost any more. Yet a thread that Node ends
 * can, before Node 24 and about once in twenty times after backups, wait for ever for one of V8's, and the app with it:
 * without a window, without timers, and with the workspace held. So the process is not left to end its threads.
 */
function endForSure(): void {
  process.kill(process.pid, 'SIGKILL');
}
