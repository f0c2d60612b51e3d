/** Days as people write them below a report. */
import { describe, expect, it } from 'vitest';
import { doubtsOfDay, readDay } from '#core/documents/read-day.ts';

describe('a day', () => {
  it.each([
    '2021年1月29日',
    '2021年01月29日',
    '2021-1-29',
    '2021-01-29',
    '2021.1.29',
    '2021/1/29',
    '２０２１年１月２９日',
    '２０２１－１－２９',
    ' 2021 年 1 月 29 日 ',
    '2021．1．29',
    '2021—1—29',
  ])('is read as it is written: %s', (text) => {
    expect(readDay(text)).toBe('2021-01-29');
  });

  it.each(['', '2021年2月29日', '2021-13-1', '21-1-29', '2021年1月', '2021-1-29 x', '20210129', '0000-01-01'])('is not %j', (text) => {
    expect(readDay(text)).toBeNull();
  });

  it.each([
    ['2026-01-23', []],
    ['2025-12-31', []],
    ['2025-12-30', ['before-year-end']],
    ['2027-11-23', []],
    ['2027-11-24', ['far-ahead']],
    ['2031-01-01', ['long-after-year', 'far-ahead']],
  ])('below the report of 2025, today being 2026-11-23, is asked about: %s %j', (day, doubts) => {
    expect(doubtsOfDay(day, 2025, '2026-11-23')).toEqual(doubts);
  });
});
