/** Prints from plain Node: starts the app's Electron for one file, without a display under Xvfb. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { printWord, type PrintHtml } from './print-port.ts';

const secondsToPrint = 90;

/** @param executable Electron, or undefined where there is none. @param app the folder of the app */
export function printElsewhere(executable: string | undefined, app: string): PrintHtml {
  return async (html, as = 'pdf') => {
    if (executable === undefined || executable === '' || !existsSync(executable)) return fail(problem('document/no-runtime'));
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-print-'));
    try {
      const [from, to] = [join(folder, 'page.html'), join(folder, `page.${as}`)];
      writeFileSync(from, html);
      const started = withSomeDisplay([executable, ...switches(folder), app, printWord, from, to]);
      if (started === null) return fail(problem('document/no-display'));
      const { status, said } = await run(started);
      if (status !== 0 || !existsSync(to)) {
        return fail(problem('document/print-failed', { reason: said.trim().split('\n').slice(-3).join(' ') || String(status) }));
      }
      return ok(new Uint8Array(readFileSync(to)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** Without the sandbox as root on Linux, where Chromium refuses it, and where the caller says that there can be none. */
function switches(folder: string): readonly string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const isWithout = isRoot || process.env['NIANBAO_NO_SANDBOX'] === '1';
  return [`--user-data-dir=${join(folder, 'data')}`, ...(isWithout ? ['--no-sandbox'] : [])];
}

/** On Linux Electron's toolkit does not start without a display, whatever it is asked to do; null where none can be had. */
function withSomeDisplay(words: readonly string[]): readonly string[] | null {
  const { DISPLAY, WAYLAND_DISPLAY, PATH = '' } = process.env;
  if (process.platform !== 'linux' || (DISPLAY ?? '') !== '' || (WAYLAND_DISPLAY ?? '') !== '') return words;
  const hasXvfb = PATH.split(delimiter).some((folder) => existsSync(join(folder, 'xvfb-run')));
  return hasXvfb ? ['xvfb-run', '-a', '--', ...words] : null;
}

function run([command = '', ...words]: readonly string[]): Promise<{ readonly status: number | null; readonly said: string }> {
  const { ELECTRON_RUN_AS_NODE: _plainNode, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(command, words, { env, timeout: secondsToPrint * 1000 });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.stdout.resume();
    child.on('error', (error) => {
      resolve({ status: null, said: error.message });
    });
    child.on('close', (status) => {
      resolve({ status, said });
    });
  });
}
