/** What the title of a report says: 「XX（单位全称）XXXX年政府信息公开工作年度报告」. */
import type { Range } from '../../figures/passage.ts';
import { toHalfWidth } from '../../lib/half-width.ts';
import { matchesIn } from '../word-pattern.ts';

export type SaidYear = Range & { readonly year: number };

const chineseDigits = '〇一二三四五六七八九';
const yearPattern = /(?<!\d)(\d{4})(?=年)|(?<=\()(\d{4})(?=\))|[〇○零一二三四五六七八九]{4}(?=年)/gu;
const matter = '政府信息公开';

let lastRead: { readonly title: string; readonly years: readonly SaidYear[] } = { title: '', years: [] };

/**
 * The years that the title names, with their places in it. White space within a year is not expected. Several rules ask
 * for them, one after the other.
 */
export function yearsIn(title: string): readonly SaidYear[] {
  if (lastRead.title !== title) lastRead = { title, years: readYears(title) };
  return lastRead.years;
}

function readYears(title: string): readonly SaidYear[] {
  return matchesIn(toHalfWidth(title), yearPattern).map((found) => {
    const [text, arabic = found[2]] = found;
    return { start: found.index, end: found.index + text.length, year: arabic === undefined ? yearInChinese(text) : Number(arabic) };
  });
}

function yearInChinese(text: string): number {
  return Number(Array.from(text, (each) => String(chineseDigits.indexOf(each.replace(/[○零]/u, '〇')))).join(''));
}

/** Where the title names a unit: before the year, or between the year and the matter; null where it names none. */
export function unitIn(title: string): Range | null {
  const text = toHalfWidth(title);
  const matterAt = text.indexOf(matter);
  const end = matterAt < 0 ? text.length : matterAt;
  const year = yearsIn(title).find((each) => each.start < end);
  if (year === undefined && matterAt < 0) return null;
  const places = year === undefined ? [{ start: 0, end }] : [{ start: 0, end: year.start }, afterYear(text, year.end, end)];
  return places.map((place) => trimmed(text, place)).find((place) => place.end > place.start) ?? null;
}

function afterYear(text: string, start: number, end: number): Range {
  const rest = /^年?度?/u.exec(text.slice(start, end))?.[0] ?? '';
  return { start: start + rest.length, end };
}

function trimmed(text: string, { start, end }: Range): Range {
  const [lead = ''] = /^(?:\s|关于)*/u.exec(text.slice(start, end)) ?? [];
  const [rest = ''] = /[\s的]*$/u.exec(text.slice(start + lead.length, end)) ?? [];
  return { start: start + lead.length, end: end - rest.length };
}
