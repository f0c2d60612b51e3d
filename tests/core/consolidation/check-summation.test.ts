/** S-1 to S-6 over a consolidation, and how the roster decides who is in it. */
import { describe, expect, test } from 'vitest';
import type { Filing } from '#core/filing/filing.ts';
import { checkSummation, type SummationEvidence } from '#core/consolidation/check-summation.ts';
import { gapsOf } from '#core/consolidation/completeness.ts';
import { consolidate, type Consolidation } from '#core/consolidation/consolidate.ts';
import { priorSums } from '#core/consolidation/prior-sums.ts';
import type { Roster, RosterUnit } from '#core/consolidation/roster.ts';
import type { Source } from '#core/consolidation/source.ts';
import { superior } from '../../fixtures/made-units.ts';
import { edition, parts, seed, sourceFrom } from './sources.ts';

const received = 'applications.receivedThisYear.naturalPerson';
const broughtForward = 'applications.broughtForward.naturalPerson';
const [first, second, third] = parts.map((part) => sourceFrom(part));
if (first === undefined || second === undefined || third === undefined) throw new Error('no parts');

function rosterUnit(unit: { readonly code: string; readonly name: string }, changes: Partial<RosterUnit> = {}): RosterUnit {
  const nothing = {
    parent: superior.code,
    creditCode: null,
    contact: null,
    phone: null,
    excluded: null,
    fingerprint: null,
    from: null,
    to: null,
  };
  return { code: unit.code, name: unit.name, level: 'prefecture', predecessors: [], ...nothing, ...changes };
}

function sum(sources: readonly Source[], units: readonly RosterUnit[] | null = null, refusedUnits: readonly string[] = []): Consolidation {
  const roster: Roster | null = units === null ? null : { units, ignoredColumns: [] };
  return consolidate({ unit: superior, reportYear: 2020, edition, sources, roster, refusedUnits });
}

function said(consolidation: Consolidation, evidence: Partial<SummationEvidence> = {}) {
  const findings = checkSummation(consolidation, { stated: null, priors: new Map(), ...evidence });
  return findings.map(({ code, message }) => `${code} ${message.zh}`);
}

function with1(part: Filing, cell: string, value: number): Filing {
  return { ...part, cells: { ...part.cells, [cell]: value } };
}

describe('the rules across units', () => {
  const all = parts.map((part) => sourceFrom(part));

  test('S-1 and S-2 compare what the superior states with the sum, cell by cell', () => {
    expect(said(sum(all), { stated: seed })).toEqual([expect.stringMatching(/^S-3 本年新收由 27 个单位/u)]);
    const money = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
    const stated = { cells: { ...seed.cells, [received]: 1, [money]: 5 }, cellUnits: { [money]: '元' } } as const;
    const findings = checkSummation(sum(all), { stated, priors: new Map() });
    expect(findings.map(({ code, cells }) => [code, cells])).toEqual([
      ['S-1', [received]],
      ['S-2', [money]],
      ['S-3', expect.anything()],
    ]);
    expect(findings[0]).toMatchObject({ left: 1, right: seed.cells[received], difference: 1 - Number(seed.cells[received]) });
    expect(findings[1]?.message.zh).toMatch(/填 5元，各单位之和为 866,534\.00万元，差 —/u);
  });

  test('S-4 names who has not filed, and nobody whose file was refused', () => {
    const units = [first, second, third].map(({ unit }) => rosterUnit(unit));
    const consolidation = sum([first], units, [second.unit.code]);
    expect(said(consolidation)).toEqual([expect.stringMatching(/^S-4 还有 1 个单位没有报送：示例第03市；/u)]);
    expect(consolidation.expected.map(({ state }) => state)).toEqual(['summed', 'refused', 'missing']);
    expect(gapsOf(consolidation, 1)).toEqual(['missing', 'refused']);
  });

  test('S-5 tells which units bring forward something else than they carried forward', () => {
    const before = (part: Filing, value: number) => ({ cells: { ...part.cells, 'applications.carriedForward.naturalPerson': value } });
    const now = [with1(parts[0] as Filing, broughtForward, 5), with1(parts[1] as Filing, broughtForward, 3)];
    const priors = new Map([
      ['469101', before(parts[0] as Filing, 5)],
      ['469102', before(parts[1] as Filing, 4)],
    ]);
    const found = said(sum([...now.map((part) => sourceFrom(part)), third]), { priors }).filter((each) => each.includes('自然人'));
    expect(found).toEqual(['S-5 自然人：上年结转汇总为 8，这些单位上年结转下年之和为 9，差 −1（示例第02市 −1）']);
  });

  test('S-6 finds the sum among the units', () => {
    const office = { code: '460000-1', name: '海南省人民政府办公厅', creditCode: null, level: 'department' } as const;
    const sumFiled = sourceFrom({ ...seed, unit: office });
    expect(said(sum([...all, sumFiled])).at(-1)).toMatch(/^S-6 海南省人民政府办公厅本级的报告与汇总报告数据相同/u);
    expect(said(sum([...all, sourceFrom({ ...(parts[3] as Filing), unit: office })])).some((each) => each.startsWith('S-6'))).toBe(false);
  });

  test('last year’s sum is that of the same units, and known only where all of them are', () => {
    const priors = [first, second].map((source) => ({ ...source, reportYear: 2019 }));
    const whole = priorSums(sum([first, second]), priors, [edition]).ofSum;
    expect(whole?.cells[received]).toBe(Number(parts[0]?.cells[received]) + Number(parts[1]?.cells[received]));
    expect(priorSums(sum([first, second, third]), priors, [edition])).toMatchObject({ ofSum: null, ofUnits: { size: 2 } });
  });
});

describe('the roster', () => {
  test('leaves vertically led agencies out, and says so', () => {
    const consolidation = sum([first, second], [rosterUnit(first.unit), rosterUnit(second.unit, { excluded: '垂直管理' })]);
    expect(consolidation.contributors.map(({ code }) => code)).toEqual([first.unit.code]);
    expect(consolidation.excluded).toMatchObject([{ unit: { excluded: '垂直管理' }, source: { file: second.file } }]);
    expect(gapsOf(consolidation, 0)).toEqual([]);
  });

  test.each([
    ['a stranger', [], 'consolidation/not-in-roster'],
    ['a unit of other years', [rosterUnit(second.unit, { to: 2019 })], 'consolidation/not-that-year'],
    ['a unit that another one sums', [rosterUnit(second.unit, { parent: first.unit.code })], 'consolidation/summed-by-other'],
    [
      'a part of what became two',
      ['a', 'b'].map((code) => rosterUnit({ code, name: code }, { predecessors: [second.unit.code] })),
      'consolidation/several-units',
    ],
  ])('%s is refused', (_name, others, code) => {
    const consolidation = sum([first, second], [rosterUnit(first.unit), ...others]);
    expect(consolidation.refused.map(({ problem }) => problem.code)).toEqual([code]);
    expect(consolidation.contributors).toHaveLength(1);
  });

  test('units that were merged count for the one they are now, until that one files', () => {
    const merged = rosterUnit({ code: '469999', name: '新市' }, { predecessors: [first.unit.code, second.unit.code] });
    const before = sum([first, second], [merged]);
    expect(before.contributors.map(({ code, of }) => [code, of?.code])).toEqual([
      [first.unit.code, '469999'],
      [second.unit.code, '469999'],
    ]);
    expect(before.expected.map(({ state }) => state)).toEqual(['summed']);
    const own = { ...third, unit: { ...third.unit, code: '469999', name: '新市' } };
    const after = sum([first, second, own], [merged]);
    expect(after.contributors.map(({ code }) => code)).toEqual(['469999']);
    expect(after.refused.map(({ problem }) => problem.code)).toEqual(['consolidation/successor-filed', 'consolidation/successor-filed']);
  });

  test('a report without a code is known by its name, and the roster’s level counts', () => {
    const published = { ...first, unit: { code: '-', name: '示例第01市 ', creditCode: null, level: 'department' } } as const;
    const consolidation = sum([published], [rosterUnit(first.unit, { level: 'township' })]);
    expect(consolidation.contributors).toMatchObject([{ code: '469101', level: 'township' }]);
    expect(sum([published]).refused[0]?.problem.code).toBe('consolidation/unknown-unit');
  });
});
