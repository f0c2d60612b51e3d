/** Marks beside a figure and cells run together are not read as other figures. */
import { expect, test } from 'vitest';
import { parseCell } from '#core/form/parse-cell.ts';

test.each(['222②', '94①', '94¹', '5²', '12\t345', '12\n345', '1\t432\t100', '+-5', '增减5', '⑨'])('%j is not understood', (text) => {
  expect(parseCell(text, 'count')).toEqual({ kind: 'not-understood', text });
});

test.each([
  ['１，２３４', 1234],
  [' 12 ', 12],
  ['\t12\r\n', 12],
  ['1 234', 1234],
  ['　７', 7],
])('%j is %i', (text, value) => {
  expect(parseCell(text, 'count')).toEqual({ kind: 'value', value, unit: null });
});
