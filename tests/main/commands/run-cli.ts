/** Runs the built headless program as a script would. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');
export const sampleText = join(root, 'resources/samples/hainan-2020.txt');
export const passphrase = '椰风海韵 2020';

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** The commands see `NIANBAO_PASSPHRASE` only when it is given. */
export function nianbao(words: readonly string[], secret: string | null = passphrase): Ran {
  const { NIANBAO_PASSPHRASE: _removed, ...environment } = process.env;
  const env = secret === null ? environment : { ...environment, NIANBAO_PASSPHRASE: secret };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'out/main/cli.cjs'), ...words], { env, encoding: 'utf8' });
  const unfilled = /\{[a-zA-Z]+\}/u.exec(stdout + stderr);
  if (unfilled !== null) throw new Error(`a message has an unfilled place ${unfilled[0]}: ${stdout}${stderr}`);
  return { status, stdout, stderr };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'nianbao-命令-'));
}
