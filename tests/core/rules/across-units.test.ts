import { describe, expect, test } from 'vitest';
import { broken, editionIds, editionJson, load, shippedEdition } from '../../fixtures/editions.ts';

type Raw = Record<string, unknown> & { readonly code: string };

function raw(id: (typeof editionIds)[number]) {
  const { edition, rules } = editionJson(id);
  const across = (rules as unknown as { readonly acrossUnits: readonly Raw[] }).acrossUnits;
  /** Loads the book with one value of a rule across units changed. */
  const loadWith = (code: string, path: string, value: unknown) =>
    load(edition, broken(rules, `acrossUnits.${String(across.findIndex((rule) => rule.code === code))}.${path}`, value));
  return { edition, rules, across, loadWith };
}

describe.each(editionIds)('the rules across units of the %s edition', (id) => {
  const { edition, rules, loadWith } = raw(id);

  test('S-1 to S-6 say what must hold between a superior’s report and its units’', () => {
    const book = shippedEdition(id).book.acrossUnits ?? [];
    const summation = book.flatMap((rule) => (rule.kind === 'summation' ? [[rule.code, rule.severity, rule.asks]] : []));
    expect(summation).toEqual([
      ['S-1', 'error', 'sum'],
      ['S-2', 'warning', 'sum'],
      ['S-3', 'hint', 'doubleCount'],
      ['S-4', 'error', 'allFiled'],
      ['S-5', 'warning', 'carryOver'],
      ['S-6', 'warning', 'ownReport'],
    ]);
    expect(book.every(({ clause }) => /国办公开办函|《政府信息公开条例》/u.test(clause))).toBe(true);
  });

  test('S-1 and S-2 sum every table of the form once, 规章 from governments alone', () => {
    const { form, book } = shippedEdition(id);
    const sums = (book.acrossUnits ?? []).flatMap((rule) => (rule.kind === 'summation' && rule.asks === 'sum' ? [rule] : []));
    expect(sums.flatMap(({ tables }) => tables).toSorted()).toEqual(form.edition.tables.map((table) => table.id).toSorted());
    expect(sums.flatMap(({ only }) => only ?? [])).toEqual([
      { table: 'proactiveDisclosure', rows: ['administrativeRule'], levels: ['province', 'prefecture', 'county'] },
    ]);
  });

  test('a book without any is one for single reports', () => {
    expect(load(edition, broken(rules, 'acrossUnits', undefined)).book.acrossUnits).toBeUndefined();
  });

  test.each([
    ['an unknown kind', 'S-1', 'kind', 'magic'],
    ['an unknown question', 'S-1', 'asks', 'average'],
    ['no clause', 'S-2', 'clause', undefined],
    ['an empty message', 'S-3', 'message.zh', ' '],
    ['a message nothing fills', 'S-4', 'message.en', 'missing: {names}'],
    ['a level that there is not', 'S-2', 'only.0.levels', ['village']],
    ['no tables', 'S-1', 'tables', []],
    ['a table that there is not', 'S-1', 'tables', ['fees']],
    ['a row that there is not', 'S-2', 'only.0.rows', ['law']],
    ['a dangling row of S-3', 'S-3', 'rows', ['received']],
    ['a dangling row of S-5', 'S-5', 'carriedForward', 'carried'],
    ['a table of S-6 that there is not', 'S-6', 'tables', ['fees']],
    ['a word too many', 'S-4', 'comment', 'x'],
    ['a share above everything', 'Y-6', 'threshold', 101],
    ['a broken share', 'Y-6', 'threshold', 0.8],
    ['a share of nothing', 'Y-6', 'threshold', 0],
    ['pieces that are too short', 'Y-6', 'minimum', 7],
    ['passages that are too short', 'Y-6', 'passage', 7],
    ['last year, which is no unit', 'Y-6', 'against', 'priorYear'],
  ])('%s is refused with its place', (_name, code, path, value) => {
    expect(() => loadWith(code, path, value)).toThrow(new RegExp(`edition/(?:malformed|inconsistent).*acrossUnits\\.\\d`, 'u'));
  });
});

describe.each(editionIds)('Y-6 against last year in the %s edition', (id) => {
  const { edition, rules } = raw(id);
  const at = rules.rules.findIndex(({ kind }) => kind === 'similarity');

  test('Y-6 is a warning from nine tenths on', () => {
    expect(rules.rules[at]).toMatchObject({ code: 'Y-6', severity: 'warning', against: 'priorYear', threshold: 90, minimum: 100 });
  });

  test.each([
    ['nothing to say where last year is missing', 'unchecked', undefined],
    ['another unit among the rules for one report', 'against', 'otherUnits'],
    ['a message nothing fills', 'message.zh', '与{unit}雷同'],
    ['no share', 'threshold', undefined],
  ])('%s is refused with its place', (_name, path, value) => {
    expect(() => load(edition, broken(rules, `rules.${String(at)}.${path}`, value))).toThrow(
      /edition\/(?:malformed|inconsistent).*rules\.\d/u,
    );
  });
});
