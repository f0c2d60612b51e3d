/** What happens to values that no report has: too long, too fine, negative zero, in full width, overflowing in sums. */
import { describe, expect, test } from 'vitest';
import type { CellValue } from '#core/lib/exact.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { applyEdits, blankCells, valueAt, type Cells } from '#core/form/edit-cells.ts';
import { enterTexts, type Entered } from '#core/form/enter-text.ts';
import { acceptTotal } from '#core/filing/edit-filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { validate } from '#core/validation/validate.ts';
import { edition2019, shippedEdition } from '../../fixtures/editions.ts';
import { figuresBefore, subjectOfCells, zeroCells } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const edition = edition2019();
const { form } = edition;
const book = tableBook(edition.book);
const blank: Entered = { cells: blankCells(form), pending: {}, cellUnits: {} };
const count = 'remedies.reconsideration.upheld';
const change = 'proactiveDisclosure.administrativeLicense.change';
const amount = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
const longest = 999_999_999_999_999;

describe('a typed text', () => {
  const typed = (cell: CellKey, text: string) => {
    const entered = enterTexts(form, blank, [{ cell, text }]);
    return { value: valueAt(entered.cells, cell), pending: entered.pending[cell] ?? null };
  };

  test.each([
    ['fifteen digits', count, '999999999999999', longest],
    ['fifteen digits with separators', count, '999,999,999,999,999', longest],
    ['negative zero, counted', count, '-0', 0],
    ['negative zero, changed', change, '－０', 0],
    ['negative zero, of money', amount, '-0.000000', '0.000000'],
    ['full-width digits', count, '１２３４５', 12_345],
    ['full-width digits with a full-width comma', count, '１２，３４５', 12_345],
    ['a full-width sign', change, '－４３', -43],
    ['a full-width plus', change, '＋７６', 76],
    ['a full-width point', amount, '８６６，５３４．００', '866534.00'],
    ['six places', amount, '0.000001', '0.000001'],
    ['fifteen digits and six places', amount, '999999999999999.999999', '999999999999999.999999'],
    ['places that say nothing', count, '3.000000', 3],
  ] as const)('with %s is a value', (_name, cell, text, value) => {
    expect(typed(cell, text)).toEqual({ value, pending: null });
  });

  test.each([
    ['sixteen digits', count, '1000000000000000'],
    ['sixteen digits, negative', change, '-1000000000000000'],
    ['sixteen digits of money', amount, '1000000000000000.5'],
    ['digits beyond the safe integers', count, '9007199254740993'],
    ['seven places', amount, '0.0000001'],
    ['seven places that say nothing', count, '3.0000000'],
    ['an exponent', count, '1e3'],
    ['Chinese digits', count, '三'],
    ['a circled digit', count, '③'],
  ] as const)('with %s is kept as it is, and its cell is blank', (_name, cell, text) => {
    expect(typed(cell, text)).toEqual({ value: null, pending: text });
  });
});

describe('sums', () => {
  const column = (column: string, value: CellValue): Cells =>
    Object.fromEntries(form.cells.filter((cell) => cell.column.id === column && !cell.computed).map((cell) => [cell.key, value]));

  test('of the longest figures are exact beyond the safe integers', () => {
    const edits = Object.entries(column('upheld', longest)).map(([cell, value]) => ({ cell: cell as CellKey, value }));
    const cells = applyEdits(form, zeroCells(form), [...edits, { cell: 'remedies.reconsideration.corrected', value: longest }]);
    expect(cells['remedies.reconsideration.total']).toBe(2 * longest);
    const many = form.cells.filter((cell) => cell.table.id === 'applications' && !cell.computed);
    const full = applyEdits(
      form,
      zeroCells(form),
      many.map((cell) => ({ cell: cell.key, value: longest })),
    );
    expect(full['applications.handlingTotal.total']).toBe('113999999999999886');
  });

  test('of figures that are negative, fractions or −0 are exact, and no sum is −0', () => {
    const parts = { upheld: '0.1', corrected: '0.2', otherOutcome: -1, pending: -0 };
    const edits = Object.entries(parts).map(([column, value]) => ({ cell: `remedies.reconsideration.${column}` as CellKey, value }));
    expect(applyEdits(form, zeroCells(form), edits)['remedies.reconsideration.total']).toBe('-0.7');
    const zeros = edits.map(({ cell }) => ({ cell, value: -0 }));
    expect(Object.is(applyEdits(form, blankCells(form), zeros)['remedies.reconsideration.total'], 0)).toBe(true);
  });

  /** Stated totals of 18 digits, as a file may have them, that agree with a grand total of 18 digits. */
  const grand = 'applications.handlingTotal.total';
  const part = 'applications.handlingTotal.naturalPerson';
  const stated = { ...zeroCells(form), [part]: '999999999999999999', [grand]: '999999999999999999' };

  test('that would be too long to be kept leave the stated total as it was, which the rules then name', () => {
    const cells = applyEdits(form, stated, [{ cell: 'applications.duplicate.other', value: 1 }]);
    expect(cells[grand]).toBe('999999999999999999');
    expect(cells['applications.handlingTotal.other']).toBe(1);
    const findings = validate(form, book, subjectOfCells(cells)).filter(({ cells: named }) => named[0] === grand);
    expect(findings.map(({ code, left, right, difference }) => [code, left, right, difference])).toEqual([
      ['T3-2', '999999999999999999', 1, '999999999999999998'],
      ['T3-3', '999999999999999999', '1000000000000000000', -1],
    ]);
  });

  test('that would be too long to be kept cannot be accepted', () => {
    const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
    const filing = newFiling(unit, 2020, edition);
    const cells = { ...stated, 'applications.handlingTotal.other': 1 };
    expect(acceptTotal(form, { filing: { ...filing, cells }, pending: {} }, grand)).toMatchObject({
      ok: false,
      problem: { code: 'filing/bad-value', details: { cell: grand, value: '1000000000000000000', reason: 'too-large' } },
    });
  });
});

describe('rules', () => {
  test('say T3-5, T2-6 and T2-8 exactly of the longest figures', () => {
    const prior = figuresBefore(form, { ...zeroCells(form), 'proactiveDisclosure.administrativeLicense.decisions': longest });
    const cells = {
      ...zeroCells(form),
      'applications.carriedForward.other': longest,
      'applications.receivedThisYear.other': longest - 1,
      'proactiveDisclosure.administrativeFee.previousItems': longest,
      'proactiveDisclosure.administrativeFee.change': -longest,
      'proactiveDisclosure.administrativeLicense.decisions': 99_999_999_999_999,
    };
    const said = (code: string) =>
      validate(form, book, subjectOfCells(cells, { prior }))
        .filter((finding) => finding.code === code && finding.cells.length > 0)
        .map(({ difference }) => difference);
    expect(said('T3-5')).toEqual([1]);
    expect(said('T2-6')).toEqual([]);
    expect(said('T2-8')).toEqual([99_999_999_999_999 - longest]);
  });

  test('take −0 for 0 wherever it stands', () => {
    for (const id of ['2019', '2021'] as const) {
      const { form: other, book: all } = shippedEdition(id);
      const negative = Object.fromEntries(other.cells.map(({ key }) => [key, -0]));
      const rules = tableBook(all);
      const said = (cells: Cells) =>
        validate(other, rules, subjectOfCells(cells, { prior: figuresBefore(other, cells), level: 'township' }));
      expect(said(negative)).toEqual(said(zeroCells(other)));
      expect(said(Object.fromEntries(other.cells.map(({ key }) => [key, '-0.000000'])))).toEqual(said(zeroCells(other)));
    }
  });
});
