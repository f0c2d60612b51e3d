import { describe, expect, test } from 'vitest';
import type { CellValue } from '#core/lib/exact.ts';
import { checkLinear } from '#core/rules/check-linear.ts';
import { checkTables } from '#core/rules/check-tables.ts';
import { placeValues } from '#core/rules/placed-values.ts';
import type { LinearRule, Relation } from '#core/rules/rule.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { figuresBefore, subjectOfCells } from '../../fixtures/subjects.ts';

const { form } = edition2019();
const message = { zh: '{row}｜{column}：{left}；{right}；差 {difference}', en: '{left}; {right}; {leftValue} {rightValue} {difference}' };
const base: LinearRule = {
  code: 'T9-1',
  kind: 'linear',
  severity: 'warning',
  table: 'remedies',
  clause: '第一条',
  message,
  over: 'rows',
  of: ['reconsideration'],
  left: [{ column: 'upheld' }],
  relation: '=',
  right: [{ column: 'corrected' }],
};

/** The one row of the rule, by column. */
function check(
  rule: Partial<LinearRule>,
  row: Readonly<Record<string, CellValue>>,
  before: Readonly<Record<string, CellValue>> | null = null,
) {
  const cellsOf = (values: Readonly<Record<string, CellValue>>) =>
    Object.fromEntries(Object.entries(values).map(([column, value]) => [`remedies.reconsideration.${column}`, value]));
  const prior = before === null ? null : figuresBefore(form, cellsOf(before));
  const subject = subjectOfCells(cellsOf(row), { prior });
  return checkLinear(form, { ...base, ...rule }, subject, placeValues(form, subject));
}

describe('the relations', () => {
  const holdsFor: Readonly<Record<Relation, readonly [below: boolean, equal: boolean, above: boolean]>> = {
    '=': [false, true, false],
    '!=': [true, false, true],
    '<=': [true, true, false],
    '>=': [false, true, true],
  };

  test.each(Object.entries(holdsFor) as [Relation, readonly [boolean, boolean, boolean]][])('%s', (relation, expected) => {
    const holds = (upheld: CellValue) => check({ relation }, { upheld, corrected: 3 }).length === 0;
    expect([holds(2), holds(3), holds(4)]).toEqual(expected);
    expect([holds('2.999999'), holds('3.00'), holds('3.000001')]).toEqual(expected);
    expect(holds(null)).toBe(true);
  });

  test('is named in the finding, with the difference that broke it', () => {
    expect(check({ relation: '!=' }, { upheld: 3, corrected: 3 })).toMatchObject([{ relation: '!=', left: 3, right: 3, difference: 0 }]);
    expect(check({ relation: '>=' }, { upheld: 2, corrected: 3 })).toMatchObject([{ relation: '>=', difference: -1 }]);
  });
});

describe('constants and coefficients', () => {
  test('a constant is a side of its own', () => {
    const rule = { relation: '>=', right: [{ constant: 20 }] } as const;
    expect(check(rule, { upheld: 20 })).toEqual([]);
    expect(check(rule, { upheld: 19 })).toMatchObject([{ left: 19, right: 20, cells: ['remedies.reconsideration.upheld'] }]);
    expect(check(rule, { upheld: null })).toEqual([]);
  });

  test('a constant may stand on the left, and the finding is named after the right', () => {
    const [finding] = check({ left: [{ constant: 20 }], relation: '<=', right: [{ column: 'upheld' }] }, { upheld: 19 });
    expect(finding).toMatchObject({ left: 20, right: 19, difference: 1, cells: ['remedies.reconsideration.upheld'] });
    expect(finding?.message.zh).toContain('行政复议｜结果维持');
  });

  test('both count times their coefficient', () => {
    const rule = {
      left: [{ column: 'upheld', coefficient: 4 }],
      right: [
        { column: 'corrected', coefficient: -1 },
        { constant: 5, coefficient: 3 },
      ],
    };
    expect(check(rule, { upheld: 3, corrected: 3 })).toEqual([]);
    expect(check(rule, { upheld: 4, corrected: 3 })).toMatchObject([{ left: 16, right: 12, difference: 4 }]);
  });

  test('a constant does not fill a side whose cells are all blank', () => {
    const rule = { right: [{ column: 'corrected' }, { constant: 5 }] };
    expect(check(rule, { upheld: 3, corrected: null })).toEqual([]);
    expect(check(rule, { upheld: 3, corrected: 0 })).toHaveLength(1);
  });
});

describe('blank operands', () => {
  const rule = { right: [{ column: 'corrected' }, { column: 'pending' }] };

  test('add nothing beside others, and keep their side from being compared when it is blank altogether', () => {
    expect(check(rule, { upheld: 3, corrected: 3, pending: null })).toEqual([]);
    expect(check(rule, { upheld: 3, corrected: 2, pending: null })).toMatchObject([{ left: 3, right: 2 }]);
    expect(check(rule, { upheld: 3, corrected: null, pending: null })).toEqual([]);
    expect(check(rule, {})).toEqual([]);
  });

  test('are shown as blank', () => {
    const [finding] = check(rule, { upheld: 3, corrected: 2, pending: null });
    expect(finding?.message.zh).toBe('行政复议｜结果维持：结果维持 3；结果纠正 2 + 尚未审结 空白 = 2；差 1');
    expect(finding?.rightOperands.map((operand) => operand.value)).toEqual([2, null]);
  });
});

describe('a stated total whose parts were all left blank', () => {
  const parts = { left: [{ column: 'total' }], right: [{ column: 'upheld' }, { column: 'corrected' }] };

  test('contradicts them, and the message says that they are blank', () => {
    const [finding] = check(parts, { total: 7 });
    expect(finding).toMatchObject({ left: 7, right: null, difference: 7 });
    expect(finding?.message).toEqual({ zh: '行政复议｜总计：总计 7；空白；差 7', en: 'total 7; blank; 7 blank 7' });
  });

  test('is fine when it is 0 or blank as well, and a blank total contradicts nothing', () => {
    expect(check(parts, { total: 0 })).toEqual([]);
    expect(check(parts, { total: null })).toEqual([]);
    expect(check(parts, { total: null, upheld: 3 })).toEqual([]);
  });

  test('is no matter of inequalities, nor of figures that are no totals', () => {
    expect(check({ ...parts, relation: '<=' }, { total: 7 })).toEqual([]);
    expect(check({ left: [{ column: 'pending' }], right: parts.right }, { pending: 7 })).toEqual([]);
  });
});

describe('a guard (when)', () => {
  const enough = { left: [{ column: 'total' }, { column: 'pending' }], relation: '>=', right: [{ constant: 20 }] } as const;
  const rule = { when: [enough] };
  const row = { upheld: 1, corrected: 2 };

  test('lets the rule speak where it holds, and only there', () => {
    expect(check(rule, { ...row, total: 15, pending: 5 })).toHaveLength(1);
    expect(check(rule, { ...row, total: 14, pending: 5 })).toEqual([]);
  });

  test('is one of several that must all hold', () => {
    const both = { when: [enough, { left: [{ column: 'otherOutcome' }], relation: '=', right: [{ constant: 0 }] }] } as const;
    expect(check(both, { ...row, total: 20, pending: 0, otherOutcome: 0 })).toHaveLength(1);
    expect(check(both, { ...row, total: 20, pending: 0, otherOutcome: 1 })).toEqual([]);
    expect(check(both, { ...row, total: 19, pending: 0, otherOutcome: 0 })).toEqual([]);
  });

  test('does not hold with a blank', () => {
    expect(check(rule, { ...row, total: 25, pending: null })).toEqual([]);
    expect(check(rule, { ...row, total: null, pending: null })).toEqual([]);
  });

  test('is no part of the finding', () => {
    const [finding] = check(rule, { ...row, total: 15, pending: 5 });
    expect(finding?.cells).toEqual(['remedies.reconsideration.upheld', 'remedies.reconsideration.corrected']);
  });
});

describe('last year’s operands', () => {
  const unchecked = { zh: '未能核对', en: 'not checked' };
  const rule = { right: [{ column: 'pending', prior: true }, { column: 'corrected' }], unchecked } as const;
  const notChecked = [{ severity: 'hint', message: unchecked, cells: [] }];

  test('are taken from last year’s report, and marked', () => {
    expect(check(rule, { upheld: 5, corrected: 2, pending: 100 }, { pending: 3 })).toEqual([]);
    const [finding] = check(rule, { upheld: 6, corrected: 2, pending: 100 }, { pending: 3 });
    expect(finding).toMatchObject({ left: 6, right: 5, cells: ['remedies.reconsideration.upheld', 'remedies.reconsideration.corrected'] });
    expect(finding?.rightOperands.map(({ isPrior, value }) => [isPrior, value])).toEqual([
      [true, 3],
      [false, 2],
    ]);
    expect(finding?.message.zh).toContain('上年报告的尚未审结 3 + 结果纠正 2 = 5');
  });

  test('that are missing or blank are said to be, once, and not compared', () => {
    expect(check(rule, { upheld: 6, corrected: 2 }, null)).toMatchObject(notChecked);
    expect(check(rule, { upheld: 6, corrected: 2 }, {})).toMatchObject(notChecked);
    expect(check(rule, { upheld: 6, corrected: 2 }, { pending: null })).toMatchObject(notChecked);
  });

  test('of a guard count as well', () => {
    const wasPending = { left: [{ column: 'pending', prior: true }], relation: '>=', right: [{ constant: 1 }] } as const;
    const guarded = { when: [wasPending], unchecked };
    expect(check(guarded, { upheld: 1, corrected: 2 }, null)).toMatchObject(notChecked);
    expect(check(guarded, { upheld: 1, corrected: 2 }, { pending: 0 })).toEqual([]);
    expect(check(guarded, { upheld: 1, corrected: 2 }, { pending: 1 })).toMatchObject([{ severity: 'warning' }]);
  });

  test('are not missed where this year’s figures alone show that there is nothing to find', () => {
    const wasPending = { left: [{ column: 'pending', prior: true }], relation: '>=', right: [{ constant: 1 }] } as const;
    const isPending = { left: [{ column: 'pending' }], relation: '>=', right: [{ constant: 1 }] } as const;
    const guarded = { when: [isPending, wasPending], unchecked };
    const row = { upheld: 1, corrected: 2, pending: 3 };
    expect(check(guarded, row, null)).toMatchObject(notChecked);
    expect(check(guarded, { ...row, pending: 0 }, null)).toEqual([]);
    expect(check(guarded, { ...row, pending: null }, null)).toEqual([]);
    expect(check(guarded, { ...row, upheld: 2 }, null)).toEqual([]);
    expect(check(guarded, { ...row, upheld: null }, null)).toEqual([]);
  });
});

describe('the arithmetic that is shown', () => {
  const columns = ['upheld', 'corrected', 'otherOutcome', 'pending'];
  const rule = { left: columns.map((column) => ({ column })), right: [{ column: 'total' }] };
  const shown = (row: Readonly<Record<string, CellValue>>) => check(rule, row)[0]?.message.zh ?? '';

  test('leaves what is zero or blank out of a long sum', () => {
    expect(shown({ upheld: 3, corrected: 0, otherOutcome: null, pending: 4, total: 9 })).toMatch(/结果维持 3 \+ 尚未审结 4 = 7/u);
    expect(shown({ upheld: 0, corrected: 0, total: 9 })).toMatch(/结果维持 0 \+ 结果纠正 0 \+ 其他结果 空白 \+ 尚未审结 空白 = 0/u);
  });

  test('a short sum shows its zero, one that starts with nothing keeps its signs', () => {
    const two = { left: [{ column: 'upheld' }, { column: 'corrected', coefficient: -1 }], right: [{ column: 'pending' }] };
    expect(check(two, { upheld: 3, corrected: 0, pending: 4 })[0]?.message.zh).toMatch(/结果维持 3 − 结果纠正 0 = 3；尚未审结 4/u);
  });
});

test('a rule that is for other levels finds nothing, and one for all levels or the unit’s does', () => {
  const subject = subjectOfCells({ 'remedies.reconsideration.upheld': 1, 'remedies.reconsideration.corrected': 2 });
  const found = (levels?: LinearRule['levels']) => checkTables(form, [{ ...base, ...(levels === undefined ? {} : { levels }) }], subject);
  const others = (['province', 'department'] as const).filter((level) => level !== subject.level);
  expect(found(others.slice(0, 1))).toEqual([]);
  expect(found([subject.level])).toHaveLength(1);
  expect(found()).toHaveLength(1);
});
