/** Days as people write them, and whether a day can stand below a report. */
import { isDay } from './closing.ts';

/** Why a day is unlikely below the report of a year. */
export type DayDoubt = 'before-year-end' | 'long-after-year' | 'far-ahead';

/** How many years after its year a report is still dated without a question. */
const usualYears = 5;

/**
 * The day as `YYYY-MM-DD` of 2021年1月29日, 2021-1-29, 2021.1.29, 2021/1/29 and the like, in full-width signs too; null for
 * what is no day of the calendar.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  const [, year = '', month = '', day = ''] =
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/u.exec(plain) ?? /^(\d{4})[-‐‑–—−./](\d{1,2})[-‐‑–—−./](\d{1,2})$/u.exec(plain) ?? [];
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? read : null;
}

/** Nothing is refused for these: reports of old years are made again, and calendars of computers are wrong. @param today `YYYY-MM-DD` */
export function doubtsOfDay(day: string, reportYear: number, today: string): readonly DayDoubt[] {
  const inAYear = `${String(Number(today.slice(0, 4)) + 1).padStart(4, '0')}${today.slice(4)}`;
  return [
    ...(day < `${String(reportYear)}-12-31` ? (['before-year-end'] as const) : []),
    ...(day > `${String(reportYear + usualYears)}-12-31` ? (['long-after-year'] as const) : []),
    ...(day > inAYear ? (['far-ahead'] as const) : []),
  ];
}
