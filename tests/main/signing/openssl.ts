// The real openssl as a judge, in a folder of its own that is removed after the tests of a file.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export type Ran = { readonly status: number | null; readonly out: Buffer; readonly words: string };

export type Folder = {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly read: (name: string) => Buffer;
  readonly openssl: (...words: string[]) => Ran;
  readonly run: (command: string, ...words: string[]) => Ran;
};

/** A temporary folder in which commands run; `openssl` in it fails the test when the program fails. */
export function temporaryFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (command: string, ...words: string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder });
    return { status, out: stdout, words: stderr.toString() };
  };
  return {
    path: (name) => join(folder, name),
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
    read: (name) => readFileSync(join(folder, name)),
    run,
    openssl: (...words) => {
      const ran = run('openssl', ...words);
      if (ran.status !== 0) throw new Error(`openssl ${words.join(' ')}: ${ran.words}`);
      return ran;
    },
  };
}

export type KeyKind = 'P-256' | 'P-384' | 'rsa:2048' | 'rsa:3072' | 'rsa:1024' | 'ed25519';

/** A key and a self-signed certificate as `NAME.key` and `NAME.crt`, made by openssl. */
export function makeCertificate({ openssl }: Folder, name: string, kind: KeyKind, subject: string, ...more: string[]): void {
  const key = kind.startsWith('P-') ? ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${kind}`] : ['-newkey', kind];
  openssl(
    'req',
    '-x509',
    ...key,
    '-nodes',
    '-utf8',
    '-subj',
    subject,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.crt`,
    '-days',
    '3650',
    ...more,
  );
}
