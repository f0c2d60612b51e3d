import { describe, expect, test } from 'vitest';
import { shortly, withCells, withPriorCells, type Changes } from '../../fixtures/subjects.ts';
import { tableTwo } from './table-two.ts';

describe('table 二 of the 2019 edition alone', () => {
  const { subject, found, changed } = tableTwo('2019');

  test('T2-4 passes when the filing says that the amount is in 元, and not when it says 万元', () => {
    const amount = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
    const small = { ...withCells(subject, { [amount]: 251_000 }), level: 'township' } as const;
    expect(found('T2-4', { ...small, cellUnits: { [amount]: '元' } })).toEqual([]);
    expect(found('T2-4', { ...small, cellUnits: { [amount]: '万元' } })).toHaveLength(1);
  });

  describe.each(['administrativeRule', 'normativeDocument'])('T2-5: newly disclosed and disclosed in all, %s', (row) => {
    const key = (column: string) => `proactiveDisclosure.${row}.${column}`;
    const entries = (newlyMade: number | null, newlyDisclosed: number | null, totalDisclosed: number | null): Changes => ({
      [key('newlyMade')]: newlyMade,
      [key('newlyDisclosed')]: newlyDisclosed,
      [key('totalDisclosed')]: totalDisclosed,
    });

    test('T2-5 is a warning when more was newly disclosed than is disclosed in all', () => {
      expect(changed('T2-5', entries(60, 60, 36)).map(shortly)).toEqual([
        { severity: 'warning', kind: 'linear', left: 60, right: 36, difference: 24, first: key('newlyDisclosed') },
      ]);
    });

    test('T2-5 passes when all that is disclosed is new, and when the numbers are blank', () => {
      expect(changed('T2-5', {})).toEqual([]);
      expect(changed('T2-5', entries(60, 60, 60))).toEqual([]);
      expect(changed('T2-5', entries(null, null, null))).toEqual([]);
    });

    /** Last year, and this. */
    const years = (made: number | null, disclosed: number | null, madeNow: number, disclosedNow: number) =>
      withPriorCells(withCells(subject, entries(madeNow, disclosedNow, 1000)), {
        [key('newlyMade')]: made,
        [key('newlyDisclosed')]: disclosed,
      });

    test('T2-5 lets what was left undisclosed last year be disclosed this year', () => {
      expect(found('T2-5', years(20, 12, 10, 18))).toEqual([]);
      expect(found('T2-5', years(20, 20, 10, 10))).toEqual([]);
    });

    test('T2-5 is a warning when more was disclosed than that, with both sums', () => {
      const findings = found('T2-5', years(20, 12, 10, 19));
      expect(findings.map(shortly)).toEqual([
        { severity: 'warning', kind: 'linear', left: 31, right: 30, difference: 1, first: key('newlyDisclosed') },
      ]);
      expect(findings[0]?.message.zh).toContain('本年和上年共新公开 31，多于两年新制作的 30，多 1；补公开以前制作的请说明');
    });

    test('T2-5 says nothing of a year in which no more was disclosed than made, whatever last year was like', () => {
      expect(found('T2-5', years(0, 50, 10, 10))).toEqual([]);
    });

    test('T2-5 says that it could not be checked where it matters: more disclosed than made, and no last year', () => {
      const unchecked = [
        { severity: 'hint', cells: [], message: { zh: expect.stringMatching(/^没有可比的上年数据.*（T2-5）未能核对$/u) as string } },
      ];
      expect(found('T2-5', years(null, 12, 10, 19))).toMatchObject(unchecked);
      expect(found('T2-5', { ...years(20, 12, 10, 19), prior: null })).toMatchObject(unchecked);
      expect(found('T2-5', { ...years(20, 12, 10, 10), prior: null })).toEqual([]);
    });
  });

  const items = ['administrativeLicense', 'otherManagementService', 'administrativePenalty', 'administrativeCompulsion'] as const;

  describe.each([...items, 'administrativeFee'])('T2-6: items last year and their change, %s', (row) => {
    const entries = (previousItems: number | null, change: number | null): Changes => ({
      [`proactiveDisclosure.${row}.previousItems`]: previousItems,
      [`proactiveDisclosure.${row}.change`]: change,
    });

    test('T2-6 is an error when more items went than there were', () => {
      const findings = changed('T2-6', entries(42, -43));
      const first = `proactiveDisclosure.${row}.previousItems`;
      expect(findings.map(shortly)).toEqual([{ severity: 'error', kind: 'linear', left: -1, right: 0, difference: -1, first }]);
      expect(findings[0]?.message.zh).toContain('上一年项目数量 42 + 本年增/减 −43 = −1');
    });

    test('T2-6 passes when all items went, and when the numbers are blank', () => {
      expect(changed('T2-6', {})).toEqual([]);
      expect(changed('T2-6', entries(43, -43))).toEqual([]);
      expect(changed('T2-6', entries(null, null))).toEqual([]);
    });
  });

  describe.each(items)('T2-7: decisions that are the number of items, %s', (row) => {
    const entries = (previousItems: number | null, change: number | null, decisions: number | null): Changes => ({
      [`proactiveDisclosure.${row}.previousItems`]: previousItems,
      [`proactiveDisclosure.${row}.change`]: change,
      [`proactiveDisclosure.${row}.decisions`]: decisions,
    });

    test('T2-7 is a hint when the decisions equal last year’s items with their change (6, 减4, 2)', () => {
      const findings = changed('T2-7', entries(6, -4, 2));
      const first = `proactiveDisclosure.${row}.decisions`;
      expect(findings.map(shortly)).toEqual([{ severity: 'hint', kind: 'linear', left: 2, right: 2, difference: 0, first }]);
      expect(findings[0]).toMatchObject({ relation: '!=' });
      expect(findings[0]?.message.zh).toContain('处理决定数量 2 正好等于项目数（上一年项目数量 6 + 本年增/减 −4 = 2）');
    });

    test('T2-7 passes when the numbers differ, when nothing was decided, and when they are blank', () => {
      expect(changed('T2-7', {})).toEqual([]);
      expect(changed('T2-7', entries(6, -4, 3))).toEqual([]);
      expect(changed('T2-7', entries(1, 0, 1))).toHaveLength(1);
      expect(changed('T2-7', entries(4, -4, 0))).toEqual([]);
      expect(changed('T2-7', entries(2, 0, null))).toEqual([]);
      expect(changed('T2-7', entries(null, null, 2))).toEqual([]);
    });
  });
});
