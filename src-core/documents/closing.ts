/** What a report ends with (落款): the unit's name and the date, as GB/T 9704 writes dates. */

/** Unit and date, or nothing where nobody has said the date. @param date a day such as `2026-01-23` */
export function closingLines(unitName: string, date: string | null): readonly string[] {
  return date === null ? [] : [unitName, writtenDate(date)];
}

/** 2026年1月23日, without noughts in front. @throws Error for what `isDay` refuses (a bug) */
export function writtenDate(date: string): string {
  const [, year = '', month = '', day = ''] = dayPattern.exec(date) ?? [];
  if (year === '') throw new Error(`not a day: ${date}`);
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** True for a day that the calendar has, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = dayPattern.exec(text) ?? [];
  if (year === '' || Number(year) < 1) return false;
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return made.getUTCMonth() + 1 === Number(month) && made.getUTCDate() === Number(day);
}
