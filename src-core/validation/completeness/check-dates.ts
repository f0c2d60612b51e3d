/** Dates that no calendar has: 202020年12月31日, 2022年11日, 13月, 2月30日, 自年月日起. */
import type { Range } from '../../figures/passage.ts';
import type { DatesRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Prose } from '../prose.ts';
import { findSlips, joinRanges, type Slip } from '../slips.ts';
import { rangeOf } from '../word-pattern.ts';

export function checkDates(rule: DatesRule, { blocks }: Prose): readonly Finding[] {
  return findSlips(rule, blocks, readDates);
}

/** A year with what follows it; a day without its year; a day of too many digits; 「至1231日」; a form left blank. */
const dateForms = [
  String.raw`(?<![\d.]|\d,)(?<year>\d{3,})年(?:(?<month>\d{1,4})月(?:(?<day>\d{1,4})日)?|(?<lone>\d{1,4})日)?`,
  String.raw`(?<![\d.年]|\d[\s,])(?<onlyMonth>\d{1,2})月(?<onlyDay>\d{1,3})日`,
  String.raw`(?<!\d)(?<run>\d{5,})日`,
  String.raw`[至到](?<monthAndDay>\d{4})日`,
  String.raw`(?:自|至|截至|截止)(?<blank>年月日)`,
].join('|');
const datePattern = new RegExp(dateForms, 'uy');
/** What stands between the beginning and the end of a period. */
const longestLink = 2;
const firstYear = 1900;
const lastYear = 2099;

function readDates(text: string): readonly Slip[] {
  const slips: Range[] = [];
  let from = 0;
  for (const at of placesOfDates(text)) {
    if (at < from) continue;
    datePattern.lastIndex = at;
    const found = datePattern.exec(text);
    if (found === null) continue;
    from = datePattern.lastIndex;
    if (isSlip(found.groups ?? {})) slips.push(rangeOf(found));
  }
  return slips.length === 0 ? noSlips : joinRanges(slips, longestLink).map((range) => ({ range }));
}

const noSlips: readonly Slip[] = [];
const [zero, nine] = [0x30, 0x39];
const dateWords: ReadonlySet<number> = codesOf('年月日');
const linkWords: ReadonlySet<number> = codesOf('至到');
const blankDate = '年月日';

/** Where the pattern can be found at all, in order: figures before 年, 月 or 日, with 至 or 到 before them, and dates left blank. */
function placesOfDates(text: string): readonly number[] {
  const places: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    if (!isFigure(text.charCodeAt(at))) continue;
    const start = at;
    while (isFigure(text.charCodeAt(at))) at += 1;
    if (!dateWords.has(text.charCodeAt(at))) continue;
    if (linkWords.has(text.charCodeAt(start - 1))) places.push(start - 1);
    places.push(start);
  }
  if (!text.includes(blankDate)) return places;
  // 自年月日, 截至年月日
  for (let at = text.indexOf(blankDate); at >= 0; at = text.indexOf(blankDate, at + 1)) places.push(at - 2, at - 1);
  return places.filter((at) => at >= 0).toSorted((a, b) => a - b);
}

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (each) => each.charCodeAt(0)));
}

function isFigure(code: number): boolean {
  return code >= zero && code <= nine;
}

type Parts = Readonly<Partial<Record<string, string>>>;

function isSlip({ year, month, day, lone, onlyMonth, onlyDay, run, monthAndDay, blank }: Parts): boolean {
  if (year !== undefined) {
    if (year.length > 4 || lone !== undefined) return year.length >= 4;
    if (month === undefined) return false;
    // 「300年3月」 is no date, 「202年12月31日」 is one with a digit lost
    return year.length === 4 ? !isDay(month, day ?? '1', Number(year)) : day !== undefined;
  }
  if (onlyMonth !== undefined) return !isDay(onlyMonth, onlyDay ?? '', null);
  if (monthAndDay !== undefined) return isDay(monthAndDay.slice(0, 2), monthAndDay.slice(2), null);
  return run !== undefined || blank !== undefined;
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(month: string, day: string, year: number | null): boolean {
  if (month.length > 2 || day.length > 2 || (year !== null && (year < firstYear || year > lastYear))) return false;
  const isShort = year !== null && Number(month) === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0));
  const days = (daysOfMonths[Number(month) - 1] ?? 0) - (isShort ? 1 : 0);
  return Number(day) >= 1 && Number(day) <= days;
}
