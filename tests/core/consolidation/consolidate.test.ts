import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareExact, sameValue, sumExact, type CellValue } from '#core/lib/exact.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import type { Filing } from '#core/filing/filing.ts';
import { gapsOf } from '#core/consolidation/completeness.ts';
import { consolidate, type Consolidation } from '#core/consolidation/consolidate.ts';
import { consolidatedFiling } from '#core/consolidation/consolidated-filing.ts';
import { compareSums } from '#core/consolidation/delta.ts';
import { comparedSum } from '#core/consolidation/earlier-sum.ts';
import { figureFindings } from '#core/consolidation/figure-findings.ts';
import { contributionsTo } from '#core/consolidation/sum-cells.ts';
import type { Source } from '#core/consolidation/source.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { madeUnit, superior } from '../../fixtures/made-units.ts';
import { edition, parts, seed, sourceFrom } from './sources.ts';

function sum(sources: readonly Source[]): Consolidation {
  return consolidate({ unit: superior, reportYear: 2020, edition, sources, roster: null });
}

const values = (consolidation: Consolidation) => consolidation.sums.map(({ value }) => value);
const keyAmount = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
const all = parts.map((part) => sourceFrom(part));

/** Filings with any figures at all, blanks and long decimals among them. */
const anyFigure = fc.oneof(
  fc.constant(null),
  fc.nat(1_000_000_000),
  fc.integer({ min: -99, max: 999_999_999_999_999 }),
  fc.tuple(fc.nat(99_999), fc.nat(999_999)).map(([whole, fraction]) => `${String(whole)}.${String(fraction).padStart(6, '0')}`),
);
const anySource = (index: number) =>
  fc
    .tuple(
      fc.array(anyFigure, { minLength: edition.form.cells.length, maxLength: edition.form.cells.length }),
      fc.constantFrom('元', '万元', undefined),
    )
    .map(([figures, unit]): Source => {
      const filing: Filing = { ...(parts[0] as Filing), unit: madeUnit(index), cellUnits: unit === undefined ? {} : { [keyAmount]: unit } };
      return { ...sourceFrom(filing), values: figures };
    });
const anySources = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anySource(index))));

describe('the sum of units', () => {
  test('27 made units sum to exactly the tables of the published report they were made from', () => {
    const consolidation = sum(all);
    const filing = consolidatedFiling(consolidation, null);
    const different = edition.form.cells.filter(({ key }) => !sameValue(valueAt(filing.cells, key), valueAt(seed.cells, key)));
    expect(different.map(({ key }) => key)).toEqual([]);
    expect(filing.cells[keyAmount]).toBe('866534.00');
    expect(filing.cellUnits).toEqual(seed.cellUnits);
    expect(gapsOf(consolidation, 0)).toEqual([]);
    expect(figureFindings(filing, edition, null).filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  test('every made unit is sound by itself', () => {
    const grave = parts.flatMap((part) => figureFindings(part, edition, null).filter(({ severity }) => severity !== 'hint'));
    expect(grave.map(({ code, message }) => `${code} ${message.zh}`)).toEqual([]);
  });

  test('is the same whatever the order of the files', () => {
    fc.assert(
      fc.property(anySources, fc.infiniteStream(fc.nat()), (sources, numbers) => {
        const shuffled = sources.map((source) => ({ source, at: numbers.next().value })).sort((a, b) => Number(a.at) - Number(b.at));
        const [one, other] = [sum(sources), sum(shuffled.map(({ source }) => source))];
        expect(values(other)).toEqual(values(one));
        expect(other.contributors.map(({ code }) => code)).toEqual(one.contributors.map(({ code }) => code));
      }),
      { numRuns: 40 },
    );
  });

  test('is what its contributions add up to, and the sums of its parts are the sum of the whole', () => {
    fc.assert(
      fc.property(anySources, fc.nat(6), (sources, cut) => {
        const whole = sum(sources);
        const halves = [sum(sources.slice(0, cut)), sum(sources.slice(cut))];
        for (const [at, { plan, value }] of whole.sums.entries()) {
          const counted = contributionsTo(plan, whole.contributors).map((each) => each.counted);
          expect(sameValue(total(counted), value)).toBe(true);
          if (plan.cell.unitOpen) continue;
          expect(sameValue(total(halves.map((half) => half.sums[at]?.value ?? null)), value)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a unit that is added and taken away again leaves it as it was', () => {
    fc.assert(
      fc.property(anySources, anySource(20), (sources, added) => {
        const before = sum(sources);
        const moved = compareSums(comparedSum(before), comparedSum(sum([...sources, added])));
        const back = compareSums(comparedSum(sum([...sources, added])), comparedSum(before));
        expect(values(sum(sources))).toEqual(values(before));
        expect(back.map(({ cell, from, to }) => [cell, to, from])).toEqual(moved.map(({ cell, from, to }) => [cell, from, to]));
      }),
      { numRuns: 40 },
    );
  });

  test('what moved is the difference of the sums, and the units account for all of it', () => {
    fc.assert(
      fc.property(anySources, anySources, (sources, others) => {
        const [before, after] = [comparedSum(sum(sources)), comparedSum(sum(others))];
        for (const { cell, from, to, difference, through } of compareSums(before, after)) {
          expect(from).toEqual(before.get(cell)?.value ?? null);
          expect(to).toEqual(after.get(cell)?.value ?? null);
          expect(compareExact(total([from, difference]) ?? 0, to ?? 0)).toBe(0);
          expect(compareExact(total(through.map((each) => each.difference)) ?? 0, difference ?? 0)).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('blank is not nought', () => {
  const at = edition.form.cells.findIndex(({ table }) => table.id === 'remedies');
  const withValues = (given: readonly CellValue[]) =>
    sum(
      given.map((value, index) => ({
        ...sourceFrom({ ...(parts[index] as Filing) }),
        values: edition.form.cells.map((_, cell) => (cell === at ? value : 0)),
      })),
    );
  const cellOf = (consolidation: Consolidation) => consolidation.sums.find(({ plan }) => plan.index === at);

  test.each([
    ['all blank', [null, null], null, 2],
    ['some blank', [null, 5, null], 5, 2],
    ['a nought among blanks', [null, 0], 0, 1],
    ['none blank', [2, 3], 5, 0],
  ])('%s', (_name, given, value, blank) => {
    expect(cellOf(withValues(given))).toMatchObject({ value, blank });
  });
});

describe('money whose unit the form leaves open', () => {
  const at = edition.form.cells.findIndex(({ key }) => key === keyAmount);
  const given = (amounts: readonly (readonly [CellValue, '元' | '万元' | null])[]) =>
    sum(
      amounts.map(([value, unit], index) => {
        const filing = { ...(parts[index] as Filing), cellUnits: unit === null ? {} : { [keyAmount]: unit } };
        return { ...sourceFrom(filing), values: edition.form.cells.map((_, cell) => (cell === at ? value : 0)) };
      }),
    ).sums.find(({ plan }) => plan.index === at);

  test.each([
    [
      'one unit of money',
      [
        ['1.50', '万元'],
        ['2.50', '万元'],
      ],
      '4.00',
      '万元',
      0,
    ],
    [
      'both are summed in 元, exactly',
      [
        ['1.000001', '万元'],
        ['0.99', '元'],
      ],
      '10001.00',
      '元',
      0,
    ],
    [
      'none says it',
      [
        [3, null],
        [4, null],
      ],
      7,
      null,
      0,
    ],
    [
      'one does not say it',
      [
        [3, null],
        [4, '元'],
      ],
      4,
      '元',
      1,
    ],
    [
      'a nought needs no unit',
      [
        [0, null],
        [4, '元'],
      ],
      4,
      '元',
      0,
    ],
    [
      'a nought decides nothing',
      [
        [0, '元'],
        ['4.5', '万元'],
      ],
      '4.5',
      '万元',
      0,
    ],
  ] as const)('%s', (_name, amounts, value, amountUnit, leftOut) => {
    expect(given(amounts)).toMatchObject({ value, amountUnit, leftOut });
  });
});

describe('what cannot be summed', () => {
  test('figures of another year or form are named and not counted', () => {
    const [first, second] = all;
    if (first === undefined || second === undefined) throw new Error('no parts');
    const other = shippedEdition('2021');
    const consolidation = sum([first, { ...second, reportYear: 2019 }, { ...second, unit: madeUnit(30), editionId: other.id }]);
    expect(consolidation.contributors.map(({ code }) => code)).toEqual([first.unit.code]);
    expect(consolidation.refused.map(({ problem }) => problem.code).sort()).toEqual([
      'consolidation/other-edition',
      'consolidation/other-year',
    ]);
    expect(gapsOf(consolidation, 0)).toEqual(['refused']);
  });

  test('规章 of a unit without the power to make them is left out and named', () => {
    const at = edition.form.cells.findIndex(({ row }) => row.id === 'administrativeRule');
    const town = { code: '469101100', name: '示例镇', creditCode: null, level: 'township' } as const;
    const filing = { ...(parts[0] as Filing), unit: town };
    const figures = edition.form.cells.map((_, cell) => (cell === at ? 2 : 0));
    const consolidation = sum([
      { ...sourceFrom(filing), values: figures },
      { ...sourceFrom(parts[1] as Filing), values: figures },
    ]);
    const found = consolidation.sums.find(({ plan }) => plan.index === at);
    expect(found).toMatchObject({ value: 2, counted: 1, leftOut: 1 });
    expect(gapsOf(consolidation, 0)).toEqual([]);
  });

  test('the sum itself is no unit of it, but the office’s own report is', () => {
    const own = sourceFrom({ ...(parts[0] as Filing), unit: superior });
    expect(sum([own]).refused[0]?.problem.code).toBe('consolidation/own-sum');
    const office = sourceFrom({ ...(parts[0] as Filing), unit: { ...superior, name: '海南省人民政府办公厅' } });
    expect(sum([office]).contributors).toHaveLength(1);
    const order = { unit: superior, reportYear: 2020, edition, roster: null };
    const given = consolidate({ ...order, sources: [sourceFrom(parts[1] as Filing)], own });
    expect(given.contributors.map(({ code }) => code)).toEqual(['460000', '469102']);
  });
});

function total(given: readonly CellValue[]): CellValue {
  return sumExact(given.map((value) => ({ coefficient: 1, value })));
}
