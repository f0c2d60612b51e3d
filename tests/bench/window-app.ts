/** The app, or a bare window of the same Electron, started as the system starts them and watched through the debugging port. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { attachTo } from '../fixtures/debugging-port.ts';

export type BenchWindow = {
  readonly page: Page;
  /** When its process was started, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Of all its processes together, in bytes; what several share is counted once (PSS). */
  readonly memory: () => number;
  readonly close: () => Promise<void>;
};

export const root = resolve(import.meta.dirname, '../..');

/** Frames are made as soon as there is something to paint: the wait for the screen's next turn is the screen's. */
const eagerFrames = `const { app } = require('electron');
for (const each of ['disable-frame-rate-limit', 'disable-gpu-vsync']) app.commandLine.appendSwitch(each);
`;

/** A window that shows a file, set up as the app's is, and does nothing else. */
const bareMain = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.NIANBAO_BENCH_DATA);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } });
  window.loadFile(require('node:path').join(__dirname, 'table.html'));
});
app.on('window-all-closed', () => app.quit());
`;

const folders: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-window-'));
  folders.push(folder);
  return folder;
}

/** All that `newFolder` made, once no window uses them any more. */
export function removeFolders(): void {
  // A process that has ended may still be letting go of its files.
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** An app of one window that shows `html`. */
export function bareApp(html: string): string {
  const folder = newFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), bareMain);
  writeFileSync(join(folder, 'table.html'), html);
  return folder;
}

export async function startWindow(executable: string, app: string, data: string): Promise<BenchWindow> {
  const hook = join(data, 'eager-frames.cjs');
  mkdirSync(data, { recursive: true });
  writeFileSync(hook, eagerFrames);
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [...noSandbox, '-r', hook, app, '--remote-debugging-port=0', `--user-data-dir=${data}`];
  const startedAt = Date.now();
  const child = spawn(executable, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LANG: 'zh_CN.UTF-8', NIANBAO_BENCH_DATA: data },
  });
  const { browser, page } = await attachTo(child);
  return {
    page,
    startedAt,
    memory: () => memoryOf(child.pid ?? 0),
    close: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      await page.close();
      await browser.close();
      await ended;
    },
  };
}

/** PSS of a process and all that descend from it (Linux). */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/u.test(each))) {
    const parent = /\) \S+ (\d+)/u.exec(textAt(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOurs = (each: number | undefined): boolean => each === pid || (each !== undefined && each > 1 && isOurs(parents.get(each)));
  let sum = 0;
  for (const each of [pid, ...parents.keys()].filter((one, index) => index === 0 || (one !== pid && isOurs(one))))
    sum += Number(/^Pss:\s+(\d+) kB/mu.exec(textAt(`/proc/${String(each)}/smaps_rollup`))?.[1] ?? 0) * 1024;
  return sum;
}

/** Processes come and go while they are counted. */
function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
