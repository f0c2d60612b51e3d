/** The rules about prose as data: their schema, their cells, their words. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { alternativesOf, narrativeFigureRuleSchema } from '#core/rules/narrative-figure-rule.ts';
import { broken, editionIds, editionJson } from '../../fixtures/editions.ts';
import { formOf, read, rulesOf, shown } from './harness.ts';

const documents = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' };
const places = /\{(?!(?:sentence|figure|name|stated|value|others|difference)\})/u;

describe.each(editionIds)('edition %s', (edition) => {
  const rules = rulesOf(edition);
  const form = formOf(edition);

  test('has the codes of the phrase families in their order', () => {
    const numbers = rules.map(({ code }) => Number(code.slice(2)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect([...new Set(numbers)]).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  test.each(rules.map((rule) => [`${rule.code} ${rule.reads}`, rule] as const))(
    '%s cites its clause and refers to cells that exist',
    (_name, rule) => {
      expect(rule.clause).toContain(documents[edition]);
      expect(rule.severity).toBe('warning');
      expect(form.edition.tables.map(({ id }) => id)).toContain(rule.table);
      for (const { row, column } of alternativesOf(rule).flat()) expect(form.cellByKey.has(`${rule.table}.${row}.${column}`)).toBe(true);
      expect(`${rule.message.zh}${rule.message.en}`).not.toMatch(places);
      expect(rule.message.en).not.toMatch(/\p{Script=Han}/u);
    },
  );

  test('every outcome of table three has its words', () => {
    const named = new Set(rules.flatMap(alternativesOf).flatMap((each) => each.map(({ row }) => row)));
    const rows = form.edition.tables.find(({ id }) => id === 'applications')?.rows.map(({ id }) => id) ?? [];
    expect(rows.filter((row) => !named.has(row))).toEqual([]);
  });
});

describe('the schema', () => {
  const rule = editionJson('2021').rules.rules.find(({ kind }) => kind === 'narrativeFigure');
  const isRule = (data: unknown) => v.safeParse(narrativeFigureRuleSchema, data).success;

  test('takes the shipped rules, alone or as one of several kinds', () => {
    expect(isRule(rule)).toBe(true);
    const kinds = v.variant('kind', [v.strictObject({ kind: v.literal('other') }), narrativeFigureRuleSchema]);
    expect(v.safeParse(kinds, rule).success).toBe(true);
    expect(v.safeParse(kinds, { kind: 'other' }).success).toBe(true);
  });

  test.each([
    ['code', 'P1'],
    ['kind', 'linear'],
    ['table', ''],
    ['clause', ''],
    ['clause', undefined],
    ['message.en', undefined],
    ['reads', 'script'],
    ['families', []],
    ['families.0.verbs', '  '],
    ['families.0.accepts', []],
    ['families.0.accepts.0', []],
    ['families.0.pattern', '收到.*件'],
    ['units', undefined],
    ['reach', 'report'],
  ])('refuses %s = %j', (path, value) => {
    expect(isRule(broken(rule, path, value))).toBe(false);
  });

  test('reads a word list as words', () => {
    const decoded = v.parse(narrativeFigureRuleSchema, broken(rule, 'families.0.verbs', ' 收到  受理 '));
    expect('families' in decoded && decoded.families[0]?.verbs).toEqual(['收到', '受理']);
  });
});

test.each([1, 127, 128, 5_000])('a word of a rule is heard whatever its length: %i characters', (length) => {
  const verb = '僖'.repeat(length);
  const rules = rulesOf('2021').map((rule) =>
    rule.code === 'P-1' && rule.reads === 'count'
      ? { ...rule, families: rule.families.map((family) => ({ ...family, verbs: [...family.verbs, verb] })) }
      : rule,
  );
  expect(shown(read(`全年${verb}政府信息公开申请36件。`, { receivedThisYear: 36 }, { rules }))).toEqual(['P-1 36 agrees']);
});
