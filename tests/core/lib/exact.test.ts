import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareExact,
  formatExact,
  fromMillionths,
  isDecimalText,
  isWhole,
  sameValue,
  sumExact,
  toMillionths,
  type CellValue,
} from '#core/lib/exact.ts';

const largest = 999_999_999_999_999;
const integer = fc.integer({ min: -largest, max: largest });
const decimalText = fc
  .tuple(integer, fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 6 }))
  .map(([whole, fraction, places]) => `${String(whole)}.${String(fraction).padStart(6, '0').slice(0, places)}`);
const value = fc.oneof(integer, decimalText);
const cellValue: fc.Arbitrary<CellValue> = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });

/** Millionths by the schoolbook, without the code under test. */
function millionths(each: number | string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/u.exec(String(each)) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(6, '0')}`);
}

describe('exact arithmetic against big integers', () => {
  test('values become millionths and come back as the same value', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(toMillionths(each)).toBe(millionths(each));
        expect(sameValue(fromMillionths(toMillionths(each)), each)).toBe(true);
      }),
    );
  });

  test('sums are exact, whatever the signs, coefficients and kinds of the terms, and blanks add nothing', () => {
    const term = fc.record({ coefficient: fc.integer({ min: -1000, max: 1000 }), value: cellValue });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 12 }), (terms) => {
        const filled = terms.flatMap((each) => (each.value === null ? [] : [BigInt(each.coefficient) * millionths(each.value)]));
        const sum = sumExact(terms);
        if (filled.length === 0) expect(sum).toBeNull();
        else expect(sum === null ? null : millionths(sum)).toBe(filled.reduce((one, other) => one + other, 0n));
      }),
      { numRuns: 2000 },
    );
  });

  test('a product beyond the exact integers does not hide in a sum that is within them', () => {
    const terms = [
      { coefficient: -9, value: 1_000_000_000_000_000 - 1 },
      { coefficient: 11, value: 909_090_909_090_909 },
    ];
    expect(sumExact(terms)).toBe(1_000_000_000_000_008);
  });

  test('order agrees with big integers', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        const difference = millionths(left) - millionths(right);
        expect(compareExact(left, right)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });

  test('0.1 + 0.2 is 0.3', () => {
    const sum = sumExact([
      { coefficient: 1, value: '0.1' },
      { coefficient: 1, value: '0.2' },
    ]);
    expect(sum).toBe('0.3');
  });

  test('no result is a negative zero', () => {
    fc.assert(
      fc.property(value, (each) => {
        const terms = [
          { coefficient: -1, value: each },
          { coefficient: 1, value: each },
        ];
        expect(Object.is(sumExact(terms), 0)).toBe(true);
      }),
    );
    expect(Object.is(sumExact([{ coefficient: -1, value: 0 }]), 0)).toBe(true);
  });
});

test.each([
  ['866534.00', true],
  ['-3.5', true],
  ['999999999999999.999999', true],
  ['1000000000000000', false],
  ['1.2345678', false],
  ['1e5', false],
  ['.5', false],
  ['5.', false],
  ['+5', false],
  [' 5', false],
  ['', false],
])('%j is decimal text: %j', (text, expected) => {
  expect(isDecimalText(text)).toBe(expected);
});

test('whole numbers are told by value, not by spelling', () => {
  expect([3, '3.00', '-0.000000', 0].map(isWhole)).toEqual([true, true, true, true]);
  expect(['3.01', '-0.5', 1.5].map(isWhole)).toEqual([false, false, false]);
});

test('blank equals blank only', () => {
  expect(sameValue(null, null)).toBe(true);
  expect(sameValue(null, 0)).toBe(false);
  expect(sameValue('3.00', 3)).toBe(true);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1234567, '−1,234,567'],
  ['866534.00', '866,534.00'],
  ['-0.5', '−0.5'],
  [null, '空'],
] as const)('%j is shown as %s', (each, text) => {
  expect(formatExact(each, '空')).toBe(text);
});
