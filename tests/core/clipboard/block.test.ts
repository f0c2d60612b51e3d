import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOfCells, blockOfText, sizeOf } from '#core/clipboard/block.ts';
import { htmlOfRows, textOfRows } from '#core/clipboard/write-block.ts';

const textsOf = (text: string) => blockOfText(text).map((row) => row.map((cell) => cell.text));

describe('tab-separated text', () => {
  test.each([
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['"一行\n两行"\t5', [['一行\n两行', '5']]],
    ['"他说""好"""\t6', [['他说"好"', '6']]],
    ['"没有收尾\t7', [['"没有收尾', '7']]],
    ['\t\n', [['', '']]],
    ['', [['']]],
  ])('%j', (text, rows) => {
    expect(textsOf(text)).toEqual(rows);
  });

  test('that we wrote is read back as it was', () => {
    const cell = fc
      .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\t', '\n', '"', '1,432', '减4', ''))
      .map((text) => text.replaceAll('\r', ''));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (written) => {
        const text = textOfRows(written);
        // A last row that is one empty cell cannot be told from the end of the row before.
        fc.pre(text !== '' && !text.endsWith('\n'));
        expect(textsOf(text)).toEqual(written);
      }),
    );
  });
});

describe('cells of an HTML table', () => {
  test('stand in their columns, whatever reaches down from above', () => {
    const cell = (text: string, colSpan = 1, rowSpan = 1) => ({ text, colSpan, rowSpan });
    const block = blockOfCells([[cell('高', 1, 2), cell('1'), cell('2')], [cell('宽', 2)]]);
    expect(block[1]).toEqual([{ text: '宽', column: 1, colSpan: 2 }]);
    expect(sizeOf(block)).toBe(4);
  });

  test('are written so that nothing of a text is markup', () => {
    expect(htmlOfRows([['<b>"1"&2']])).toBe('<table><tr><td>&lt;b&gt;&quot;1&quot;&amp;2</td></tr></table>');
  });
});
