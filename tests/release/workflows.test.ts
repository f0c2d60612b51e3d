/** The workflows of the release: they call npm scripts that exist, and the steps that can run here do what they say. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../main/files/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');
const { scripts, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  version: string;
};
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const release = workflows.find(([name]) => name === 'release.yml')?.[1] ?? '';
const run = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'scripts', script), ...args], { encoding: 'utf8', timeout: 60_000 });

describe('the workflows', () => {
  it.each(workflows)('%s calls scripts that exist', (_name, text) => {
    const called = [...text.matchAll(/npm (?:run ([\w:-]+)|(test|start)\b)/gu)].map((match) => match[1] ?? match[2] ?? '');
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each(workflows)('%s may only read, but where it says otherwise, and keeps no credentials', (_name, text) => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/mu);
    expect(text.match(/actions\/checkout@/gu)?.length).toBe(text.match(/persist-credentials: false/gu)?.length);
    expect(text).not.toMatch(/pull_request_target/u);
  });

  it('the release tests before it packages, and sums up what it publishes', () => {
    const steps = [
      'npm test',
      'npm run package',
      'npm run sbom',
      'npm run licences',
      'npm run update-package',
      'npm run checksums',
      'gh release create',
    ];
    const places = steps.map((step) => release.indexOf(step));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect([...release.matchAll(/targets: --(\w+)/gu)].map((match) => match[1])).toEqual(['win', 'mac', 'linux']);
  });
});

describe('the steps of the release that run everywhere', () => {
  it('npm run sbom lists what is shipped, with versions and licences', () => {
    run('sbom.mjs');
    const bill = JSON.parse(readFileSync(join(root, `dist/nianbao-${version}-sbom.cdx.json`), 'utf8')) as {
      bomFormat: string;
      components: { name: string; version: string; licenses?: unknown[] }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['sql.js', 'pkijs', 'valibot']));
    expect(names).not.toContain('electron-builder');
    // It says so in a way of its own (`licenses: [{ type: 'BSD' }]`), which npm does not take over.
    expect(bill.components.filter(({ licenses }) => licenses === undefined).map(({ name }) => name)).toEqual(['duck']);
  });

  it('npm run licences writes every licence into one text', () => {
    run('licences.mjs');
    const text = readFileSync(join(root, `dist/nianbao-${version}-licences.txt`), 'utf8');
    for (const name of ['pkijs', 'svelte', '@fontsource/noto-serif-sc']) expect(text).toContain(`\n${name} `);
    expect(text).toContain('SIL OPEN FONT LICENSE');
  });

  it('npm run checksums writes what sha256sum checks, and says when there is nothing', () => {
    const files = makeTemporaryFolder();
    expect(() => run('checksums.mjs', files)).toThrow();
    writeFileSync(join(files, 'nianbao-1.0.0-setup-x64.exe'), 'installer');
    writeFileSync(join(files, 'notes.txt'), 'not ours');
    run('checksums.mjs', files);
    const digest = createHash('sha256').update('installer').digest('hex');
    expect(readFileSync(join(files, 'SHA256SUMS'), 'utf8')).toBe(`${digest}  nianbao-1.0.0-setup-x64.exe\n`);
    expect(existsSync(join(files, 'notes.txt'))).toBe(true);
  });
});
