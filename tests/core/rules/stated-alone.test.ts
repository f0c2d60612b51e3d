/** T3-3, T4-1: a total over parts that were all left blank. */
import { expect, test } from 'vitest';
import { blankCells } from '#core/form/edit-cells.ts';
import { validate } from '#core/rules/validate.ts';
import { edition2019 } from '../../fixtures/editions.ts';

const { form, book } = edition2019();

function errorsWith(cells: Record<string, number>): readonly string[] {
  const subject = { cells: { ...blankCells(form), ...cells }, cellUnits: {}, level: 'province', prior: null } as const;
  return validate(form, book, subject)
    .filter((finding) => finding.severity === 'error')
    .map(({ code, left, right }) => `${code} ${String(left)} ${String(right)}`);
}

test('T4-1 a stated total that is not 0 contradicts parts that were all left blank', () => {
  expect(errorsWith({ 'remedies.reconsideration.total': 999 })).toEqual(['T4-1 999 null']);
});

test('T4-1 a stated 0 over blank parts is a lazy zero, and blank totals over figures are warned of, not errors', () => {
  expect(errorsWith({ 'remedies.reconsideration.total': 0 })).toEqual([]);
  expect(errorsWith({ 'remedies.reconsideration.upheld': 3 })).toEqual([]);
});

test('T3-1 figures that await the other side are no error while the form is being filled', () => {
  expect(errorsWith({ 'applications.receivedThisYear.naturalPerson': 5 })).toEqual([]);
});
