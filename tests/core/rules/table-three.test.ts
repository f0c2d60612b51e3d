import { describe, expect, test } from 'vitest';
import { validate } from '#core/validation/validate.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { shortly, soundReport, withCells, type Changes } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const applicants = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceInstitution',
  'other',
] as const;
const columns = [...applicants, 'total'] as const;

describe.each(editionIds)('table 三 of the %s edition', (id) => {
  const { edition, subject } = soundReport(id);
  const { form } = edition;
  const book = tableBook(edition.book);
  const rows = form.edition.tables.find((table) => table.id === 'applications')?.rows.map((row) => row.id) ?? [];
  const outcomes = rows.filter((row) => !['receivedThisYear', 'broughtForward', 'handlingTotal', 'carriedForward'].includes(row));

  const found = (code: string, of: FilingSubject) => validate(form, book, of).filter((finding) => finding.code === code);
  const changed = (code: string, changes: Changes) => found(code, withCells(subject, changes));
  const at = (row: string, column: string) => Number(subject.cells[`applications.${row}.${column}`]);
  /** A column with these entries, and nothing else. */
  const column = (name: string, entries: Readonly<Record<string, number | null>>): Changes =>
    Object.fromEntries(rows.map((row) => [`applications.${row}.${name}`, entries[row] ?? (row in entries ? null : 0)]));

  describe('T3-1: 第一项加第二项之和，等于第三项加第四项之和', () => {
    test('T3-1 holds in the published report', () => {
      expect(changed('T3-1', {})).toEqual([]);
    });

    test.each(columns)('T3-1 %s: one application too many carried forward is an error with both sums', (name) => {
      const sum = at('receivedThisYear', name) + at('broughtForward', name);
      const carried = at('carriedForward', name);
      const findings = changed('T3-1', { [`applications.carriedForward.${name}`]: carried + 1 });
      expect(findings.map(shortly)).toEqual([
        { severity: 'error', kind: 'linear', left: sum, right: sum + 1, difference: -1, first: `applications.receivedThisYear.${name}` },
      ]);
      expect(findings[0]?.relation).toBe('=');
      expect(findings[0]?.cells).toEqual(
        ['receivedThisYear', 'broughtForward', 'handlingTotal', 'carriedForward'].map((row) => `applications.${row}.${name}`),
      );
    });

    test('T3-1 passes when both sides grow alike, and when nothing was received at all', () => {
      const both = { 'applications.receivedThisYear.other': at('receivedThisYear', 'other') + 1 };
      expect(changed('T3-1', { ...both, 'applications.carriedForward.other': at('carriedForward', 'other') + 1 })).toEqual([]);
      expect(changed('T3-1', column('naturalPerson', {}))).toEqual([]);
    });

    test('T3-1 adds nothing for a single blank, and does not compare a side that is blank altogether', () => {
      const { receivedThisYear, handlingTotal } = { receivedThisYear: 5, handlingTotal: 5 };
      expect(changed('T3-1', column('other', { receivedThisYear, broughtForward: null, handlingTotal }))).toEqual([]);
      expect(changed('T3-1', column('other', { receivedThisYear, broughtForward: null, handlingTotal: 4 }))).toHaveLength(1);
      expect(changed('T3-1', column('other', { receivedThisYear, handlingTotal: null, carriedForward: null }))).toEqual([]);
    });
  });

  describe('T3-2: （七）总计 is the sum of the outcomes', () => {
    test('T3-2 holds in the published report', () => {
      expect(changed('T3-2', {})).toEqual([]);
    });

    test.each(columns)('T3-2 %s: a total above its outcomes is an error', (name) => {
      const sum = at('handlingTotal', name);
      expect(changed('T3-2', { [`applications.handlingTotal.${name}`]: sum + 3 }).map(shortly)).toEqual([
        { severity: 'error', kind: 'linear', left: sum + 3, right: sum, difference: 3, first: `applications.handlingTotal.${name}` },
      ]);
    });

    test('T3-2 counts every outcome row once, and no other row', () => {
      for (const row of outcomes) {
        const findings = changed('T3-2', { [`applications.${row}.total`]: at(row, 'total') + 1 });
        expect(
          findings.map((finding) => finding.difference),
          row,
        ).toEqual([-1]);
      }
      expect(outcomes).toHaveLength(id === '2019' ? 19 : 21);
      for (const row of ['receivedThisYear', 'broughtForward', 'carriedForward']) {
        expect(changed('T3-2', { [`applications.${row}.total`]: 0 }), row).toEqual([]);
      }
    });

    test('T3-2 passes when the total takes a new outcome in', () => {
      const sum = at('handlingTotal', 'other');
      const duplicate = at('duplicate', 'other');
      const entries = { 'applications.duplicate.other': duplicate + 1, 'applications.handlingTotal.other': sum + 1 };
      expect(changed('T3-2', entries)).toEqual([]);
    });
  });

  describe('T3-3: the column 总计 is the sum of the applicants', () => {
    test('T3-3 holds in the published report', () => {
      expect(changed('T3-3', {})).toEqual([]);
    });

    test('T3-3 in every row: a total that differs is an error that names the row', () => {
      expect(rows).toHaveLength(id === '2019' ? 23 : 25);
      for (const row of rows) {
        const sum = at(row, 'total');
        const findings = changed('T3-3', { [`applications.${row}.total`]: sum + 10 });
        expect(findings.map(shortly), row).toEqual([
          { severity: 'error', kind: 'linear', left: sum + 10, right: sum, difference: 10, first: `applications.${row}.total` },
        ]);
        expect(findings[0]?.cells, row).toEqual(['total', ...applicants].map((name) => `applications.${row}.${name}`));
      }
    });

    test('T3-3: a total below the sum is an error as well', () => {
      const sum = at('receivedThisYear', 'total');
      expect(changed('T3-3', { 'applications.receivedThisYear.total': sum - 1 })).toMatchObject([
        { left: sum - 1, right: sum, difference: -1 },
      ]);
    });

    test('T3-3 does not compare a total that is left blank', () => {
      expect(changed('T3-3', { 'applications.disclosed.total': null })).toEqual([]);
    });
  });

  describe('T3-4: whole numbers, not negative, filled in', () => {
    test('T3-4 holds in the published report', () => {
      expect(changed('T3-4', {})).toEqual([]);
    });

    test.each([
      ['a fraction', '7.5', 'integer'],
      ['a negative number', -1, 'nonNegative'],
    ])('T3-4 in every cell: %s is an error', (_name, value, kind) => {
      for (const row of rows) {
        const first = `applications.${row}.legalServiceInstitution`;
        const expected = { severity: 'error', kind, left: null, right: null, difference: null, first };
        expect(changed('T3-4', { [first]: value }).map(shortly), row).toEqual([expected]);
      }
    });

    test('T3-4 takes 3.00 for whole and −0 for not negative', () => {
      expect(changed('T3-4', { 'applications.duplicate.other': '3.00', 'applications.disclosed.other': '-0' })).toEqual([]);
    });

    test('T3-4 says all blanks of the table in one warning', () => {
      const blank = ['applications.disclosed.total', 'applications.duplicate.other'] as const;
      const findings = changed('T3-4', Object.fromEntries(blank.map((key) => [key, null])));
      expect(findings.map(({ severity, kind, cells }) => ({ severity, kind, cells }))).toEqual([
        { severity: 'warning', kind: 'required', cells: blank },
      ]);
      expect(findings[0]?.message.zh).toContain('2 格空白');
    });
  });

  describe('T3-4 and totals that nothing has been entered for', () => {
    const blankRow = (row: string) => Object.fromEntries(columns.map((name) => [`applications.${row}.${name}`, null]));

    test('T3-4 does not count the total of a row that is blank altogether', () => {
      const entered = applicants.map((name) => `applications.duplicate.${name}`);
      expect(changed('T3-4', blankRow('duplicate')).map((finding) => finding.cells)).toEqual([entered]);
    });

    test('T3-4 counts a total that is blank over figures, also over totals that are blank over figures', () => {
      const totals = columns.map((name) => `applications.handlingTotal.${name}`);
      expect(changed('T3-4', blankRow('handlingTotal')).map((finding) => finding.cells)).toEqual([totals]);
    });

    test('T3-4 counts no total of a table that is blank altogether', () => {
      const all = Object.fromEntries(rows.flatMap((row) => Object.entries(blankRow(row))));
      const entered = (rows.length - 1) * applicants.length;
      expect(changed('T3-4', all).map((finding) => finding.cells.length)).toEqual([entered]);
      const one = changed('T3-4', { ...all, 'applications.disclosed.other': 0 });
      const waiting = ['applications.disclosed.total', 'applications.handlingTotal.other', 'applications.handlingTotal.total'];
      expect(one[0]?.cells.filter((cell) => form.cellByKey.get(cell)?.computed === true)).toEqual(waiting);
    });
  });

  describe('T3-5: no more is carried forward than there was to handle', () => {
    test('T3-5 holds in the published report', () => {
      expect(changed('T3-5', {})).toEqual([]);
    });

    test.each(columns)('T3-5 %s: more carried forward than received and brought forward is an error, beside T3-1', (name) => {
      const sum = at('receivedThisYear', name) + at('broughtForward', name);
      const of = withCells(subject, { [`applications.carriedForward.${name}`]: sum + 2 });
      expect(found('T3-5', of).map(shortly)).toEqual([
        { severity: 'error', kind: 'linear', left: sum + 2, right: sum, difference: 2, first: `applications.carriedForward.${name}` },
      ]);
      const errors = validate(form, book, of).filter((finding) => finding.severity === 'error' && finding.code !== 'T3-3');
      expect(errors.map((finding) => finding.code)).toEqual(['T3-1', 'T3-5']);
    });

    test('T3-5 passes when everything is carried forward', () => {
      expect(changed('T3-5', column('other', { receivedThisYear: 7, broughtForward: 1, carriedForward: 8 }))).toEqual([]);
    });
  });
});
