import { describe, expect, test } from 'vitest';
import { decodeEdition } from '#core/form/decode-edition.ts';
import { broken, editionIds, editionJson, readText, shippedEdition } from '../../fixtures/editions.ts';

describe.each(editionIds)('the guidance of the %s edition', (id) => {
  const { form } = shippedEdition(id);
  const rows = form.edition.tables.flatMap((table) => table.rows.map((row) => [`${table.id}.${row.id}`, row] as const));

  test.each(rows)('%s says what the row counts, in a sentence of each language', (_name, { guidance }) => {
    expect(guidance?.zh).toMatch(/^[\p{Script=Han}“（].{5,150}。$/su);
    expect(guidance?.en).toMatch(/^\p{Lu}.{10,240}\.$/su);
    expect(guidance?.en.replaceAll(/（[一二三四五六]）|section 六/gu, '')).not.toMatch(/\p{Script=Han}/u);
  });

  test.each(rows)('%s names its article beside the words, and does not pretend to quote it', (_name, { guidance }) => {
    if (guidance?.basis !== undefined) expect(guidance.basis).toMatch(/^《政府信息公开条例》第.+[条项](，国办函〔2020〕109号)?$/u);
    expect(guidance?.zh).not.toMatch(/条例|规定：|第.{1,4}条/u);
  });

  test('says the same of rows of the same id in both editions, apart from those that count otherwise', () => {
    const other = shippedEdition(id === '2019' ? '2021' : '2019').form.edition.tables.flatMap((table) => table.rows);
    const differing = rows.flatMap(([, row]) => {
      const twin = other.find((each) => each.id === row.id);
      return twin === undefined || JSON.stringify(twin.guidance) === JSON.stringify(row.guidance) ? [] : [row.id];
    });
    const counted = [
      'normativeDocument',
      'administrativeLicense',
      'administrativePenalty',
      'administrativeCompulsion',
      'administrativeFee',
    ];
    expect(differing).toEqual(counted);
  });

  test('has its sources in SOURCE.md', () => {
    expect(readText(`resources/editions/${id}/SOURCE.md`)).toContain('## Guidance of the rows');
  });
});

describe('guidance in an edition file', () => {
  const { edition } = editionJson();
  const place = 'tables.1.rows.3.guidance';

  test('may be left out, with or without its basis', () => {
    expect(decodeEdition(broken(edition, place, undefined), 'edition.json').ok).toBe(true);
    expect(decodeEdition(broken(edition, `${place}.basis`, undefined), 'edition.json').ok).toBe(true);
  });

  test.each([
    ['in one language', `${place}.en`, undefined],
    ['without words', `${place}.zh`, ''],
    ['without a basis that is named', `${place}.basis`, ''],
    ['with a key that is none', `${place}.source`, 'x'],
    ['as a text', place, '填总数'],
  ])('is refused %s', (_name, path, value) => {
    expect(decodeEdition(broken(edition, path, value), 'edition.json')).toMatchObject({
      ok: false,
      problem: { code: 'edition/malformed', details: { file: 'edition.json', place: path } },
    });
  });
});
