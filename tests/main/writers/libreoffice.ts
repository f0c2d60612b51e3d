/** LibreOffice as a judge: it opens our files, works out their formulas, and says what it makes of them. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Long enough for a slow machine; a program that hangs must not hold up all tests. */
export const patience = 180_000;

/** All sheets, each to a file of its own, in UTF-8, with the stored numbers rather than their printed form. */
export const everySheetAsCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

export type Judge = {
  /** Converts the files in one go; returns what was made, by file name. @throws Error when LibreOffice fails */
  readonly convert: (files: Readonly<Record<string, Uint8Array>>, format: string) => Promise<ReadonlyMap<string, Buffer>>;
};

/** A LibreOffice with a profile of its own, in a folder that is removed after the tests of a file. */
export function openLibreOffice(): Judge {
  let folder: string | null = null;
  afterAll(() => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  });
  let runs = 0;
  return {
    convert: async (files, format) => {
      folder ??= mkdtempSync(join(tmpdir(), 'nianbao-office-'));
      runs += 1;
      const from = join(folder, `in-${String(runs)}`);
      const to = join(folder, `out-${String(runs)}`);
      for (const each of [from, to]) mkdirSync(each);
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(from, name), bytes);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const paths = Object.keys(files).map((name) => join(from, name));
      await run([profile, '--headless', '--convert-to', format, '--outdir', to, ...paths]);
      return new Map(readdirSync(to).map((name) => [name, readFileSync(join(to, name))]));
    },
  };
}

function run(words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const office = spawn('soffice', words, { timeout: patience });
    let said = '';
    office.stdout.on('data', (data: Buffer) => (said += data.toString()));
    office.stderr.on('data', (data: Buffer) => (said += data.toString()));
    office.on('error', reject);
    office.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`soffice ended with ${String(status)}: ${said}`))));
  });
}

/** The cells of a CSV file (RFC 4180) by row and column. */
export function csvCells(bytes: Buffer): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of bytes.toString('utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^,"\n]*))(,|\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows;
}
