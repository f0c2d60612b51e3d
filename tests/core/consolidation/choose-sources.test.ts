import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSource } from '#core/consolidation/choose-sources.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Source } from '#core/consolidation/source.ts';
import { parts, sourceFrom } from './sources.ts';

const filing = parts[0] as Filing;
const key = 'remedies.cases.reconsiderationUpheld';

/** A report of the unit; `figure` makes the contents different. */
function report(revision: number, figure: number, changes: Partial<Source> = {}, previousBundleDigest: string | null = null): Source {
  const cells = { ...filing.cells, [key]: figure };
  return { ...sourceFrom({ ...filing, cells, revision: { number: revision, previousBundleDigest, changes: [] } }), ...changes };
}

const bundle = (revision: number, figure: number, previous: string | null = null, digest = `bundle ${String(revision)}`) =>
  report(revision, figure, { kind: 'bundle', signature: 'valid', bundleDigest: digest, file: `${digest}.asice` }, previous);

describe('of several reports of a unit', () => {
  test('the newest revision counts, and what it replaces is named', () => {
    const { chosen, superseded, conflict } = chooseSource([bundle(1, 5), bundle(3, 7, 'bundle 2'), bundle(2, 6, 'bundle 1')]);
    expect(chosen).toMatchObject({ source: { file: 'bundle 3.asice' }, chain: 'linked' });
    expect(superseded.map(({ source, by }) => [source.file, by.file])).toEqual([
      ['bundle 2.asice', 'bundle 3.asice'],
      ['bundle 1.asice', 'bundle 3.asice'],
    ]);
    expect(conflict).toBeNull();
  });

  test('the same content counts once, from the file that proves most', () => {
    const plain = report(1, 5, { file: 'plain.filing.json' });
    const { chosen, duplicates } = chooseSource([plain, bundle(1, 5)]);
    expect(chosen?.source.file).toBe('bundle 1.asice');
    expect(duplicates.map(({ source, sameAs }) => [source.file, sameAs.file])).toEqual([['plain.filing.json', 'bundle 1.asice']]);
  });

  test('a workbook with the figures of the bundle is its print, one with others is a conflict', () => {
    const print = report(1, 5, { kind: 'report', contentDigest: 'other', file: '表.xlsx' });
    expect(chooseSource([bundle(1, 5), print])).toMatchObject({
      chosen: { chain: 'first' },
      duplicates: [{ source: { file: '表.xlsx' } }],
    });
    const other = { ...print, values: print.values.map(() => 1) };
    expect(chooseSource([bundle(1, 5), other])).toMatchObject({ chosen: null, conflict: { why: 'same-revision' } });
    expect(chooseSource([bundle(2, 5), other])).toMatchObject({ chosen: {}, superseded: [{ source: { file: '表.xlsx' } }] });
  });

  test('two contents under one revision are a conflict and none of them counts', () => {
    const { chosen, conflict } = chooseSource([bundle(1, 5), report(1, 6)]);
    expect(chosen).toBeNull();
    expect(conflict?.sources).toHaveLength(2);
  });

  test('an unsigned file replaces a bundle only by naming it', () => {
    expect(chooseSource([bundle(1, 5), report(2, 6)])).toMatchObject({ chosen: null, conflict: { why: 'unsigned-over-signed' } });
    expect(chooseSource([bundle(1, 5), report(2, 6, {}, 'bundle 1')])).toMatchObject({ chosen: { chain: 'linked' }, conflict: null });
  });

  test('a revision that names another bundle than the one before it is said to be broken off', () => {
    expect(chooseSource([bundle(1, 5), bundle(2, 6, 'something else')]).chosen?.chain).toBe('broken');
    expect(chooseSource([bundle(2, 6, 'something else')]).chosen?.chain).toBe('absent');
  });

  test('the order in which the files come does not matter', () => {
    const files = [
      bundle(1, 5),
      bundle(2, 6, 'bundle 1'),
      report(1, 5, { file: 'a' }),
      report(2, 6, { file: 'b' }, 'bundle 1'),
      report(1, 9, { file: 'c' }),
    ];
    const expected = chooseSource(files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        const found = chooseSource(shuffled);
        expect(found.chosen).toEqual(expected.chosen);
        expect(found.duplicates).toEqual(expected.duplicates);
        expect(new Set(found.superseded)).toEqual(new Set(expected.superseded));
      }),
    );
  });
});
