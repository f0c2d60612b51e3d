/** Addresses of cells, and ranges that hold exactly the cells they were made for. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsText, areasOf, cellAddress, columnLetters, rangesText } from '#core/documents/workbook-address.ts';

const place = fc.record({ row: fc.nat(30), column: fc.nat(30) });
const places = fc.uniqueArray(place, { selector: ({ row, column }) => row * 100 + column, maxLength: 120 });

describe('addresses', () => {
  it('count columns as spreadsheets do: bijective base 26', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
    const read = (letters: string) => Array.from(letters).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    fc.assert(fc.property(fc.nat(16_383), (column) => read(columnLetters(column)) === column));
  });

  it('count rows from one', () => {
    expect(cellAddress({ row: 0, column: 0 })).toBe('A1');
    expect(cellAddress({ row: 29, column: 27 })).toBe('AB30');
  });
});

describe('ranges', () => {
  it('hold every given cell once, and no other', () => {
    fc.assert(
      fc.property(places, (given) => {
        const held = areasOf(given).flatMap(({ row, column, rowSpan, colSpan }) =>
          Array.from({ length: rowSpan * colSpan }, (_each, at) =>
            cellAddress({ row: row + Math.floor(at / colSpan), column: column + (at % colSpan) }),
          ),
        );
        expect(held.sort()).toEqual(given.map(cellAddress).sort());
      }),
    );
  });

  it('are rectangles where the cells are one', () => {
    const block = Array.from({ length: 12 }, (_each, at) => ({ row: 5 + Math.floor(at / 3), column: 3 + (at % 3) }));
    expect(rangesText(block)).toBe('D6:F9');
    expect(rangesText([...block, { row: 20, column: 0 }])).toBe('D6:F9 A21');
  });

  it('name the sheet when they are seen from another one', () => {
    const here = { sheet: '表三', row: 5, column: 3 };
    const there = { sheet: '上年数据表三', row: 27, column: 3 };
    expect(argumentsText([here, there], '表三')).toBe('D6,上年数据表三!D28');
  });
});
