/** Where commands write to: one rule for all of them. */
import { execFileSync } from 'node:child_process';
import { linkSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { commands } from '#main/commands/registry.ts';
import { mayReplace, writeOutput } from '#main/commands/write-output.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { newFolder, sampleText } from './run-cli.ts';
import { filingFile, runHere } from './run-here.ts';

const folder = newFolder();
const at = (name: string) => join(folder, name);
const filing = filingFile('output', fullFiling('2021'));
const unit = ['--unit', '460100', '--name', '示例县', '--year', '2025'];

/** Every command that makes a file, with an output that is there already, and what becomes of that. */
const table: readonly (readonly [string, readonly string[], string, 'replaces' | 'refuses'])[] = [
  ['render', [filing, '--to', 'html'], 'a.html', 'replaces'],
  ['template', unit, 'a.xlsx', 'replaces'],
  ['intake', [sampleText, '--unit', '460000', '--name', '海南省', '--year', '2020'], 'a.filing.json', 'replaces'],
  ['tidy', [filing], 'a.csv', 'replaces'],
  ['consolidate', [filing, ...unit], 'b.filing.json', 'replaces'],
  ['seal', [filing, '--key', 'K.p12'], 'a.asice', 'refuses'],
  ['receipt', ['B.asice', '--accept', '--key', 'K.p12'], 'b.asice', 'refuses'],
  ['encrypt', [filing, '--to', 'CERT.pem'], 'a.p7m', 'refuses'],
  ['decrypt', ['B.p7m', '--key', 'K.p12'], 'c.asice', 'refuses'],
  ['key new', ['--unit', '1', '--name', '示例县'], 'a.p12', 'refuses'],
  ['key export', ['K.p12'], 'a.pem', 'refuses'],
  ['key request', ['K.p12'], 'a.csr', 'refuses'],
  ['key issue', ['R.csr', '--key', 'K.p12'], 'b.pem', 'refuses'],
  ['key passphrase', ['K.p12'], 'b.p12', 'refuses'],
  ['edition seal', [folder, '--key', 'K.p12'], 'd.asice', 'refuses'],
  ['channel seal', ['CA.pem', '--address', 'https://a.example/', '--key', 'K.p12'], 'e.asice', 'refuses'],
  ['update seal', ['I.exe', '--key', 'K.p12'], 'a.nianbao-update', 'refuses'],
];

describe('an output that is there already', () => {
  it.each(table)('%s %#: %s', async (name, words, output, what) => {
    const command = commands.find((each) => each.name === name);
    if (command === undefined) throw new Error(`no ${name}`);
    writeFileSync(at(output), 'before');
    const done = await runHere(command, [...words, '-o', at(output)]);
    if (what === 'refuses') expect(done).toMatchObject({ ok: false, problem: { code: 'file/exists' } });
    else expect(done).toMatchObject({ ok: true });
    expect(readFileSync(at(output), 'utf8') === 'before').toBe(what === 'refuses');
  });

  it('is never an input, by another name neither, nor a key or a bundle, nor two outputs in one', () => {
    writeFileSync(at('input.json'), '{}');
    linkSync(at('input.json'), at('linked.json'));
    writeFileSync(at('K.P12'), 'key');
    expect(mayReplace([at('linked.json')], [at('input.json')])).toMatchObject({ problem: { code: 'file/exists' } });
    expect(mayReplace([at('K.P12')], [])).toMatchObject({ problem: { code: 'file/exists' } });
    expect(mayReplace([at('n.json'), at('n.json')], [])).toMatchObject({ problem: { code: 'usage/bad-value' } });
    expect(mayReplace([at('n.json'), undefined], [at('input.json'), undefined])).toMatchObject({ ok: true });
  });
});

test.skipIf(process.platform === 'win32')('a pipe or a device is not replaced by a file', () => {
  const path = at('pipe');
  execFileSync('mkfifo', [path]);
  for (const refused of [writeOutput(path, 'a report'), mayReplace([path], [])])
    expect(refused).toMatchObject({ ok: false, problem: { code: 'file/not-writable', details: { path } } });
  expect(lstatSync(path).isFIFO()).toBe(true);
});
