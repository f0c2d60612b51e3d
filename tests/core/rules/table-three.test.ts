import { describe, expect, test } from 'vitest';
import { validate } from '#core/rules/validate.ts';
import type { Subject } from '#core/rules/subject.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { shortly, soundReport, withCells, type Changes } from '../../fixtures/subjects.ts';

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
  const { form, book } = edition;
  const rows = form.edition.tables.find((table) => table.id === 'applications')?.rows.map((row) => row.id) ?? [];
  const outcomes = rows.filter((row) => !['receivedThisYear', 'broughtForward', 'handlingTotal', 'carriedForward'].includes(row));
  const otherHandling = id === '2019' ? 'otherwiseHandled' : 'otherReason';

  const found = (code: string, of: Subject) => validate(form, book, of).filter((finding) => finding.code === code);
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

  describe('T3-6: columns that look copied', () => {
    const inColumn = (code: string, changes: Changes, name: string) =>
      changed(code, changes).filter((finding) => finding.cells.every((cell) => cell.endsWith(`.${name}`)));

    test('T3-6 is a hint when all that one kind of applicant asked for had one outcome', () => {
      const findings = inColumn('T3-6', column('other', { receivedThisYear: 1362, handlingTotal: 1362, disclosed: 1362 }), 'other');
      expect(findings).toMatchObject([
        { severity: 'hint', kind: 'pattern', cells: ['applications.receivedThisYear.other', 'applications.disclosed.other'] },
      ]);
      expect(findings[0]?.message.zh).toBe('其他：本年新收 1,362 件全部计入“予以公开”，请核实是否录错了列');
    });

    test('T3-6 leaves small columns, and columns with several outcomes, alone', () => {
      expect(inColumn('T3-6', column('other', { receivedThisYear: 50, handlingTotal: 50, disclosed: 50 }), 'other')).toHaveLength(1);
      expect(inColumn('T3-6', column('other', { receivedThisYear: 49, handlingTotal: 49, disclosed: 49 }), 'other')).toEqual([]);
      const two = { receivedThisYear: 1362, handlingTotal: 1362, disclosed: 1361, notHeld: 1 };
      expect(inColumn('T3-6', column('other', two), 'other')).toEqual([]);
      expect(inColumn('T3-6', column('other', {}), 'other')).toEqual([]);
    });

    test('T3-6 is a hint when as many are carried forward as were brought forward', () => {
      const same = { receivedThisYear: 10, broughtForward: 39, handlingTotal: 10, duplicate: 10, carriedForward: 39 };
      expect(inColumn('T3-6', column('other', same), 'other')).toMatchObject([
        { severity: 'hint', cells: ['applications.broughtForward.other', 'applications.carriedForward.other'] },
      ]);
      expect(inColumn('T3-6', column('other', { ...same, carriedForward: 38, handlingTotal: 11, duplicate: 11 }), 'other')).toEqual([]);
      const few = { receivedThisYear: 10, broughtForward: 19, handlingTotal: 10, duplicate: 10, carriedForward: 19 };
      expect(inColumn('T3-6', column('other', { ...few, broughtForward: 20, carriedForward: 20 }), 'other')).toHaveLength(1);
      expect(inColumn('T3-6', column('other', few), 'other')).toEqual([]);
    });

    test('T3-6 is a hint when two columns hold the same figures', () => {
      const copy = { receivedThisYear: 6, broughtForward: 1, handlingTotal: 6, notHeld: 4, duplicate: 2, carriedForward: 1 };
      const twice = { ...column('researchInstitution', copy), ...column('publicInterestOrganization', copy) };
      const isPair = ({ cells }: { cells: readonly string[] }) => cells.some((cell) => cell.endsWith('.researchInstitution'));
      const pairs = (changes: Changes) => changed('T3-6', changes).filter(isPair);
      expect(pairs(twice)).toMatchObject([{ severity: 'hint', kind: 'pattern' }]);
      expect(pairs(twice)[0]?.message.zh).toBe('“科研机构”与“社会公益组织”两列数据完全相同，请核实是否重复录入');
      expect(pairs({ ...twice, 'applications.notHeld.researchInstitution': 5 })).toEqual([]);
    });

    test('T3-6 does not call empty or nearly empty columns copies of each other', () => {
      const one = { receivedThisYear: 1, handlingTotal: 1, disclosed: 1 };
      const pair = (entries: Readonly<Record<string, number>>) =>
        changed('T3-6', { ...column('legalServiceInstitution', entries), ...column('other', entries) }).filter(({ message }) =>
          message.zh.startsWith('“法律服务机构”与“其他”'),
        );
      expect(pair({ receivedThisYear: 5, handlingTotal: 5, duplicate: 5 })).toHaveLength(1);
      expect(pair({ receivedThisYear: 4, broughtForward: 1, handlingTotal: 4, duplicate: 4 })).toEqual([]);
      expect(changed('T3-6', Object.assign({}, ...applicants.map((name) => column(name, {}))) as Changes)).toEqual([]);
      expect(changed('T3-6', Object.assign({}, ...applicants.map((name) => column(name, one))) as Changes)).toEqual([]);
    });
  });

  describe('T3-7: shares that are out of proportion', () => {
    const outOfProportion = (entries: Readonly<Record<string, number | null>>) => changed('T3-7', column('total', entries));

    test('T3-7 holds in the published report', () => {
      expect(changed('T3-7', {})).toEqual([]);
    });

    test('T3-7 is a hint when more than a quarter was handled otherwise (上海市政府办公厅 2025: 319 of 1191)', () => {
      expect(outOfProportion({ handlingTotal: 1191, [otherHandling]: 319, disclosed: 872 })).toMatchObject([
        { severity: 'hint', kind: 'linear', message: { zh: '“其他处理”超过办理结果总计 1,191 的四分之一，请核实归类' } },
      ]);
      expect(outOfProportion({ handlingTotal: 1191, [otherHandling]: 297, disclosed: 894 })).toEqual([]);
      expect(outOfProportion({ handlingTotal: 20, [otherHandling]: 5, disclosed: 15 })).toEqual([]);
    });

    test('T3-7 says nothing about shares of fewer than 20', () => {
      expect(outOfProportion({ handlingTotal: 19, [otherHandling]: 19 })).toEqual([]);
      expect(outOfProportion({ handlingTotal: 20, [otherHandling]: 20 })).toHaveLength(1);
      expect(outOfProportion({ handlingTotal: null, [otherHandling]: 20 })).toEqual([]);
    });

    test('T3-7 is a hint when more than a sixth of a year’s applications is carried forward', () => {
      expect(outOfProportion({ receivedThisYear: 120, handlingTotal: 99, disclosed: 99, carriedForward: 21 })).toMatchObject([
        { severity: 'hint', kind: 'linear', message: { zh: '结转下年超过本年新收 120 的六分之一，与答复期限不大相称，请核实' } },
      ]);
      expect(outOfProportion({ receivedThisYear: 120, handlingTotal: 100, disclosed: 100, carriedForward: 20 })).toEqual([]);
      expect(outOfProportion({ receivedThisYear: 30, carriedForward: 30 })).toHaveLength(1);
      expect(outOfProportion({ receivedThisYear: 29, carriedForward: 29 })).toEqual([]);
    });

    test('T3-7 adds the three rows of 其他处理 where the edition has three', () => {
      const three = { correctionOverdue: 2, feeUnpaid: 2, otherReason: 2, disclosed: 14, handlingTotal: 20 };
      expect(outOfProportion(three)).toHaveLength(id === '2019' ? 0 : 1);
    });
  });
});
