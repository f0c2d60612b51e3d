/** The rules made ready for reading reports of one year: their words, their units, and who reads what. */
import type { NarrativeFigureRule } from '../rules/narrative-figure-rule.ts';
import { flattenRules, type FlatRule } from './flat-rule.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { meanings } from './marks.ts';
import { wordsByFirst, type Units } from './quantity.ts';

type ReadsAs<R extends FlatRule['reads']> = readonly [each: number, rule: Extract<FlatRule, { reads: R }>];

/** A time before all others. */
export const never = -1;

export type WordBook = {
  /** Words know the rules by their place in this list. */
  readonly rules: readonly FlatRule[];
  /** The rules that each look for a thing of their own, with their places. */
  readonly readers: { readonly [R in 'share' | 'growth' | 'parts' | 'fee' | 'repeated']: readonly ReadsAs<R>[] };
  readonly lexicon: Lexicon;
  readonly units: Units;
  /** For each rule when something of it was last heard: never. To be copied; making it anew costs more. */
  readonly silence: Int32Array;
  readonly reportYear: number | null;
};

/** Units that shares and money need, whatever the rules count. */
const everyUnit = ['%', '元', '人次', '场次', '篇次', '件次', '个次', '万次', '个月', '个百分点'];

/** By the year, for 2019年结转 is a word of the reports for 2020. */
const opened = new WeakMap<readonly NarrativeFigureRule[], Map<number | null, WordBook>>();

/** The same book each time for the same list of rules and year. */
export function openWordBook(rules: readonly NarrativeFigureRule[], reportYear: number | null): WordBook {
  const byYear = opened.get(rules) ?? new Map<number | null, WordBook>();
  opened.set(rules, byYear);
  const book = byYear.get(reportYear) ?? makeWordBook(rules, reportYear);
  byYear.set(reportYear, book);
  return book;
}

function makeWordBook(rules: readonly NarrativeFigureRule[], reportYear: number | null): WordBook {
  const flat = flattenRules(rules);
  const lexicon = buildLexicon(flat, reportYear, meanings);
  const units = wordsByFirst([...everyUnit, ...flat.flatMap((rule) => ('units' in rule ? rule.units : []))]);
  const readers = {
    share: rulesReading(flat, 'share'),
    growth: rulesReading(flat, 'growth'),
    parts: rulesReading(flat, 'parts'),
    fee: rulesReading(flat, 'fee'),
    repeated: rulesReading(flat, 'repeated'),
  };
  return { rules: flat, readers, lexicon, units, silence: Int32Array.from(flat, () => never), reportYear };
}

function rulesReading<R extends FlatRule['reads']>(rules: readonly FlatRule[], reads: R): readonly ReadsAs<R>[] {
  const isOfSort = (rule: FlatRule): rule is Extract<FlatRule, { reads: R }> => rule.reads === reads;
  return rules.flatMap((rule, each): readonly ReadsAs<R>[] => (isOfSort(rule) ? [[each, rule]] : []));
}
