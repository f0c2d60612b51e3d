/** Where figures come from, what has moved, what is taken over, and who is out of proportion. */
import { describe, expect, test } from 'vitest';
import { sameValue, sumExact } from '#core/lib/exact.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { justify } from '#core/filing/justification.ts';
import { compareUnits, findOutliers } from '#core/consolidation/compare-units.ts';
import { consolidate } from '#core/consolidation/consolidate.ts';
import { figureFindings } from '#core/consolidation/figure-findings.ts';
import { lineageOf, sortLineage } from '#core/consolidation/lineage.ts';
import { acceptedOf, acceptUnits, movementsBetween } from '#core/consolidation/movements.ts';
import { takeSum } from '#core/consolidation/take-sum.ts';
import type { Source } from '#core/consolidation/source.ts';
import { comparisonChart } from '#core/text/compare-chart.ts';
import { incompleteNote } from '#core/text/consolidation.ts';
import { sumNoteUnder } from '#core/consolidation/sum-note.ts';
import { superior } from '../../fixtures/made-units.ts';
import { edition, parts, seed, sourceFrom } from './sources.ts';

const key = 'applications.receivedThisYear.naturalPerson';
const sum = (sources: readonly Source[]) => consolidate({ unit: superior, reportYear: 2020, edition, sources, roster: null });
const all = parts.map((part) => sourceFrom(part));
const [one, two] = parts as [(typeof parts)[0], (typeof parts)[0]];

describe('lineage', () => {
  test('names every unit with its value, its share, last year, its explanation and the errors of its own about the cell', () => {
    const wrongFiling = { ...two, cells: { ...two.cells, [key]: 99_999 } };
    const wrong = figureFindings(wrongFiling, edition, null).filter(({ severity }) => severity === 'error');
    const explained = wrong.find(({ cells }) => cells.includes(key));
    if (explained === undefined) throw new Error('no error');
    const justifications = [justify(explained, one.cells, '合并了乡镇', null)];
    const sources = [sourceFrom({ ...one, justifications }), sourceFrom(wrongFiling, { wrong, signature: 'valid' }), ...all.slice(2)];
    const lineage = lineageOf(sum(sources), key, new Map([[one.unit.code, { cells: { [key]: 1 } }]]));
    expect(sumExact((lineage?.parts ?? []).map(({ counted }) => ({ coefficient: 1, value: counted })))).toBe(lineage?.value);
    expect(lineage?.parts).toHaveLength(27);
    const [first, second] = lineage?.parts ?? [];
    expect(first).toMatchObject({ before: 1, change: Number(valueAt(one.cells, key)) - 1, errors: 0, signature: 'unsigned' });
    expect(first?.justifications).toEqual([{ rule: explained.code, text: '合并了乡镇' }]);
    expect(second).toMatchObject({ counted: 99_999, before: null, change: null, signature: 'valid' });
    expect(second?.share).toBeGreaterThan(900);
    const order = (by: 'share' | 'change' | 'finding') => sortLineage(lineage?.parts ?? [], by)[0]?.code;
    expect([order('share'), order('change'), order('finding')]).toEqual([two.unit.code, one.unit.code, two.unit.code]);
    expect(lineageOf(sum(sources), 'no.such.cell', new Map())).toBeNull();
  });
});

describe('movements', () => {
  const amended = { ...one, cells: { ...one.cells, [key]: 5 + Number(one.cells[key]) }, revision: { ...one.revision, number: 2 } };
  const before = sum(all.slice(0, -1));
  const after = sum([...all, sourceFrom(amended)]);

  test('tell through which reports totals move, and name no total that does not', () => {
    const { units, cells } = movementsBetween(before, after);
    expect(units.map(({ code, why }) => [code, why])).toEqual([
      [one.unit.code, 'amended'],
      [parts.at(-1)?.unit.code, 'late'],
    ]);
    expect(units[0]).toMatchObject({ from: { revision: 1 }, to: { revision: 2 }, cells: 1 });
    const moved = new Set(cells.map(({ cell }) => cell));
    const expected = after.sums.filter(({ value }, at) => !sameValue(value, before.sums[at]?.value ?? null));
    expect([...moved].sort()).toEqual(expected.map(({ plan }) => plan.cell.key as string).sort());
    for (const { difference, through } of cells) {
      expect(sumExact(through.map((each) => ({ coefficient: 1, value: each.difference })))).toEqual(difference);
    }
    expect(movementsBetween(after, after)).toEqual({ units: [], cells: [] });
  });

  test('can be accepted unit by unit; what is left open stays as it was', () => {
    const accepted = acceptUnits(acceptedOf(before), after, [one.unit.code]);
    expect(accepted[one.unit.code]).toBe(acceptedOf(after)[one.unit.code]);
    expect(Object.keys(accepted)).toHaveLength(26);
    expect(acceptUnits(acceptedOf(after), before, [parts.at(-1)?.unit.code ?? ''])).not.toHaveProperty(parts.at(-1)?.unit.code ?? '');
  });
});

test('taking the sum fills every cell that is summed, blank ones too, and leaves prose and the notes of others', () => {
  const own = { ...newFiling(superior, 2020, edition), narrative: one.narrative, tableNotes: { applications: '含开发区' } };
  const note = incompleteNote(['missing'], [{ code: '460028', name: '示例第28市', why: 'missing' }]);
  const noteOf = (_table: string, present: string | null) => sumNoteUnder(present, note);
  const partial = takeSum({ filing: own, pending: { [key]: '12 件' } }, sum(all.slice(1)).sums, noteOf);
  expect(partial.pending).toEqual({});
  expect(partial.filing.tableNotes['applications']).toBe(`含开发区\n${note ?? ''}`);
  expect(partial.filing.narrative).toEqual(one.narrative);
  const whole = takeSum(partial, sum(all).sums, (_table, present) => sumNoteUnder(present, null));
  expect(edition.form.cells.filter((cell) => !sameValue(valueAt(whole.filing.cells, cell.key), valueAt(seed.cells, cell.key)))).toEqual([]);
  expect(whole.filing.tableNotes).toEqual({ applications: '含开发区' });
  expect(whole.filing.cellUnits).toEqual(seed.cellUnits);
});

test('units stand side by side by their size, and a figure far from what the size lets one expect is found', () => {
  const odd = 'applications.duplicate.total';
  const strange = { ...one, cells: { ...one.cells, [odd]: 80, 'applications.duplicate.naturalPerson': 80 } };
  const consolidation = sum([sourceFrom(strange), ...all.slice(1)]);
  const comparison = compareUnits(consolidation, 'applications', 'total');
  if (comparison === null) throw new Error('no comparison');
  const sizes = comparison.units.map(({ size }) => Number(size));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  const [outlier] = findOutliers(consolidation, 10);
  expect(outlier).toMatchObject({ code: one.unit.code, cell: odd, value: 80 });
  expect(outlier?.times).toBeGreaterThan(10);
  expect(compareUnits(consolidation, 'applications', 'nobody')).toBeNull();
  const chart = comparisonChart(edition.form, comparison, comparison.units.slice(0, 5), 'zh');
  expect(chart.table.rows).toHaveLength(5);
  expect(chart.table.columns).not.toContain('本年新收');
});
