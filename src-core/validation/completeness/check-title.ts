/** The title: its year, its unit, its wording. */
import type { Range } from '../../figures/passage.ts';
import { standardTitle } from '../../filing/filing.ts';
import { toHalfWidth } from '../../lib/half-width.ts';
import type { TitleUnitRule, TitleWordingRule, TitleYearRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Rule } from '../../rules/rule.ts';
import type { FilingSubject } from '../../rules/subject.ts';
import { proseFinding } from '../prose-finding.ts';
import { alike } from '../slips.ts';
import { readable } from '../word-pattern.ts';
import { yearsIn, unitIn } from './report-title.ts';
import { mayBeSameUnit } from './unit-names.ts';

export function checkTitleYear(rule: TitleYearRule, { title, reportYear }: FilingSubject): readonly Finding[] {
  const years = yearsIn(title);
  const [other] = years;
  if (other === undefined || years.some(({ year }) => year === reportYear)) return [];
  return [titleFinding(rule, title, other, { year: reportYear })];
}

export function checkTitleUnit(rule: TitleUnitRule, { title, unitName }: FilingSubject): readonly Finding[] {
  const place = unitIn(title);
  if (place === null || mayBeSameUnit(title.slice(place.start, place.end), unitName)) return [];
  return [titleFinding(rule, title, place, { unit: unitName })];
}

/** White space and what stands in brackets does not matter: titles are printed over two lines, with 公示稿 and the like. */
export function checkTitleWording(rule: TitleWordingRule, { title, unitName, reportYear }: FilingSubject): readonly Finding[] {
  const plain = toHalfWidth(title).replace(/\s|\([^()]*\)/gu, '');
  const before = plain.endsWith(readable(rule.wording)) ? plain.slice(0, -readable(rule.wording).length) : '';
  if (/\D\d{4}年$|^\d{4}年\D+$/u.test(before)) return [];
  return [titleFinding(rule, title, { start: 0, end: title.length }, { standard: standardTitle(unitName, reportYear) })];
}

/** Quotes the title, with no section: what is explained about it does not hold for another title. */
function titleFinding(rule: Rule, title: string, { start, end }: Range, places: Readonly<Record<string, string | number>>): Finding {
  const words = title.slice(start, end);
  const quotation = { block: 0, start, end, sentence: title, words };
  return proseFinding(rule, { section: null, quotation }, alike({ title, words, ...places }));
}
