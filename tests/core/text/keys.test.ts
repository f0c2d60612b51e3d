/** Words that nobody says are removed, and every word is there in both languages with the same places. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bilingual } from '#core/lib/bilingual.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'src-core/text');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

type Catalogue = { readonly file: string; readonly name: string; readonly entries: readonly (readonly [string, Bilingual])[] };

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'en,zh';
}

const loaded = await Promise.all(files.map(async (file) => [file, (await import(join(folder, file))) as Record<string, unknown>] as const));
const catalogues: readonly Catalogue[] = loaded.flatMap(([file, module]) =>
  Object.entries(module).flatMap(([name, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const entries = Object.entries(value).filter((entry): entry is [string, Bilingual] => isBilingual(entry[1]));
    return entries.length === 0 ? [] : [{ file, name, entries }];
  }),
);
const sources = ['src-core', 'src-main', 'src-renderer']
  .flatMap((each) => readdirSync(join(root, each), { recursive: true, encoding: 'utf8' }).map((name) => join(root, each, name)))
  .filter((path) => /\.(?:ts|svelte)$/u.test(path))
  .map((path) => readFileSync(path, 'utf8'));

/** Whether a file that knows the catalogue, by whatever name, says the word; a key in quotes is one that is chosen. */
function isSaid(catalogue: string, key: string): boolean {
  return sources.some((text) => {
    if (!text.includes(catalogue)) return false;
    const names = [catalogue, ...[...text.matchAll(new RegExp(`\\b${catalogue} as (\\w+)`, 'gu'))].map((match) => match[1] ?? '')];
    return names.some((name) => new RegExp(`\\b${name}\\.${key}\\b|\\b${name}\\[|\\.\\.\\.${name}\\b|\\(${name}\\)`, 'u').test(text));
  });
}

describe('the words', () => {
  it('are many, from every screen', () => {
    expect(catalogues.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['startWords', 'settingsWords', 'commandWords', 'menuWords']),
    );
    expect(catalogues.flatMap(({ entries }) => entries).length).toBeGreaterThan(300);
  });

  it('are said in both languages, with the same places', () => {
    // `{zh}` and `{en}` hold what was worded per language already.
    const places = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/gu)]
        .map((match) => match[1])
        .filter((place) => place !== 'zh' && place !== 'en')
        .sort()
        .join();
    const odd = catalogues.flatMap(({ name, entries }) =>
      entries
        .filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '' || places(zh) !== places(en))
        .map(([key]) => `${name}.${key}`),
    );
    expect(odd).toEqual([]);
  });

  it('are all said somewhere: by their key, or by a value that chooses one of the catalogue', () => {
    const keys = catalogues.flatMap(({ name, entries }) => entries.map(([key]) => [name, key] as const));
    expect(keys.filter(([name, key]) => !isSaid(name, key)).map((pair) => pair.join('.'))).toEqual([]);
  });
});
