/** The one window: sandboxed, isolated, without Node, showing only the app's own pages. */
import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import { appOrigin, lockContents } from './security.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

export type WindowOptions = {
  readonly stateFolder: string;
  readonly preload: string;
  /** Called when the user closes the window; the window goes when it answers true. */
  readonly beforeClose: (window: BrowserWindow) => Promise<boolean>;
};

/** What stands behind the page while it is painted. */
export function groundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#14181d' : '#f6f7f8';
}

export function openWindow(options: WindowOptions): BrowserWindow {
  const state = readWindowState(
    options.stateFolder,
    screen.getAllDisplays().map((each) => each.workArea),
  );
  const area = screen.getPrimaryDisplay().workArea;
  const window = new BrowserWindow({
    ...(state ?? { width: Math.min(1366, area.width), height: Math.min(768, area.height) }),
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: '年报通',
    backgroundColor: groundColour(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      session: session.defaultSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // The spelling dictionaries would be fetched from the network.
      spellcheck: false,
    },
  });
  lockContents(window.webContents);
  window.once('ready-to-show', () => {
    if (state?.maximized === true) window.maximize();
    else window.show();
  });
  askBeforeClose(window, options);
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

function askBeforeClose(window: BrowserWindow, options: WindowOptions): void {
  let mayClose = false;
  let isAsking = false;
  window.on('close', (event) => {
    writeWindowState(options.stateFolder, window);
    if (mayClose) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void options.beforeClose(window).then((answer) => {
      isAsking = false;
      mayClose = answer;
      if (answer) window.close();
    });
  });
}
