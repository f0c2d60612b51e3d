/** Starts the real app with a user-data folder of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const root = resolve(import.meta.dirname, '../../..');

export type RunningApp = { readonly electron: ElectronApplication; readonly page: Page; readonly complaints: readonly string[] };

export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'nianbao-数据-'));
}

/** While this file exists, no new file can be made; it holds the errno (`faulty-fs.cjs`). */
export function faultFile(dataFolder: string): string {
  return `${dataFolder}.fault`;
}

/** `complaints` collects what the page writes to its console as errors or warnings, policy violations among them. */
export async function launch(dataFolder: string, appFolder = root): Promise<RunningApp> {
  const executablePath = process.env['NIANBAO_ELECTRON'];
  if (executablePath === undefined) throw new Error('NIANBAO_ELECTRON names no Electron; run the tests with npm test');
  const noSandbox = process.env['NIANBAO_NO_SANDBOX'] === '1';
  const electron = await _electron.launch({
    executablePath,
    chromiumSandbox: !noSandbox,
    args: [
      ...(noSandbox ? ['--no-sandbox'] : []),
      '-r',
      join(import.meta.dirname, 'faulty-fs.cjs'),
      appFolder,
      `--user-data-dir=${dataFolder}`,
    ],
    env: {
      ...(process.env as Record<string, string>),
      LANG: 'zh_CN.UTF-8',
      NIANBAO_TEST_FAULT: faultFile(dataFolder),
    },
  });
  const page = await electron.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.waitForSelector('main');
  return { electron, page, complaints };
}

/** Answers the next folder dialog with `folder`, or cancels it. */
export async function answerFolderDialog(electron: ElectronApplication, folder: string | null): Promise<void> {
  await answerOpenDialog(electron, folder === null ? [] : [folder]);
}

/** Native dialogs cannot be driven: they are answered in the main process. */
export async function answerOpenDialog(electron: ElectronApplication, filePaths: readonly string[]): Promise<void> {
  await electron.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: [...paths] });
    },
    [...filePaths],
  );
}
