/** T3-3, T4-1: a total over parts that were all left blank. */
import { expect, test } from 'vitest';
import { blankCells } from '#core/form/edit-cells.ts';
import { validate } from '#core/validation/validate.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { subjectOfCells } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const { form } = edition2019();
const book = tableBook(edition2019().book);

function errorsWith(cells: Record<string, number>): readonly string[] {
  return validate(form, book, subjectOfCells({ ...blankCells(form), ...cells }))
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
