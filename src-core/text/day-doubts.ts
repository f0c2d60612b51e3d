/** Words of days that are unlikely below a report. */
import { fillPlaces, type Bilingual, type Language } from '../lib/bilingual.ts';
import type { DayDoubt } from '../documents/read-day.ts';

const doubtWords: Readonly<Record<DayDoubt, Bilingual>> = {
  'before-year-end': {
    zh: '{day} 在 {year} 年结束之前，{year} 年度的年报那时还写不出来，请核对落款日期。',
    en: '{day} is before the end of {year}: the report of {year} could not be written yet. Check the date.',
  },
  'long-after-year': {
    zh: '{day} 比报告年度 {year} 年晚五年以上，请核对落款日期。',
    en: '{day} is more than five years after {year}, the year of the report. Check the date.',
  },
  'far-ahead': { zh: '{day} 在一年以后，请核对落款日期。', en: '{day} is more than a year ahead. Check the date.' },
};

export function tellDayDoubt(doubt: DayDoubt, day: string, year: number, language: Language): string {
  return fillPlaces(doubtWords[doubt][language], { day, year });
}
