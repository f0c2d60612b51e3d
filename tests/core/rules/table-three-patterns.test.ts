import { describe, expect, test } from 'vitest';
import { validate } from '#core/validation/validate.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { soundReport, withCells, type Changes } from '../../fixtures/subjects.ts';
import { tableBook } from '../../fixtures/table-book.ts';

const applicants = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceInstitution',
  'other',
] as const;

describe.each(editionIds)('figures of table 三 that look odd, the %s edition', (id) => {
  const { edition, subject } = soundReport(id);
  const { form } = edition;
  const book = tableBook(edition.book);
  const rows = form.edition.tables.find((table) => table.id === 'applications')?.rows.map((row) => row.id) ?? [];
  const otherHandling = id === '2019' ? 'otherwiseHandled' : 'otherReason';

  const found = (code: string, of: FilingSubject) => validate(form, book, of).filter((finding) => finding.code === code);
  const changed = (code: string, changes: Changes) => found(code, withCells(subject, changes));
  /** A column with these entries, and nothing else. */
  const column = (name: string, entries: Readonly<Record<string, number | null>>): Changes =>
    Object.fromEntries(rows.map((row) => [`applications.${row}.${name}`, entries[row] ?? (row in entries ? null : 0)]));

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

    test('T3-6 is a hint when as many are carried forward as were brought forward, and all that is new had one outcome', () => {
      const same = { receivedThisYear: 10, broughtForward: 39, handlingTotal: 10, duplicate: 10, carriedForward: 39 };
      expect(inColumn('T3-6', column('other', same), 'other')).toMatchObject([
        { severity: 'hint', cells: ['applications.broughtForward.other', 'applications.carriedForward.other'] },
      ]);
      expect(inColumn('T3-6', column('other', { ...same, carriedForward: 38, handlingTotal: 11, duplicate: 11 }), 'other')).toEqual([]);
      const few = { receivedThisYear: 10, broughtForward: 19, handlingTotal: 10, duplicate: 10, carriedForward: 19 };
      expect(inColumn('T3-6', column('other', { ...few, broughtForward: 20, carriedForward: 20 }), 'other')).toHaveLength(1);
      expect(inColumn('T3-6', column('other', few), 'other')).toEqual([]);
    });

    test('T3-6 takes 上年结转 = 结转下年 in a column with several outcomes for chance (宿迁市 2024: 118 and 118)', () => {
      const two = { receivedThisYear: 3440, broughtForward: 118, handlingTotal: 3440, disclosed: 1408, notHeld: 2032, carriedForward: 118 };
      expect(inColumn('T3-6', column('other', two), 'other')).toEqual([]);
    });

    test('T3-6 is a hint when two columns hold the same figures', () => {
      const copy = { receivedThisYear: 6, broughtForward: 1, handlingTotal: 6, notHeld: 4, duplicate: 2, carriedForward: 1 };
      const twice = { ...column('researchInstitution', copy), ...column('publicInterestOrganization', copy) };
      const isPair = ({ cells }: { cells: readonly string[] }) => cells.some((cell) => cell.endsWith('.researchInstitution'));
      const pairs = (changes: Changes) => changed('T3-6', changes).filter(isPair);
      expect(pairs(twice)).toMatchObject([{ severity: 'hint', kind: 'pattern' }]);
      expect(pairs(twice)[0]?.message.zh).toBe('“科研机构”与“社会公益组织”两列数据完全相同，请核实是否重复录入');
    });

    test('T3-6 is a hint when two columns are the same but for one or two rows, which it names', () => {
      const copy = {
        receivedThisYear: 12,
        broughtForward: 1,
        handlingTotal: 12,
        disclosed: 5,
        notHeld: 4,
        duplicate: 3,
        carriedForward: 1,
      };
      const other = (entries: Readonly<Record<string, number>>) =>
        changed('T3-6', { ...column('researchInstitution', copy), ...column('publicInterestOrganization', { ...copy, ...entries }) })
          .filter(({ cells }) => cells.some((cell) => cell.endsWith('.researchInstitution')))
          .map(({ severity, message }) => [severity, message.zh]);
      const said = (count: number, names: string) =>
        `“科研机构”与“社会公益组织”两列有 ${String(count)} 个不为 0 的数相同，只有 ${names} 不同，请核实是否重复录入`;
      expect(other({ notHeld: 5 })).toEqual([['hint', said(5, '不掌握相关信息')]]);
      expect(other({ notHeld: 5, receivedThisYear: 13 })).toEqual([['hint', said(4, '本年新收、不掌握相关信息')]]);
      expect(other({ notHeld: 5, receivedThisYear: 13, duplicate: 4 })).toEqual([]);
      expect(other({ disclosed: 0, carriedForward: 3 })).toEqual([['hint', said(4, '予以公开、结转下年')]]);
    });

    test('T3-6 does not call columns nearly the same that share few or small figures', () => {
      const pair = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
        changed('T3-6', { ...column('researchInstitution', one), ...column('publicInterestOrganization', other) }).filter(({ cells }) =>
          cells.some((cell) => cell.endsWith('.researchInstitution')),
        );
      const three = { receivedThisYear: 40, disclosed: 20, notHeld: 18 };
      expect(pair({ ...three, duplicate: 2 }, { ...three, reissue: 2 })).toEqual([]);
      const small = { receivedThisYear: 5, disclosed: 1, notHeld: 2, duplicate: 1 };
      expect(pair({ ...small, reissue: 1 }, { ...small, publishedMaterial: 1 })).toEqual([]);
      expect(pair({ ...small, receivedThisYear: 6, reissue: 2 }, { ...small, receivedThisYear: 6, publishedMaterial: 2 })).toHaveLength(1);
    });

    test('T3-6 leaves the columns of the published report alone that only have zeros in common', () => {
      expect(changed('T3-6', {}).filter(({ cells }) => cells.length > 2)).toEqual([]);
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
