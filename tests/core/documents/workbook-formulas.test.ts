/** Comparisons of rules as formulas: sums by coefficient, constants, guards, other sheets. */
import { describe, expect, it } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Relation } from '#core/rules/rule.ts';
import type { Summand, Unrolled, UnrolledComparison } from '#core/rules/unrolled-linear.ts';
import { checkFormula, type FindPlace } from '#core/documents/workbook-formulas.ts';

/** `t.r1.c2` stands in the second row and third column; last year's cells on a sheet of their own. */
const find: FindPlace = (cell, isPrior) => {
  const [, row = '', column = ''] = /r(\d)\.c(\d)/u.exec(cell) ?? [];
  return { sheet: isPrior ? '上年' : '表', row: Number(row), column: Number(column) };
};
const cell = (key: string, coefficient = 1, isPrior = false): Summand => ({
  cell: `t.${key}` as CellKey,
  constant: 0,
  coefficient,
  isPrior,
});
const constant = (value: number): Summand => ({ cell: null, constant: value, coefficient: 1, isPrior: false });
const compare = (left: readonly Summand[], relation: Relation, right: readonly Summand[]): UnrolledComparison => {
  return { left, relation, right, priorCells: [] };
};
const formula = (comparison: UnrolledComparison, guards: readonly UnrolledComparison[] = []) => {
  const unrolled: Unrolled = { ...comparison, guards, allPriorCells: [] };
  return checkFormula(unrolled, '表', find);
};

describe('a check as a formula', () => {
  it('shows the difference of two sums, and nothing while one of them is blank', () => {
    expect(formula(compare([cell('r0.c0'), cell('r1.c0')], '=', [cell('r2.c0')]))).toBe(
      'IF(OR(COUNT(A1:A2)=0,COUNT(A3)=0),"",ROUND(SUM(A1:A2)-(SUM(A3)),6))',
    );
  });

  it('takes what is subtracted or multiplied by itself', () => {
    expect(formula(compare([cell('r0.c0')], '=', [cell('r0.c1'), cell('r0.c2', -1), cell('r0.c3', 4)]))).toBe(
      'IF(OR(COUNT(A1)=0,COUNT(B1:D1)=0),"",ROUND(SUM(A1)-(SUM(B1)-1*SUM(C1)+4*SUM(D1)),6))',
    );
  });

  it('shows by how much a limit is passed, and 0 below it', () => {
    expect(formula(compare([cell('r0.c0')], '<=', [constant(0)]))).toBe('IF(OR(COUNT(A1)=0),"",MAX(0,ROUND(SUM(A1)-(0),6)))');
    expect(formula(compare([cell('r0.c0'), constant(2)], '>=', [constant(20)]))).toBe(
      'IF(OR(COUNT(A1)=0),"",MAX(0,ROUND(20-(SUM(A1)+2),6)))',
    );
    expect(formula(compare([cell('r0.c0')], '!=', [cell('r0.c1')]))).toBe(
      'IF(OR(COUNT(A1)=0,COUNT(B1)=0),"",IF(ROUND(SUM(A1)-(SUM(B1)),6)=0,1,0))',
    );
  });

  it('asks only where every guard is known and holds, of last year too', () => {
    const guard = compare([cell('r3.c0', 1, true), cell('r4.c0')], '!=', [constant(0)]);
    expect(formula(compare([cell('r0.c0')], '<=', [cell('r0.c1')]), [guard])).toBe(
      'IF(OR(COUNT(A1)=0,COUNT(B1)=0),"",IF(AND(COUNT(上年!A4,A5)=2,ROUND(SUM(上年!A4,A5)-(0),6)<>0),MAX(0,ROUND(SUM(A1)-(SUM(B1)),6)),0))',
    );
  });
});
