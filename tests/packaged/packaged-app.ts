/**
 * Starts the packaged app. Its fuses refuse the inspector that Playwright starts other apps with, so that the window is
 * driven through the debugging port of the page, and what belongs to the main process (its dialogs) stays out of reach.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { attachTo } from '../fixtures/debugging-port.ts';

export const root = resolve(import.meta.dirname, '../..');

export type PackagedApp = { readonly page: Page; readonly close: () => Promise<void> };

/** The program that was packaged. */
export function packagedProgram(): string {
  const program = process.env['NIANBAO_PACKAGED'];
  if (program === undefined || !existsSync(program)) throw new Error('NIANBAO_PACKAGED names no packaged app; run npm test');
  return program;
}

/** The folder with app.asar. */
export function resourcesFolder(): string {
  const folder = dirname(packagedProgram());
  return process.platform === 'darwin' ? join(folder, '../Resources') : join(folder, 'resources');
}

const switches = process.env['NIANBAO_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'nianbao-安装-'));
}

/** Runs a headless command to its end. */
export function runPackaged(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const options = { encoding: 'utf8' as const, timeout: 30_000, env: { ...process.env, ...env } };
  return spawnSync(packagedProgram(), [...switches, ...words], options);
}

/** Starts the app as the system does when a file is opened with it; does not wait for a window. */
export function startPackaged(dataFolder: string, words: readonly string[]): ChildProcess {
  const all = [...switches, '--remote-debugging-port=0', `--user-data-dir=${dataFolder}`, ...words];
  return spawn(packagedProgram(), all, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LANG: 'zh_CN.UTF-8' } });
}

/** The app with its window, opened with `files`. */
export async function launchPackaged(dataFolder: string, files: readonly string[] = []): Promise<PackagedApp> {
  const child = startPackaged(dataFolder, files);
  const { browser, page } = await attachTo(child);
  await page.waitForSelector('main');
  return {
    page,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await page.close();
      await browser.close();
      await ended;
    },
  };
}
