import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumExact, type CellValue } from '#core/lib/exact.ts';
import { contributionsTo, mergePriors, type PriorPart } from '#core/filing/merge-priors.ts';
import { blankCells } from '#core/form/edit-cells.ts';
import { plainText } from '#core/narrative/narrative-text.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { validate } from '#core/validation/validate.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { soundReport, withCells, zeroCells, type Changes } from '../../fixtures/subjects.ts';

const { edition, subject } = soundReport('2021');
const { form } = edition;
const old = shippedEdition('2019').form;

function part(name: string, changes: Changes, rest: Partial<PriorPart['filing']> = {}, of = form): PriorPart {
  const unit = { code: name, name, creditCode: null, level: 'department' } as const;
  return { form: of, filing: { unit, cells: { ...zeroCells(of), ...changes }, cellUnits: {}, narrative: {}, ...rest } };
}

/** What Y-1 and Y-2 say where the year before is the sum of the parts. */
function foundWith(parts: readonly PriorPart[], changes: Changes) {
  const findings = validate(form, edition.book, { ...withCells(subject, changes), prior: mergePriors(form, parts) });
  return (code: string) => findings.filter((finding) => finding.code === code);
}

describe('Y-7: last year’s figures of merged units', () => {
  const development = part('发展和改革局', { 'applications.carriedForward.total': 7, 'proactiveDisclosure.normativeDocument.inForce': 12 });
  const grain = part('粮食局', { 'applications.carriedForward.total': 4, 'proactiveDisclosure.normativeDocument.inForce': 5 });
  const broughtForward = Object.fromEntries(
    form.cells.filter(({ row }) => row.id === 'broughtForward').map(({ key }) => [key, key.endsWith('.total') ? 11 : 0]),
  );
  const documents = { issued: 3, repealed: 1, inForce: 19 };
  const now: Changes = {
    ...broughtForward,
    ...Object.fromEntries(Object.entries(documents).map(([column, value]) => [`proactiveDisclosure.normativeDocument.${column}`, value])),
    ...Object.fromEntries(['issued', 'repealed', 'inForce'].map((column) => [`proactiveDisclosure.administrativeRule.${column}`, 0])),
  };

  test('Y-7 Y-1 and Y-2 hold against the sum of the units’ reports', () => {
    const found = foundWith([development, grain], now);
    expect([...found('Y-1'), ...found('Y-2')]).toEqual([]);
  });

  test('Y-7 Y-1 and Y-2 speak where a unit was forgotten', () => {
    const found = foundWith([development], now);
    expect(found('Y-1')).toMatchObject([{ severity: 'error', left: 11, right: 7, difference: 4 }]);
    expect(found('Y-2')).toMatchObject([{ severity: 'warning', left: 19, right: 14, difference: 5 }]);
  });

  test('Y-7 a cell that one of the units left blank is not known of the sum: it is not checked, rather than taken for 0', () => {
    const silent = part('粮食局', { 'applications.carriedForward.total': null });
    const found = foundWith([development, silent], now);
    expect(found('Y-1').map(({ severity, message }) => [severity, message.zh.slice(-4)])).toEqual([['hint', '未能核对']]);
  });

  test('where a figure comes from is told by unit, also what is blank', () => {
    const merged = mergePriors(form, [development, part('粮食局', { 'applications.carriedForward.total': null })]);
    expect(contributionsTo(merged, 'applications.carriedForward.total').map(({ unit, value }) => [unit.name, value])).toEqual([
      ['发展和改革局', 7],
      ['粮食局', null],
    ]);
  });
});

describe('the sum of several reports', () => {
  const values = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -5, max: 999_999_999_999_999 }),
    fc.constantFrom('0.1', '866534.00', '-0.000001'),
  );
  const keys = [
    'applications.carriedForward.total',
    'remedies.reconsideration.pending',
    'proactiveDisclosure.administrativeFee.feeAmount',
  ] as const;

  test('is exact cell by cell, blank with any blank, and does not depend on the order', () => {
    const lists = fc.array(fc.tuple(values, values, values), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(lists, (rows: readonly CellValue[][]) => {
        const parts = rows.map((row, at) => part(String(at), Object.fromEntries(keys.map((key, index) => [key, row[index] ?? null]))));
        const merged = mergePriors(form, parts);
        for (const [index, key] of keys.entries()) {
          const column = rows.map((row) => row[index] ?? null);
          expect(merged.cells[key]).toEqual(column.includes(null) ? null : sumExact(column.map((value) => ({ coefficient: 1, value }))));
        }
        expect(mergePriors(form, parts.toReversed()).cells).toEqual(merged.cells);
      }),
    );
  });

  test('of one report is the report', () => {
    const own = part('发展和改革局', { 'proactiveDisclosure.administrativeFee.feeAmount': '3.50', 'applications.disclosed.other': null });
    expect(mergePriors(form, [own]).cells).toEqual(own.filing.cells);
  });

  test('of reports in two editions has only the cells of both', () => {
    const older = part('粮食局', {}, {}, old);
    const merged = mergePriors(form, [part('发展和改革局', {}), older]);
    const known = form.cells.filter(({ key }) => merged.cells[key] !== null).map(({ key }) => key);
    expect(known).toEqual(form.cells.filter(({ key }) => old.cellByKey.has(key)).map(({ key }) => key));
    expect(known.length).toBeLessThan(form.cells.length);
  });

  test('does not add 元 to 万元', () => {
    const key = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
    const bought = (unit: '元' | '万元') => part('局', { [key]: 5 }, { cellUnits: { [key]: unit } }, old);
    expect(mergePriors(old, [bought('元'), bought('万元')]).cells[key]).toBeNull();
    expect(mergePriors(old, [bought('万元'), bought('万元')]).cells[key]).toBe(10);
  });

  test('joins the prose, in which bound figures stay each unit’s own', () => {
    const cell = 'applications.receivedThisYear.total';
    const says = (words: string): Narrative => ({
      overview: [
        {
          kind: 'paragraph',
          content: [
            { kind: 'text', text: words },
            { kind: 'figure', cell },
          ],
        },
      ],
    });
    const parts = [part('甲', { [cell]: 3 }, { narrative: says('收到申请') }), part('乙', { [cell]: 4 }, { narrative: says('共收到') })];
    const lines = mergePriors(form, parts).narrative['overview']?.map((block) => plainText(block, () => '?'));
    expect(lines).toEqual(['收到申请3', '共收到4']);
  });

  test('of blank reports is blank', () => {
    const blank = (name: string): PriorPart => part(name, blankCells(form));
    expect(Object.values(mergePriors(form, [blank('甲'), blank('乙')]).cells).every((value) => value === null)).toBe(true);
  });
});
