import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatExact, isWhole, sameValue } from '#core/lib/exact.ts';
import { parseCell } from '#core/form/parse-cell.ts';

describe('parseCell', () => {
  test.each([
    ['0', 0],
    ['1,432', 1432],
    ['１，４３２', 1432],
    ['1 432 000', 1432000],
    [' 12\u3000', 12],
    ['3.00', 3],
    ['007', 7],
    ['-0', 0],
    ['999999999999999', 999999999999999],
  ])('reads the count %j as %j', (text, value) => {
    expect(parseCell(text, 'count')).toEqual({ kind: 'value', value, unit: null });
  });

  test.each(['', ' ', '\u3000', '/', '／', '-', '－', '–', '—', '——', '\ufeff'])('reads %j as blank, not as zero', (text) => {
    expect(parseCell(text, 'count')).toEqual({ kind: 'value', value: null, unit: null });
  });

  test.each([
    ['+76', 76],
    ['-43', -43],
    ['－43', -43],
    ['−43', -43],
    ['减4', -4],
    ['减少4', -4],
    ['负4', -4],
    ['增5', 5],
    ['增加1,540', 1540],
  ])('reads the change %j as %j', (text, value) => {
    expect(parseCell(text, 'change')).toEqual({ kind: 'value', value, unit: null });
  });

  test.each([
    ['866534.00', '866534.00', null],
    ['866,534.00', '866534.00', null],
    ['251000元', 251000, '元'],
    ['59237.2449 万元', '59237.2449', '万元'],
    ['0.50', '0.50', null],
    ['000.5', '0.5', null],
    ['-0.00', '0.00', null],
  ])('reads the amount %j as %j, unit %j', (text, value, unit) => {
    expect(parseCell(text, 'amount')).toEqual({ kind: 'value', value, unit });
  });

  test.each([
    ['22件', 'count'],
    ['约20', 'count'],
    ['无', 'count'],
    ['1.5', 'count'],
    ['1,43', 'count'],
    ['11 11 367', 'count'],
    ['1e5', 'count'],
    ['0x10', 'count'],
    ['Infinity', 'count'],
    ['1000000000000000', 'count'],
    ['5元', 'count'],
    ['元', 'amount'],
    ['1.2345678', 'amount'],
    ['.5', 'amount'],
    ['--5', 'change'],
  ] as const)('does not understand %j as %s and keeps the text', (text, kind) => {
    expect(parseCell(text, kind)).toEqual({ kind: 'not-understood', text });
  });

  const integer = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
  const amount = fc
    .tuple(integer, fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 6 }))
    .map(([whole, fraction, places]) => `${String(whole)}.${String(fraction).padStart(6, '0').slice(0, places)}`);

  test('every value reads back from the way it is shown', () => {
    fc.assert(
      fc.property(fc.oneof(integer, amount, fc.constant(null)), (value) => {
        const kinds = value === null || isWhole(value) ? (['count', 'change', 'amount'] as const) : (['amount'] as const);
        for (const kind of kinds) {
          const parsed = parseCell(formatExact(value), kind);
          expect(parsed.kind === 'value' && sameValue(parsed.value, value)).toBe(true);
        }
      }),
    );
  });

  test('no text makes it throw, and what it returns as a value is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('count', 'change', 'amount'), (text, kind) => {
        const parsed = parseCell(text, kind);
        if (parsed.kind === 'value') expect(parseCell(formatExact(parsed.value), kind)).toMatchObject({ kind: 'value' });
        else expect(parsed.text).toBe(text);
      }),
    );
  });
});
