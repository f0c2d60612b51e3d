import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameValue, type CellValue } from '#core/lib/exact.ts';
import {
  applyEdits,
  blankCells,
  changedCells,
  computeTotal,
  computeTotals,
  valueAt,
  type CellEdit,
  type Cells,
} from '#core/form/edit-cells.ts';
import { enterTexts } from '#core/form/enter-text.ts';
import { edition2019, secondEdition } from '../../fixtures/editions.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';

const { form } = edition2019();
const entered = form.cells.filter((cell) => !cell.computed).map((cell) => cell.key);
const value: fc.Arbitrary<CellValue> = fc.option(fc.integer({ min: -5, max: 999_999_999_999_999 }), { nil: null });
const edit: fc.Arbitrary<CellEdit> = fc.record({ cell: fc.constantFrom(...entered), value });
const distinctEdits = fc.uniqueArray(edit, { selector: (each) => each.cell, maxLength: 40 });

function expectTotalsEqualSums(cells: Cells): void {
  const wrong = form.totals.filter((total) => !sameValue(valueAt(cells, total.target), computeTotal(cells, total)));
  expect(wrong).toEqual([]);
}

describe('applyEdits', () => {
  test('keeps every total equal to its sum, however large', () => {
    fc.assert(
      fc.property(distinctEdits, (edits) => {
        expectTotalsEqualSums(applyEdits(form, blankCells(form), edits));
      }),
    );
  });

  test('gives the same cells whatever the order of the edits, at once or one by one', () => {
    fc.assert(
      fc.property(
        distinctEdits.chain((edits) => fc.tuple(fc.constant(edits), fc.shuffledSubarray(edits, { minLength: edits.length }))),
        ([edits, shuffled]) => {
          const atOnce = applyEdits(form, blankCells(form), edits);
          const oneByOne = shuffled.reduce<Cells>((cells, each) => applyEdits(form, cells, [each]), blankCells(form));
          expect(applyEdits(form, blankCells(form), shuffled)).toEqual(atOnce);
          expect(oneByOne).toEqual(atOnce);
        },
      ),
    );
  });

  test('an edit and its undoing leave everything as it was', () => {
    const hainan = valuesOf(publishedReport('hainan-province-2020'), form);
    fc.assert(
      fc.property(distinctEdits, (edits) => {
        const undone = edits.map(({ cell }) => ({ cell, value: valueAt(hainan, cell) }));
        expect(applyEdits(form, applyEdits(form, hainan, edits), undone)).toEqual(hainan);
      }),
    );
  });

  test('leaves a stated total that differs from its sum as it was stated', () => {
    const stated = { ...valuesOf(publishedReport('hainan-province-2020'), form), 'applications.disclosed.total': 1900 } as Cells;
    const next = applyEdits(form, stated, [{ cell: 'applications.disclosed.naturalPerson', value: 503 }]);
    expect(next['applications.disclosed.total']).toBe(1900);
    // the total below it agreed before and goes on agreeing
    expect(next['applications.handlingTotal.naturalPerson']).toBe(1377);
    expect(next['applications.handlingTotal.total']).toBe(2809);
  });

  test('a total of blanks is blank, of one zero it is zero', () => {
    const one = applyEdits(form, blankCells(form), [{ cell: 'remedies.reconsideration.upheld', value: 0 }]);
    expect(one['remedies.reconsideration.total']).toBe(0);
    expect(applyEdits(form, one, [{ cell: 'remedies.reconsideration.upheld', value: null }])).toEqual(blankCells(form));
  });
});

test('computeTotals fills the totals of a real report as it printed them', () => {
  const hainan = valuesOf(publishedReport('hainan-province-2020'), form);
  const parts = { ...hainan, ...Object.fromEntries(form.totals.map((total) => [total.target, null])) } as Cells;
  expect(computeTotals(form, parts)).toEqual(hainan);
});

test('changedCells lists what differs by value, in the form’s order', () => {
  const from = applyEdits(form, blankCells(form), [{ cell: 'proactiveDisclosure.administrativeRule.newlyMade', value: 3 }]);
  const to = { ...from, 'proactiveDisclosure.administrativeRule.newlyMade': '3.00', 'remedies.reconsideration.upheld': 0 } as Cells;
  expect(changedCells(form, from, to)).toEqual([{ cell: 'remedies.reconsideration.upheld', from: null, to: 0 }]);
});

describe('enterTexts', () => {
  const blank = { cells: blankCells(form), pending: {}, cellUnits: {} };
  const amount = 'proactiveDisclosure.centralizedProcurement.procurementAmount';

  test('keeps a text that is no value beside a blank cell until it is corrected', () => {
    const typed = enterTexts(form, blank, [{ cell: 'remedies.reconsideration.upheld', text: '约3' }]);
    expect(typed.pending).toEqual({ 'remedies.reconsideration.upheld': '约3' });
    expect(typed.cells['remedies.reconsideration.upheld']).toBeNull();
    const corrected = enterTexts(form, typed, [{ cell: 'remedies.reconsideration.upheld', text: '3' }]);
    expect(corrected.pending).toEqual({});
    expect(corrected.cells['remedies.reconsideration.total']).toBe(3);
  });

  test('keeps the unit typed with an amount whose unit the form leaves open', () => {
    expect(enterTexts(form, blank, [{ cell: amount, text: '251000元' }])).toMatchObject({
      cellUnits: { [amount]: '元' },
      cells: { [amount]: 251000 },
    });
  });

  test('does not take 元 for the 万元 that the form prints', () => {
    const second = secondEdition().form;
    const fee = 'proactiveDisclosure.administrativeFee.fees';
    const start = { cells: blankCells(second), pending: {}, cellUnits: {} };
    expect(enterTexts(second, start, [{ cell: fee, text: '251000元' }])).toMatchObject({
      pending: { [fee]: '251000元' },
      cells: { [fee]: null },
    });
    expect(enterTexts(second, start, [{ cell: fee, text: '25.1万元' }])).toMatchObject({
      pending: {},
      cells: { [fee]: '25.1' },
      cellUnits: {},
    });
  });
});
