/** Years that cannot be the report's: of the period its figures are for, and of the report itself. */
import type { Range } from '../../figures/passage.ts';
import type { PeriodRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import type { FilingSubject } from '../../rules/subject.ts';
import { once } from '../memory.ts';
import { blocksOf, type Prose } from '../prose.ts';
import { alike, findSlips, joinRanges, sentenceAround, type Slip } from '../slips.ts';
import { anyOf, matchesIn, rangeOf } from '../word-pattern.ts';

export function checkPeriod(rule: PeriodRule, prose: Prose, { reportYear }: FilingSubject): readonly Finding[] {
  const patterns = patternsOf(rule);
  const year = String(reportYear);
  const others = prose.blocks.filter(({ section }) => section !== rule.section);
  return [
    ...findSlips(rule, blocksOf(prose, rule.section), (text) => readSection(text, patterns, year)),
    ...findSlips(rule, others, (text) => readElsewhere(text, patterns, year)),
  ];
}

/** 自2019年1月1日起至2019年12月31日止, 2019年1月1日—12月31日. */
const yearSpan = /(?:(\d{4})年)?0?1月0?1日?[起始]?(?:至|到|[-—–~－]+)(?:(\d{4})年)?12月31日?/gu;
/** 截至2019年12月31日, 截止2019年底. */
const yearEnd = /截[至止]到?(\d{4})年(?:12月31日|12月?底|年?[底末])/gu;

type Patterns = { readonly terms: RegExp; readonly termWithYear: RegExp; readonly report: RegExp };

const patternsOf = once(({ terms, names, passing }: PeriodRule): Patterns => ({
  terms: new RegExp(anyOf(terms), 'u'),
  termWithYear: new RegExp(`${anyOf(terms)}(?:[为是自从:]|均为)*(\\d{4})年`, 'gu'),
  report: new RegExp(`(\\d{4})年度?${anyOf(names)}(?!.{0,3}${anyOf(passing)})`, 'gu'),
}));

function readSection(text: string, { termWithYear, report }: Patterns, year: string): readonly Slip[] {
  return slipsOf(
    [yearSpan, yearEnd, termWithYear, report].flatMap((pattern) => withOtherYear(text, pattern, year)),
    year,
  );
}

function readElsewhere(text: string, { terms, termWithYear }: Patterns, year: string): readonly Slip[] {
  if (!terms.test(text)) return [];
  const spans = withOtherYear(text, yearSpan, year).filter((range) => {
    const sentence = sentenceAround(text, range);
    return terms.test(text.slice(sentence.start, sentence.end));
  });
  return slipsOf([...spans, ...withOtherYear(text, termWithYear, year)], year);
}

/** Where the pattern is found with a year that is not `year`. */
function withOtherYear(text: string, pattern: RegExp, year: string): readonly Range[] {
  const isOther = ([, ...years]: readonly (string | undefined)[]) => years.some((each) => each !== undefined && each !== year);
  return matchesIn(text, pattern).filter(isOther).map(rangeOf);
}

function slipsOf(ranges: readonly Range[], year: string): readonly Slip[] {
  return joinRanges(ranges, 0).map((range) => ({ range, places: alike({ year }) }));
}
