import { describe, expect, test } from 'vitest';
import { unitLevels } from '#core/form/unit-level.ts';
import type { FilingSubject } from '#core/rules/subject.ts';
import { editionIds } from '../../fixtures/editions.ts';
import { shortly, withCells, withPriorCells, type Changes } from '../../fixtures/subjects.ts';
import { tableTwo } from './table-two.ts';

describe.each(editionIds)('table 二 of the %s edition', (id) => {
  const { cells, subject, found, changed } = tableTwo(id);

  describe('T2-1: whole numbers, not negative, filled in', () => {
    test('T2-1 holds in the published report', () => {
      expect(changed('T2-1', {})).toEqual([]);
    });

    test('T2-1: a fraction is an error in every count and change, not in an amount of money', () => {
      for (const { key, value } of cells) {
        const findings = changed('T2-1', { [key]: '1.5' });
        const expected = { severity: 'error', kind: 'integer', left: null, right: null, difference: null, first: key };
        expect(findings.map(shortly), key).toEqual(value === 'amount' ? [] : [expected]);
      }
    });

    test('T2-1: a negative number is an error in every count and amount, not in 本年增/减', () => {
      for (const { key, value } of cells) {
        const findings = changed('T2-1', { [key]: value === 'amount' ? '-0.01' : -43 });
        const expected = { severity: 'error', kind: 'nonNegative', left: null, right: null, difference: null, first: key };
        expect(findings.map(shortly), key).toEqual(value === 'change' ? [] : [expected]);
      }
    });

    test('T2-1 takes amounts with six places', () => {
      const amount = cells.find((cell) => cell.value === 'amount');
      expect(changed('T2-1', { [amount?.key ?? '']: '59237.244901' })).toEqual([]);
    });

    test('T2-1 says all blanks of the table in one warning', () => {
      const blank = Object.fromEntries(cells.map((cell) => [cell.key, null]));
      expect(changed('T2-1', blank)).toMatchObject([{ severity: 'warning', kind: 'required', cells: cells.map((cell) => cell.key) }]);
      expect(cells).toHaveLength(id === '2019' ? 22 : 10);
    });
  });

  describe('T2-3: 规章 is for those who may make them', () => {
    const columns = cells.filter((cell) => cell.row.id === 'administrativeRule').map((cell) => cell.key);
    /** 桃江县松木塘镇 printed 2, 0, 2. */
    const made = withCells(subject, Object.fromEntries(columns.map((key, index) => [key, [2, 0, 2][index] ?? 0])));

    test.each([
      ['township', 'error'],
      ['county', 'warning'],
      ['department', 'warning'],
      ['prefecture', null],
      ['province', null],
    ] as const)('T2-3 for a %s: %s', (level, severity) => {
      const expected = { kind: 'applies', severity, cells: [columns[0], columns[2]] };
      expect(found('T2-3', { ...made, level })).toMatchObject(severity === null ? [] : [expected]);
    });

    test('T2-3 names the figures', () => {
      const [finding] = found('T2-3', { ...made, level: 'township' });
      const labels = id === '2019' ? ['本年新制作数量', '对外公开总数量'] : ['本年制发件数', '现行有效件数'];
      expect(finding?.message.zh).toBe(
        `乡镇、街道没有规章制定权，规章应为 0（现填 规章（${labels[0] ?? ''}） 2、规章（${labels[1] ?? ''}） 2）`,
      );
    });

    test.each(unitLevels)('T2-3 passes for a %s with zeros or blanks', (level) => {
      const [first = '', ...others] = columns;
      expect(found('T2-3', { ...withCells(made, Object.fromEntries(columns.map((key) => [key, 0]))), level })).toEqual([]);
      const blank = Object.fromEntries([[first, '0.00'], ...others.map((key) => [key, null])]) as Changes;
      expect(found('T2-3', { ...withCells(made, blank), level })).toEqual([]);
    });

    test.each(unitLevels)('T2-3 leaves 规范性文件 of a %s alone', (level) => {
      const none = withCells(made, Object.fromEntries(columns.map((key) => [key, 0])));
      const documents = Object.fromEntries(cells.filter((cell) => cell.row.id === 'normativeDocument').map((cell) => [cell.key, 5]));
      expect(found('T2-3', { ...withCells(none, documents), level })).toEqual([]);
    });
  });

  describe('T2-4: an amount that looks like 元', () => {
    const amount = cells.find((cell) => cell.value === 'amount')?.key ?? 'no.such.cell';
    const small = (value: string | number | null, level: FilingSubject['level'] = 'township') =>
      found('T2-4', { ...withCells(subject, { [amount]: value }), level, cellUnits: {} });

    test.each(['county', 'township', 'department'] as const)('T2-4 is a warning for a whole amount of a %s', (level) => {
      expect(small(251_000, level)).toMatchObject([{ severity: 'warning', kind: 'pattern', cells: [amount] }]);
      expect(small('251000.00', level)).toHaveLength(1);
    });

    test.each(['province', 'prefecture'] as const)('T2-4 does not doubt the large amounts of a %s', (level) => {
      expect(small(866_534, level)).toEqual([]);
    });

    test.each([
      ['township', 1000],
      ['county', 10_000],
      ['department', 10_000],
    ] as const)('T2-4 speaks from what is much for a %s on: %d 万元 (会昌县中村乡 printed 8040 元)', (level, least) => {
      expect(small(least - 1, level)).toEqual([]);
      expect(small(least, level)).toMatchObject([{ severity: 'warning', cells: [amount] }]);
      expect(small(8040, level)).toHaveLength(level === 'township' ? 1 : 0);
    });

    test('T2-4 passes for small amounts, for fractions of 万元 and for blanks', () => {
      expect(small(999)).toEqual([]);
      expect(small('59237.2449')).toEqual([]);
      expect(small('-251000')).toEqual([]);
      expect(small(0)).toEqual([]);
      expect(small(null)).toEqual([]);
    });
  });

  describe('T2-8: ten times last year’s decisions, or a tenth', () => {
    const row = 'proactiveDisclosure.administrativeLicense.decisions';
    const years = (before: number | null, now: number | null) =>
      found('T2-8', withPriorCells(withCells(subject, { [row]: now }), { [row]: before }));

    test('T2-8 holds where the decisions stay as they were', () => {
      expect(found('T2-8', subject)).toEqual([]);
    });

    test('T2-8 is a hint in both directions (洪泽区: 550, then 9,487)', () => {
      expect(years(550, 9487).map(shortly)).toEqual([
        { severity: 'hint', kind: 'change', left: 9487, right: 550, difference: 8937, first: row },
      ]);
      expect(years(550, 9487)[0]?.message.zh).toBe(
        `行政许可（${id === '2019' ? '处理决定数量' : '本年处理决定数量'}）：本年 9,487，上年 550，相差 10 倍以上，请核实`,
      );
      expect(years(9487, 550)).toMatchObject([{ left: 550, right: 9487, difference: -8937 }]);
    });

    test('T2-8 speaks from ten times on, exactly', () => {
      expect(years(550, 5500)).toHaveLength(1);
      expect(years(550, 5499)).toEqual([]);
      expect(years(5500, 550)).toHaveLength(1);
      expect(years(5500, 551)).toEqual([]);
    });

    test('T2-8 does not compare small numbers, nor anything with zero', () => {
      expect(years(1, 9)).toEqual([]);
      expect(years(1, 10)).toHaveLength(1);
      expect(years(0, 9487)).toEqual([]);
      expect(years(9487, 0)).toEqual([]);
      expect(years(550, null)).toEqual([]);
    });

    test.each(['administrativePenalty', 'administrativeCompulsion'])('T2-8 watches %s as well', (other) => {
      const key = `proactiveDisclosure.${other}.decisions`;
      const jump = withPriorCells(withCells(subject, { [key]: 4119 }), { [key]: 195 });
      expect(found('T2-8', jump).map((finding) => finding.cells)).toEqual([[key]]);
    });

    test('T2-8 says that a value which was left blank last year could not be compared', () => {
      expect(years(null, 9487)).toMatchObject([
        {
          severity: 'hint',
          cells: [],
          message: { zh: expect.stringMatching(/^没有可比的上年数据.*处理决定数量的变化（T2-8）未能核对$/u) as string },
        },
      ]);
    });
  });
});

describe('the 2021 edition', () => {
  const { changed } = tableTwo('2021');

  describe.each(['administrativeRule', 'normativeDocument'])('T2-2: issued and in force, %s', (row) => {
    const key = (column: string) => `proactiveDisclosure.${row}.${column}`;

    test('T2-2 is a warning when more was issued this year than is in force', () => {
      expect(changed('T2-2', { [key('issued')]: 6, [key('inForce')]: 5 }).map(shortly)).toEqual([
        { severity: 'warning', kind: 'linear', left: 6, right: 5, difference: 1, first: key('issued') },
      ]);
    });

    test('T2-2 passes when all that is in force is of this year, and when nothing is', () => {
      expect(changed('T2-2', {})).toEqual([]);
      expect(changed('T2-2', { [key('issued')]: 5, [key('inForce')]: 5 })).toEqual([]);
      expect(changed('T2-2', { [key('issued')]: 0, [key('inForce')]: 0 })).toEqual([]);
      expect(changed('T2-2', { [key('issued')]: 5, [key('inForce')]: null })).toEqual([]);
    });
  });
});
