import { describe, expect, test } from 'vitest';
import { validate } from '#core/validation/validate.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { shortly, soundReport, withCells, withPriorCells, type Changes } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const remedies = [
  ['T4-1', 'reconsideration'],
  ['T4-2', 'directLitigation'],
  ['T4-3', 'litigationAfterReconsideration'],
] as const;
const outcomes = ['upheld', 'corrected', 'otherOutcome', 'pending'] as const;

describe.each(editionIds)('table 四 of the %s edition', (id) => {
  const { edition, subject } = soundReport(id);
  const { form } = edition;
  const book = tableBook(edition.book);
  const found = (code: string, of: FilingSubject) => validate(form, book, of).filter((finding) => finding.code === code);
  const changed = (code: string, changes: Changes) => found(code, withCells(subject, changes));
  const at = (row: string, column: string) => Number(subject.cells[`remedies.${row}.${column}`]);

  describe.each(remedies)('%s: 总计 of %s is the sum of its outcomes', (code, row) => {
    test(`${code} holds in the published report, and where nobody complained`, () => {
      expect(changed(code, {})).toEqual([]);
      expect(changed(code, Object.fromEntries([...outcomes, 'total'].map((each) => [`remedies.${row}.${each}`, 0])))).toEqual([]);
    });

    test.each(outcomes)(`${code}: one more %s than the total has is an error`, (outcome) => {
      const sum = at(row, 'total');
      expect(changed(code, { [`remedies.${row}.${outcome}`]: at(row, outcome) + 1 }).map(shortly)).toEqual([
        { severity: 'error', kind: 'linear', left: sum, right: sum + 1, difference: -1, first: `remedies.${row}.total` },
      ]);
    });

    test(`${code}: a total left at 0 is an error (洪泽区 2023)`, () => {
      const left = { [`remedies.${row}.total`]: 0 };
      expect(changed(code, left)).toMatchObject([{ severity: 'error', left: 0, right: at(row, 'total'), relation: '=' }]);
    });

    test(`${code} speaks of its own remedy alone`, () => {
      const codes = validate(form, book, withCells(subject, { [`remedies.${row}.total`]: at(row, 'total') + 100 }))
        .filter((finding) => finding.severity === 'error')
        .map((finding) => finding.code);
      expect(codes).toEqual([code]);
    });
  });

  describe('T4-4: whole numbers, not negative, filled in', () => {
    test('T4-4 holds in the published report', () => {
      expect(changed('T4-4', {})).toEqual([]);
    });

    test.each([
      ['a fraction', '0.5', 'integer'],
      ['a negative number', -28, 'nonNegative'],
    ])('T4-4 in every cell: %s is an error', (_name, value, kind) => {
      for (const [, row] of remedies) {
        for (const column of [...outcomes, 'total']) {
          const first = `remedies.${row}.${column}`;
          const expected = { severity: 'error', kind, left: null, right: null, difference: null, first };
          expect(changed('T4-4', { [first]: value }).map(shortly), first).toEqual([expected]);
        }
      }
    });

    test('T4-4 does not count a total that is blank because its parts are', () => {
      const row = Object.fromEntries([...outcomes, 'total'].map((each) => [`remedies.directLitigation.${each}`, null]));
      const entered = outcomes.map((each) => `remedies.directLitigation.${each}`);
      expect(changed('T4-4', row)).toMatchObject([{ severity: 'warning', kind: 'required', cells: entered }]);
      const oneLeft = { ...row, 'remedies.directLitigation.pending': 0 };
      expect(changed('T4-4', oneLeft).map((finding) => finding.cells)).toEqual([
        [...entered.slice(0, 3), 'remedies.directLitigation.total'],
      ]);
    });

    test('T4-4 says all blanks of the table in one warning', () => {
      const blank = ['remedies.reconsideration.otherOutcome', 'remedies.directLitigation.total'] as const;
      expect(changed('T4-4', Object.fromEntries(blank.map((key) => [key, null])))).toMatchObject([
        { severity: 'warning', kind: 'required', cells: blank },
      ]);
    });
  });

  describe('T4-5: complaints without applications', () => {
    const applicationsOf = (received: number | null, forward: number | null): Changes => ({
      'applications.receivedThisYear.total': received,
      'applications.broughtForward.total': forward,
    });
    const none = applicationsOf(0, 0);
    const quiet = withPriorCells(withCells(subject, none), none);
    const cases = remedies.reduce((sum, [, row]) => sum + at(row, 'total'), 0);

    test('T4-5 is a warning when there were no applications this year or last', () => {
      const findings = found('T4-5', quiet);
      expect(findings.map(shortly)).toEqual([
        { severity: 'warning', kind: 'linear', left: cases, right: 0, difference: cases, first: 'remedies.reconsideration.total' },
      ]);
      expect(findings[0]?.cells).toEqual(remedies.map(([, row]) => `remedies.${row}.total`));
      expect(findings[0]?.message.zh).toBe(`本年和上年都没有申请，却有复议、诉讼 ${String(cases)} 件，请核实或说明`);
    });

    test('T4-5 passes when there was an application, this year or last, new or brought forward', () => {
      expect(changed('T4-5', {})).toEqual([]);
      expect(found('T4-5', withCells(quiet, applicationsOf(1, 0)))).toEqual([]);
      expect(found('T4-5', withCells(quiet, applicationsOf(0, 1)))).toEqual([]);
      expect(found('T4-5', withPriorCells(quiet, applicationsOf(1, 0)))).toEqual([]);
      expect(found('T4-5', withPriorCells(quiet, applicationsOf(0, 1)))).toEqual([]);
    });

    test('T4-5 says that it could not be checked only where that matters', () => {
      const said = (of: FilingSubject) => found('T4-5', { ...of, prior: null }).map(({ severity, cells: named }) => [severity, named]);
      const calm = Object.fromEntries(remedies.map(([, row]) => [`remedies.${row}.total`, 0]));
      expect(said(quiet)).toEqual([['hint', []]]);
      expect(said(subject)).toEqual([]);
      expect(said(withCells(quiet, applicationsOf(1, 0)))).toEqual([]);
      expect(said(withCells(quiet, applicationsOf(null, 0)))).toEqual([]);
      expect(said(withCells(quiet, calm))).toEqual([]);
    });

    test('T4-5 passes when nobody complained', () => {
      const calm = Object.fromEntries(remedies.map(([, row]) => [`remedies.${row}.total`, 0]));
      expect(found('T4-5', withCells(quiet, calm))).toEqual([]);
    });

    test('T4-5 does not take blank for no applications', () => {
      expect(found('T4-5', withCells(quiet, applicationsOf(null, 0)))).toEqual([]);
      expect(found('T4-5', withCells(quiet, applicationsOf(null, null)))).toEqual([]);
      expect(found('T4-5', withPriorCells(quiet, applicationsOf(null, 0)))).toMatchObject([
        {
          severity: 'hint',
          cells: [],
          message: { zh: expect.stringMatching(/^没有可比的上年数据.*T4-5（没有申请却有复议诉讼）未能核对$/u) as string },
        },
      ]);
    });
  });
});
