/** Every package that is in the build is named with its licence, and none has terms that we cannot ship. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { about } from '#main/settings/about.ts';

const root = resolve(import.meta.dirname, '../..');
const { packages, versions } = about(join(root, 'out'), '0.1.0', process.versions);
const names = new Set(packages.map(({ name }) => name));

/** What may be shipped inside a program under the MIT licence. */
const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', '0BSD', 'Zlib'];

describe('the licences', () => {
  it('cover every package that the code of the build names', () => {
    const folders = ['out/main', 'out/renderer/assets'];
    const maps = folders.flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.map'))
        .map((name) => join(root, folder, name)),
    );
    const sources = maps.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources);
    const shipped = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(source)?.[1] ?? []);
    const aliases: Readonly<Record<string, string>> = { xlsx: '@e965/xlsx' };
    expect([...new Set(shipped)].map((name) => aliases[name] ?? name).filter((name) => !names.has(name))).toEqual([]);
    expect(shipped.length).toBeGreaterThan(100);
  });

  it('cover what is copied: the database engine, the fonts, and the framework of the screens', () => {
    expect(['sql.js', '@fontsource/noto-sans-sc', '@fontsource/noto-serif-sc', 'svelte'].filter((name) => !names.has(name))).toEqual([]);
  });

  it('are terms that we can ship, with their text', () => {
    const terms = packages.map(({ name, licence }) => [name, licence.replace(/[()]/gu, '').split(/ OR | AND /u)] as const);
    expect(terms.filter(([, all]) => !all.some((each) => free.includes(each)))).toEqual([]);
    expect(packages.filter(({ text }) => text === '').map(({ name }) => name)).toEqual(['isarray']);
  });

  it('stand beside the versions of what the app runs on', () => {
    expect(versions).toMatchObject({ 年报通: '0.1.0', 'Node.js': process.versions.node });
  });
});
