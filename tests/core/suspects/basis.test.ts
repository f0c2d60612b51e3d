import { expect, test } from 'vitest';
import { chooseIndependent } from '#core/suspects/basis.ts';
import { solveExactly } from '#core/suspects/solve.ts';

const sum = (coefficients: Readonly<Record<string, number>>) => new Map(Object.entries(coefficients));

test('chooseIndependent leaves out sums that follow from those before them', () => {
  const rows = [
    sum({ a: 1, b: 1, rowOne: -1 }),
    sum({ c: 1, d: 1, rowTwo: -1 }),
    sum({ a: 1, c: 1, columnOne: -1 }),
    sum({ b: 1, d: 1, columnTwo: -1 }),
    sum({ rowOne: 1, rowTwo: 1, grand: -1 }),
    sum({ columnOne: 1, columnTwo: 1, grand: -1 }),
    sum({ a: 2, b: 2, rowOne: -2 }),
    sum({}),
  ];
  expect(chooseIndependent(rows)).toEqual([0, 1, 2, 3, 4]);
});

test('solveExactly tells one solution from none and from many', () => {
  const twoUnknowns = [
    [1n, 1n, 5n],
    [1n, -1n, 1n],
  ];
  expect(solveExactly(twoUnknowns, 2)).toEqual([3n, 2n]);
  expect(solveExactly([[1n, 1n, 5n]], 2)).toBe('open');
  expect(solveExactly([...twoUnknowns, [0n, 1n, 3n]], 2)).toBe('none');
  // 2x = 5 has no solution in whole numbers
  expect(solveExactly([[2n, 5n]], 1)).toBe('none');
  expect(solveExactly([], 0)).toEqual([]);
});
