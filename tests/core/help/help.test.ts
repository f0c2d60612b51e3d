/** The help: the same topics in both languages, found by their words; every row of every edition is explained. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FormEdition } from '#core/form/edition.ts';
import { fillingTopics } from '#core/help/filling-topics.ts';
import { searchHelp } from '#core/help/search-help.ts';
import { readTopics } from '../../../vite.help.ts';

const root = resolve(import.meta.dirname, '../../..');
const [zh, en] = [readTopics('zh'), readTopics('en')];
const editions = ['2019', '2021'].map(
  (id) => JSON.parse(readFileSync(join(root, `resources/editions/${id}/edition.json`), 'utf8')) as FormEdition,
);

describe('the topics', () => {
  it('are the same in both languages, with as many blocks', () => {
    expect(en.map(({ id, blocks }) => [id, blocks.map(({ kind }) => kind)])).toEqual(
      zh.map(({ id, blocks }) => [id, blocks.map(({ kind }) => kind)]),
    );
    expect(zh.length).toBeGreaterThan(5);
  });

  it('are about what people need: a start, common errors, a lost key, a returned report, a damaged disk', () => {
    const ids = zh.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['quick-start', 'common-errors', 'lost-key', 'returned', 'damaged-disk', 'hand-in']));
  });
});

describe('the search', () => {
  it('finds all topics for nothing, and puts those with the word in their title first', () => {
    expect(searchHelp(zh, '  ')).toEqual(zh);
    expect(searchHelp(zh, '退回')[0]?.id).toBe('returned');
    expect(searchHelp(en, 'PASSPHRASE').map(({ id }) => id)).toContain('lost-key');
  });

  it('wants every word, in any order', () => {
    const both = searchHelp(zh, 'U 盘 备份').map(({ id }) => id);
    expect(both).toContain('damaged-disk');
    expect(searchHelp(zh, '备份 没有这个词')).toEqual([]);
  });
});

describe('the filling instructions', () => {
  it.each(editions)('explain the rows of the edition $id', (edition) => {
    const topics = fillingTopics(edition, 'zh');
    expect(topics.map(({ title }) => title)).toEqual(edition.tables.map(({ number, short }) => `${edition.id} · ${number} ${short}`));
    const guided = edition.tables.flatMap(({ rows }) => rows).filter(({ guidance }) => guidance !== undefined);
    const headings = topics.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'heading');
    expect(headings).toHaveLength(guided.length);
    expect(guided.length).toBeGreaterThan(20);
  });

  it('are found by what they count', () => {
    const topics = editions.flatMap((edition) => fillingTopics(edition, 'zh'));
    expect(searchHelp(topics, '办件量').length).toBeGreaterThan(0);
  });
});
