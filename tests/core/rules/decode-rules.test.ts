import { describe, expect, test } from 'vitest';
import { decodeRules } from '#core/rules/decode-rules.ts';
import { editionById, editionForYear, loadEdition } from '#core/rules/loaded-edition.ts';
import { broken, edition2019, editionJson, secondEdition } from '../../fixtures/editions.ts';

const files = editionJson();
const loaded = edition2019();
const { edition } = loaded.form;

function refuse(path: string, value: unknown) {
  const decoded = decodeRules(broken(files.rules, path, value), edition, 'rules.json');
  if (decoded.ok) throw new Error('the broken rules were accepted');
  return decoded.problem;
}

describe('rules of the wrong shape are refused with their place', () => {
  test.each([
    ['an unknown kind', 'rules.0.kind', 'script', 'rules.0.kind'],
    ['no kind', 'rules.0.kind', undefined, 'rules.0.kind'],
    ['no clause', 'rules.0.clause', undefined, 'rules.0.clause'],
    ['an empty clause', 'rules.0.clause', '  ', 'rules.0.clause'],
    ['no Chinese message', 'rules.3.message.zh', undefined, 'rules.3.message.zh'],
    ['no English message', 'rules.3.message.en', '', 'rules.3.message.en'],
    ['an unknown severity', 'rules.0.severity', 'fatal', 'rules.0.severity'],
    ['an unknown relation', 'rules.0.relation', '<', 'rules.0.relation'],
    ['a key that is none', 'rules.0.expression', 'a + b', 'rules.0.expression'],
    ['a fraction for a coefficient', 'rules.0.left.0.coefficient', 0.1, 'rules.0.left.0.coefficient'],
    ['no terms', 'rules.0.left', [], 'rules.0.left'],
    ['a code that is none', 'rules.0.code', 'first', 'rules.0.code'],
    ['no rules', 'rules', [], 'rules'],
    ['an unknown format', 'format', 'nianbao.rules/2', 'format'],
  ])('%s', (_name, path, value, place) => {
    expect(refuse(path, value)).toMatchObject({ code: 'edition/malformed', details: { file: 'rules.json', place } });
  });
});

describe('rules that do not fit their edition are refused with place and reason', () => {
  test.each([
    ['a dangling row', 'rules.0.left.0.row', 'nowhere', 'rules.0 (T3-1)', 'no such cell: applications.nowhere.naturalPerson'],
    ['a dangling column', 'rules.2.left.0.column', 'nowhere', 'rules.2 (T3-3)', 'no such cell: applications.receivedThisYear.nowhere'],
    ['a dangling column to go over', 'rules.0.of.1', 'nowhere', 'rules.0 (T3-1)', 'no such cell: applications.receivedThisYear.nowhere'],
    ['a term without a row', 'rules.0.left.0', {}, 'rules.0 (T3-1)', 'no such cell: applications..naturalPerson'],
    ['a dangling table', 'rules.0.table', 'nowhere', 'rules.0 (T3-1)', 'no such table: nowhere'],
    ['a code used twice for one kind', 'rules.1.code', 'T3-1', 'rules.1 (T3-1)', 'the code is used twice for the same kind'],
    ['another edition’s rules', 'edition', '2021', 'edition', 'the rules are for edition 2021, not 2019'],
  ])('%s', (_name, path, value, place, reason) => {
    expect(refuse(path, value)).toEqual({ code: 'edition/inconsistent', details: { file: 'rules.json', place, reason } });
  });
});

describe('loadEdition', () => {
  const digest = (text: string) => `digest of ${String(text.length)} characters`;
  const load = (edition: unknown, rules: unknown) => loadEdition({ edition, rules, editionFile: 'e', rulesFile: 'r' }, digest);

  test('pins edition and rules by a digest that does not depend on the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(files.edition).toReversed());
    const seen: string[] = [];
    for (const edition of [files.edition, turned]) {
      loadEdition({ edition, rules: files.rules, editionFile: 'e', rulesFile: 'r' }, (text) => {
        seen.push(text);
        return text;
      });
    }
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
    expect(loaded.digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(loaded.digest).not.toBe(secondEdition().digest);
  });

  test('names the file that is at fault', () => {
    expect(load({}, files.rules)).toMatchObject({ problem: { code: 'edition/malformed', details: { file: 'e' } } });
    expect(load(files.edition, {})).toMatchObject({ problem: { code: 'edition/malformed', details: { file: 'r' } } });
  });
});

describe('the edition for a year', () => {
  const editions = [loaded, secondEdition()];

  test.each([
    [2019, '2019'],
    [2020, '2019'],
    [2021, 'second'],
    [2030, 'second'],
  ])('%i is %s', (year, id) => {
    const found = editionForYear(editions, year);
    expect(found.ok ? found.value.id : found.problem).toBe(id);
  });

  test('a year without an edition, an edition for other years and an unknown one are told apart', () => {
    const code = (found: ReturnType<typeof editionForYear>) => (found.ok ? null : found.problem.code);
    expect(code(editionForYear(editions, 2018))).toBe('edition/none-for-year');
    expect(code(editionForYear(editions, 2024, '2019'))).toBe('edition/wrong-for-year');
    expect(code(editionById(editions, '1999'))).toBe('edition/unknown');
    expect(code(editionForYear(editions, 2020, '1999'))).toBe('edition/unknown');
  });
});
