import { describe, expect, test } from 'vitest';
import { parseChineseNumber } from '#core/figures/chinese-number.ts';
import { endOfNumber, numberWithin, valueOfNumber } from '#core/figures/read-number.ts';
import { readQuantity, wordsByFirst } from '#core/figures/quantity.ts';

const million = 1_000_000n;
const units = wordsByFirst(['人次', '%', '件', '元', '次', '项']);

/** The number that a text begins with. */
function readNumber(text: string): { value: bigint | null; step: bigint; end: number } | null {
  const end = endOfNumber(text, 0);
  if (end === 0) return null;
  const number = numberWithin(text, 0, end);
  return { ...valueOfNumber(number, text.charAt(number.end)), end: number.end };
}

/** `at` is the place of the first digit. */
function quantityIn(text: string): { value: bigint; step: bigint; unit: string; isExact: boolean } | null {
  const at = text.search(/[(\d零〇一二两三四五六七八九十百千万亿]/u);
  const quantity = readQuantity(text, at, units)?.quantity ?? null;
  if (quantity === null) return null;
  const { value, step, unit, isExact } = quantity;
  return { value, step, unit, isExact };
}

test.each([
  ['零', 0],
  ['〇', 0],
  ['一', 1],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['三百二十', 320],
  ['一千二百三十四', 1234],
  ['一万', 10_000],
  ['两万三千', 23_000],
  ['一万零五', 10_005],
  ['三亿', 300_000_000],
])('%s is %i', (text, number) => {
  expect(parseChineseNumber(text)).toBe(number);
});

test.each(['', '百', '万', '二〇二〇', '三五', '零五', '十百', '二二', '百十'])('%j is no numeral', (text) => {
  expect(parseChineseNumber(text)).toBeNull();
});

test.each([
  ['2864', 2864n * million, million],
  ['2,864', 2864n * million, million],
  ['1,234,567', 1_234_567n * million, million],
  ['4.34', 4_340_000n, 10_000n],
  ['3.5万', 35_000n * million, 1000n * million],
  ['2亿', 200_000_000n * million, 100_000_000n * million],
  ['十二', 12n * million, million],
  ['三万', 30_000n * million, 10_000n * million],
])('%s is read with its last place', (text, value, step) => {
  expect(readNumber(text)).toMatchObject({ end: text.length, value, step });
});

test.each(['1234567890123456', '1.1234567', '12345,678', '3万5', '二〇二〇'])('%s is passed over as a whole, not read in part', (text) => {
  expect(readNumber(text)).toMatchObject({ value: null });
});

describe('a figure is a number with a unit', () => {
  test.each([
    ['收到2864件', 2864n, '件'],
    ['（22）条'.replace('（', '(').replace('）', ')').replace('条', '件'), 22n, '件'],
    ['收到十二件', 12n, '件'],
    ['1280元', 1280n, '元'],
    ['3.5万件', 35_000n, '件'],
    ['目前3件', 3n, '件'],
  ])('%s', (text, value, unit) => {
    expect(quantityIn(text)).toMatchObject({ value: value * million, unit, isExact: true });
  });

  test.each(['约200件', '近200件', '200余件', '200多件', '200件左右', '200件以上', '超过200件'])('%s is not exact', (text) => {
    expect(quantityIn(text)).toMatchObject({ isExact: false });
  });

  test.each(['第3项', '每10件', '前3项', '各3件', '数十件', '3元/件', '12人', '2020年', '(一)是', 'A3件', '〔3件'])(
    '%s counts nothing',
    (text) => {
      expect(quantityIn(text)).toBeNull();
    },
  );

  test('a range is not its last number', () => {
    expect(readQuantity('3-5件', 2, units)?.quantity).toBeNull();
    expect(readQuantity('3至5件', 2, units)?.quantity).toBeNull();
    expect(readQuantity('收到5件', 2, units)?.quantity).not.toBeNull();
  });

  test('人次 is not 次', () => {
    expect(quantityIn('120人次')).toMatchObject({ unit: '人次' });
    expect(readQuantity('120件次', 0, wordsByFirst(['件']))?.quantity).toBeNull();
  });
});
