/** What a sum says beside its figures: who is counted, what is left out, and the order in which it is told. */
import { describe, expect, test } from 'vitest';
import type { Filing } from '#core/filing/filing.ts';
import { checkSummation } from '#core/consolidation/check-summation.ts';
import { consolidate, type Consolidation } from '#core/consolidation/consolidate.ts';
import { compareSums, type ComparedSum } from '#core/consolidation/delta.ts';
import type { RosterUnit } from '#core/consolidation/roster.ts';
import { superior } from '../../fixtures/made-units.ts';
import { edition, parts, sourceFrom } from './sources.ts';

const money = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
const [first, second, third] = parts;
if (first === undefined || second === undefined || third === undefined) throw new Error('no parts');

function sum(filings: readonly Filing[], units: readonly RosterUnit[] | null = null): Consolidation {
  const roster = units === null ? null : { units, ignoredColumns: [] };
  return consolidate({ unit: superior, reportYear: 2020, edition, sources: filings.map((each) => sourceFrom(each)), roster });
}
function rosterUnit({ unit }: Filing): RosterUnit {
  const nothing = { creditCode: null, contact: null, phone: null, excluded: null, fingerprint: null, from: null, to: null };
  return { code: unit.code, name: unit.name, level: 'prefecture', parent: superior.code, predecessors: [], ...nothing };
}
function withMoney(filing: Filing, value: string | null, unit: '元' | '万元' | null): Filing {
  return { ...filing, cells: { ...filing.cells, [money]: value }, cellUnits: unit === null ? {} : { [money]: unit } };
}
const sumOf = (consolidation: Consolidation, key: string) => consolidation.sums.find(({ plan }) => plan.cell.key === key);

describe('a sum of money', () => {
  test('counts units, blanks, and amounts that name no unit', () => {
    const counted = sum([withMoney(first, '1.50', '万元'), withMoney(second, null, null), withMoney(third, '2.5', null)]);
    expect(sumOf(counted, money)).toMatchObject({ value: '1.50', amountUnit: '万元', counted: 1, blank: 1, leftOut: 1 });
  });

  test('is stated in 元 where both units are met, with the places it was stated with', () => {
    const both = sum([withMoney(first, '1.5', '万元'), withMoney(second, '2.50', '元')]);
    expect(sumOf(both, money)).toMatchObject({ value: '15002.50', amountUnit: '元', counted: 2, blank: 0, leftOut: 0 });
  });

  test('is blank where nobody states any', () => {
    expect(sumOf(sum([withMoney(first, null, null)]), money)).toMatchObject({ value: null, amountUnit: null, counted: 0, blank: 1 });
  });
});

test('rows that are for other levels are left out of the sum, and counted where they hold something', () => {
  const rows = sum([first, second]).sums.flatMap(({ plan }) => (plan.levels === null ? [] : [plan.cell.key]));
  const [key = ''] = rows;
  const as = (filing: Filing, value: number | null): Filing => ({
    ...filing,
    unit: { ...filing.unit, level: 'township' },
    cells: { ...filing.cells, [key]: value },
  });
  const county: Filing = { ...third, unit: { ...third.unit, level: 'county' }, cells: { ...third.cells, [key]: 5 } };
  expect(sumOf(sum([as(first, 7), as(second, 0), county]), key)).toMatchObject({ value: 5, counted: 1, blank: 0, leftOut: 1 });
});

describe('what is said of a sum', () => {
  const findings = (consolidation: Consolidation) => checkSummation(consolidation, { stated: null, priors: new Map() });

  test('S-3 speaks of the row of one table from two units on, in both languages', () => {
    const [finding] = findings(sum([first, second])).filter(({ code }) => code === 'S-3');
    expect(finding?.message).toEqual({
      zh: expect.stringMatching(/^本年新收由 2 个单位的数据相加；/u),
      en: expect.stringMatching(/adds the figures of 2 units/u),
    });
    expect(finding?.cells.length).toBeGreaterThan(0);
    expect(finding?.cells.every((key) => key.startsWith('applications.receivedThisYear.'))).toBe(true);
    expect(findings(sum([first])).map(({ code }) => code)).not.toContain('S-3');
  });

  test('S-4 names the missing in both languages', () => {
    const [finding] = findings(sum([first], [first, second, third].map(rosterUnit))).filter(({ code }) => code === 'S-4');
    expect(finding?.cells).toEqual([]);
    expect(finding?.message.zh).toContain(`2 个单位没有报送：${second.unit.name}、${third.unit.name}`);
    expect(finding?.message.en).toContain(second.unit.name);
  });
});

describe('what does not count', () => {
  test('two reports of one unit that differ are a conflict, and neither counts', () => {
    const other: Filing = { ...first, cells: { ...first.cells, 'applications.receivedThisYear.naturalPerson': 1 } };
    const consolidation = sum([first, other, second], [first, second].map(rosterUnit));
    expect(consolidation.conflicts).toMatchObject([{ code: first.unit.code, name: first.unit.name }]);
    expect(consolidation.contributors.map(({ code }) => code)).toEqual([second.unit.code]);
    expect(consolidation.expected.map(({ state }) => state)).toEqual(['conflict', 'summed']);
  });

  test('what is refused says what it is and what was asked for, in the order of the files', () => {
    const { refused } = sum([third, second, first].map((each) => ({ ...each, reportYear: 2019 })));
    expect(refused.map(({ source }) => source.unit.code)).toEqual([first, second, third].map(({ unit }) => unit.code));
    expect(refused[0]?.problem).toMatchObject({
      code: 'consolidation/other-year',
      details: { unit: first.unit.name, code: first.unit.code, found: 2019, asked: 2020 },
    });
  });
});

describe('what moved between two sums', () => {
  const of = (value: number | null, counted: Readonly<Record<string, number | null>>): ComparedSum =>
    new Map([['t.r.c', { value, counted: Object.entries(counted).map(([unit, each]) => ({ unit, value: each })) }]]);

  test('is nothing where nothing differs', () => {
    expect(compareSums(of(3, { a: 1, b: 2 }), of(3, { a: 1, b: 2 }))).toEqual([]);
  });

  test('is told where units cancel each other out', () => {
    const [moved] = compareSums(of(3, { a: 1, b: 2 }), of(3, { a: 2, b: 1 }));
    expect(moved).toMatchObject({
      from: 3,
      to: 3,
      difference: 0,
      through: [
        { unit: 'a', difference: 1 },
        { unit: 'b', difference: -1 },
      ],
    });
  });

  test('is told of cells that only one of the sums has', () => {
    expect(compareSums(of(3, { a: 3 }), new Map())).toMatchObject([{ from: 3, to: null, through: [{ unit: 'a', from: 3, to: null }] }]);
    expect(compareSums(new Map(), of(3, { a: 3 }))).toMatchObject([{ from: null, to: 3, through: [{ unit: 'a', from: null, to: 3 }] }]);
  });
});
