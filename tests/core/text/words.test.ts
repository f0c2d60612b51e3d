/** Every word of the product is there in both languages, with the same places, and is used. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '#core/lib/problem-code.ts';
import { problemWords } from '#core/text/describe-problem.ts';
import { reasonWords } from '#core/text/describe-reason.ts';
import { commandWords } from '#core/text/commands.ts';
import { editionWords } from '#core/text/editions.ts';
import { keyWords } from '#core/text/keys.ts';
import { receiptWords } from '#core/text/receipts.ts';
import { closeWords } from '#core/text/close.ts';
import { menuWords } from '#core/text/menu.ts';
import { bundleWords } from '#core/text/screens/bundle.ts';
import { historyWords } from '#core/text/screens/history.ts';
import { proseWords } from '#core/text/screens/prose.ts';
import { reportWords } from '#core/text/screens/report.ts';
import { settingsWords } from '#core/text/screens/settings.ts';
import { startWords } from '#core/text/screens/start.ts';
import { updateWords } from '#core/text/update.ts';
import { uploadWords } from '#core/text/upload.ts';

const root = resolve(import.meta.dirname, '../../..');
const catalogues = {
  problemWords,
  reasonWords,
  commandWords,
  editionWords,
  keyWords,
  receiptWords,
  closeWords,
  menuWords,
  bundleWords,
  historyWords,
  proseWords,
  reportWords,
  settingsWords,
  startWords,
  updateWords,
  uploadWords,
};
const sources = ['src-core', 'src-main', 'src-renderer']
  .flatMap((folder) => filesBelow(join(root, folder)))
  .filter((file) => /\.(ts|svelte)$/u.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe.each(Object.entries(catalogues))('%s', (name, catalogue) => {
  it('says everything in Chinese and in English, with the same places to fill', () => {
    for (const [key, entry] of Object.entries(catalogue)) {
      expect(entry.zh.trim(), key).not.toBe('');
      expect(entry.en.trim(), key).not.toBe('');
      // `{zh}` and `{en}` hold what was worded per language already.
      const places = (text: string) =>
        [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).filter((each) => each !== 'zh' && each !== 'en');
      expect(places(entry.en).sort(), `${name}.${key}`).toEqual(places(entry.zh).sort());
    }
  });

  it('holds no Chinese in English words', () => {
    const allowed = ['languageTitle', 'language', 'chinese'];
    const mixed = Object.entries(catalogue).filter(
      ([key, entry]) => !allowed.includes(key) && /\p{Script=Han}/u.test(entry.en.replace(/（一）/gu, '')),
    );
    expect(mixed.map(([key]) => key)).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('have no entry that nothing says', () => {
    const unused = Object.entries({
      commandWords,
      editionWords,
      keyWords,
      receiptWords,
      closeWords,
      menuWords,
      bundleWords,
      historyWords,
      proseWords,
      reportWords,
      settingsWords,
      startWords,
      updateWords,
      uploadWords,
    }).flatMap(([name, catalogue]) =>
      Object.keys(catalogue)
        .filter((key) => !sources.some(({ text }) => new RegExp(`${name}\\.${key}\\b|'${key}'`, 'u').test(withoutCatalogues(text, name))))
        .map((key) => `${name}.${key}`),
    );
    expect(unused).toEqual([]);
  });

  it('have no problem that nothing raises', () => {
    const raised = sources
      .filter(({ file }) => !file.includes('/text/') && !file.endsWith('problem-code.ts'))
      .map(({ text }) => text)
      .join('\n');
    expect(problemCodes.filter((code) => !raised.includes(`'${code}'`))).toEqual([]);
  });

  it('are the only place with Chinese words for the screens: components hold none', () => {
    const holding = sources
      .filter(({ file }) => file.includes('src-renderer'))
      .filter(({ text }) => /\p{Script=Han}/u.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '').replace(/[：·]/gu, '')));
    expect(holding.map(({ file }) => file)).toEqual([]);
  });
});

function withoutCatalogues(text: string, name: string): string {
  return text.includes(`export const ${name}`) ? '' : text;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
