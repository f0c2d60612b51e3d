import { describe, expect, test } from 'vitest';
import { toMillionths } from '#core/lib/exact.ts';
import { explainSlip } from '#core/suspects/digits.ts';

const slip = (stands: number | string, belongs: number | string) =>
  explainSlip(toMillionths(stands), toMillionths(belongs))?.pattern ?? null;

describe('explainSlip names how one figure became another', () => {
  test.each([
    [1480, 1408, 'transposition'],
    [4108, 1408, 'transposition'],
    [82, 28, 'transposition'],
    [13, 103, 'transposition'],
    [148, 1408, 'droppedDigit'],
    [408, 1408, 'droppedDigit'],
    [8, 1408, null],
    [11408, 1408, 'doubledDigit'],
    [14008, 1408, 'doubledDigit'],
    [14080, 1408, 'timesTen'],
    [140, 1400, 'tenth'],
    ['8.6', 86, 'tenth'],
    [-86, 86, 'sign'],
    [1508, 1408, 'oneDigit'],
    [5, 3, 'oneDigit'],
    [1519, 1408, null],
    [0, 10, null],
    [-3, 5, null],
    [7, 7, null],
  ])('%j for %j: %s', (stands, belongs, pattern) => {
    expect(slip(stands, belongs)).toBe(pattern);
  });

  test('is exact beyond what a JavaScript number holds', () => {
    expect(slip('12345678901234567', '12345678901234576')).toBe('transposition');
  });

  test('finds rarer slips more surprising', () => {
    const bits = (stands: number, belongs: number) => explainSlip(toMillionths(stands), toMillionths(belongs))?.bits ?? Infinity;
    expect(bits(4108, 1408)).toBeLessThan(bits(1508, 1408));
    expect(bits(148, 1408)).toBeLessThan(bits(8, 108));
  });
});
