import { describe, expect, test } from 'vitest';
import { decodeRules } from '#core/rules/decode-rules.ts';
import { editionById, editionForYear, loadEdition } from '#core/rules/loaded-edition.ts';
import { broken, edition2019, editionIds, editionJson, secondEdition, shippedEdition } from '../../fixtures/editions.ts';

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
    ['a term without a row', 'rules.0.left.0', {}, 'rules.0 (T3-1)', 'a term names either cells or a constant'],
    ['a dangling table', 'rules.0.table', 'nowhere', 'rules.0 (T3-1)', 'no such table: nowhere'],
    ['a rule that stands there twice', 'rules.1', files.rules.rules[0], 'rules.1 (T3-1)', 'it asks the same as rules.0 (T3-1)'],
    ['another edition’s rules', 'edition', '2021', 'edition', 'the rules are for edition 2021, not 2019'],
  ])('%s', (_name, path, value, place, reason) => {
    expect(refuse(path, value)).toEqual({ code: 'edition/inconsistent', details: { file: 'rules.json', place, reason } });
  });
});

/** Where the first rule of a code stands that has the word in it. */
function placeOf(code: string, word = ''): string {
  const index = files.rules.rules.findIndex((rule) => rule.code === code && JSON.stringify(rule).includes(word));
  if (index < 0) throw new Error(`no such rule: ${code}`);
  return `rules.${String(index)}`;
}
const t23 = placeOf('T2-3');
const t24 = placeOf('T2-4');
const t26 = placeOf('T2-6');
const t27 = placeOf('T2-7');
const t28 = placeOf('T2-8');
const t36 = placeOf('T3-6');
const t45 = placeOf('T4-5');
const y1 = placeOf('Y-1');
const copied = placeOf('T3-6', 'repeatedColumn');

describe('rules of a kind that goes beyond the tables are refused with their place when they are of the wrong shape', () => {
  test.each([
    ['an unknown kind', `${t28}.kind`, 'percentage'],
    ['an unknown shape', `${t36}.pattern.shape`, 'benford'],
    ['no shape', `${t36}.pattern.shape`, undefined],
    ['the parts of another shape', `${t24}.pattern.columns`, ['total']],
    ['no clause', `${t28}.clause`, undefined],
    ['no message', `${t23}.message`, undefined],
    ['no English message', `${t24}.message.en`, ' '],
    ['no words for a missing year', `${t28}.unchecked`, undefined],
    ['no English words for a missing year', `${y1}.unchecked.en`, ''],
    ['a factor of one', `${t28}.factor`, 1],
    ['a factor that is no whole number', `${t28}.factor`, 2.5],
    ['a minimum of zero', `${t28}.minimum`, 0],
    ['a pattern without a minimum', `${t36}.pattern.minimum`, undefined],
    ['no cells to compare', `${t28}.cells`, []],
    ['a cell without a column', `${t28}.cells.1.column`, undefined],
    ['no rows for other levels', `${t23}.rows`, []],
    ['an unknown level', `${t23}.levels.0`, 'village'],
    ['no level', `${t23}.levels`, []],
    ['last year told by a number', `${y1}.right.0.prior`, 1],
    ['last year denied', `${y1}.right.0.prior`, false],
    ['a constant that is no whole number', `${t26}.right.0.constant`, 0.5],
    ['a guard without a relation', `${t27}.when.0.relation`, undefined],
    ['a guard with an unknown relation', `${t27}.when.0.relation`, '=='],
    ['a guard without terms', `${t45}.when.0.left`, []],
    ['a guard within a guard', `${t45}.when.0.when`, {}],
  ])('%s', (_name, path, value) => {
    expect(refuse(path, value)).toMatchObject({ code: 'edition/malformed', details: { file: 'rules.json', place: path } });
  });
});

describe('rules of a kind that goes beyond the tables are refused with place and reason when they do not fit their edition', () => {
  const cell = (name: string) => `no such cell: ${name}`;
  const either = 'a term names either cells or a constant';
  const onlyPrior = [{ row: 'broughtForward', prior: true }];

  test.each([
    ['a dangling row on the left', t45, 'left.1.row', 'nowhere', cell('remedies.nowhere.total')],
    ['a dangling column on the right', t27, 'right.1.column', 'nowhere', cell('proactiveDisclosure.administrativeLicense.nowhere')],
    ['a dangling row of last year', y1, 'right.0.row', 'nowhere', cell('applications.nowhere.naturalPerson')],
    ['a dangling table in a term', t45, 'left.0.table', 'nowhere', cell('nowhere.reconsideration.total')],
    ['a dangling table in a guard', t45, 'when.0.left.0.table', 'nowhere', cell('nowhere.receivedThisYear.total')],
    ['a dangling row in a guard', t45, 'when.1.left.0.row', 'nowhere', cell('applications.nowhere.total')],
    ['a dangling column in a guard', t27, 'when.0.left.0.column', 'nowhere', cell('proactiveDisclosure.administrativeLicense.nowhere')],
    ['a column that its row does not have', t27, 'of.0', 'administrativeFee', cell('proactiveDisclosure.administrativeFee.decisions')],
    ['a dangling row for other levels', t23, 'rows.0', 'nowhere', cell('proactiveDisclosure.nowhere.(no such row)')],
    ['a dangling row to compare', t28, 'cells.0.row', 'nowhere', cell('proactiveDisclosure.nowhere.decisions')],
    ['a dangling column to compare', t28, 'cells.2.column', 'nowhere', cell('proactiveDisclosure.administrativeCompulsion.nowhere')],
    ['a dangling column of a pattern', t36, 'pattern.columns.5', 'nowhere', cell('applications.receivedThisYear.nowhere')],
    ['a dangling whole of a pattern', t36, 'pattern.whole', 'nowhere', cell('applications.nowhere.naturalPerson')],
    ['a dangling part of a pattern', t36, 'pattern.parts.3', 'nowhere', cell('applications.nowhere.naturalPerson')],
    ['a dangling row of copied columns', copied, 'pattern.rows.0', 'nowhere', cell('applications.nowhere.naturalPerson')],
    ['a dangling copied column', copied, 'pattern.columns.0', 'nowhere', cell('applications.receivedThisYear.nowhere')],
    ['a dangling amount', t24, 'pattern.row', 'nowhere', cell('proactiveDisclosure.nowhere.procurementAmount')],
    ['an amount in a column of others', t24, 'pattern.column', 'decisions', cell('proactiveDisclosure.centralizedProcurement.decisions')],
    ['a dangling table of a pattern', t36, 'table', 'nowhere', 'no such table: nowhere'],
    ['a constant with a row', t26, 'right.0.row', 'administrativeFee', either],
    ['a constant with a column', t26, 'right.0.column', 'change', either],
    ['a constant with a table', t26, 'right.0.table', 'applications', either],
    ['a constant of last year', y1, 'right.0', { constant: 0, prior: true }, either],
    ['a constant with a row in a guard', t27, 'when.0.right.0.row', 'administrativeFee', either],
    ['a term with a table alone', t45, 'left.0', { table: 'applications' }, either],
    ['constants alone', t26, 'left', [{ constant: 1 }], 'the comparison names no cell of this year'],
    ['last year alone', y1, 'left', onlyPrior, 'the comparison names no cell of this year'],
    ['no words for a missing year', y1, 'unchecked', undefined, 'a rule about last year says nothing for when it is missing'],
  ])('%s', (_name, rule, path, value, reason) => {
    const code = files.rules.rules[Number(rule.replace('rules.', ''))]?.code ?? '';
    expect(refuse(`${rule}.${path}`, value)).toEqual({
      code: 'edition/inconsistent',
      details: { file: 'rules.json', place: `${rule} (${code})`, reason },
    });
  });

  test('two rules may share a code and a kind as long as they are not the same rule', () => {
    for (const id of editionIds) {
      const { rules } = shippedEdition(id).book;
      const names = rules.map((rule) => `${rule.code} ${rule.kind}`);
      expect(new Set(names).size, id).toBeLessThan(names.length);
    }
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
