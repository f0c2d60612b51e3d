/** The rules made ready for reading one report: their words, their units, and whose report of which year it is. */
import type { NarrativeFigureRule } from '../rules/narrative-figure-rule.ts';
import { flattenRules, type FlatRule } from './flat-rule.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';

export type WordBook = {
  readonly rules: readonly FlatRule[];
  readonly lexicon: Lexicon;
  /** Longest first: 万次 is not 次. */
  readonly units: readonly string[];
  readonly reportYear: number | null;
  readonly unitName: string;
};

/** Units that shares and money need, whatever the rules count. */
const everyUnit = ['%', '元', '人次', '场次', '篇次', '件次', '个次', '万次', '个月', '个百分点'];

/** The last one opened for each set of rules: a report is read again after every edit. */
const opened = new WeakMap<readonly NarrativeFigureRule[], WordBook>();

export function openWordBook(rules: readonly NarrativeFigureRule[], reportYear: number | null, unitName: string): WordBook {
  const last = opened.get(rules);
  if (last?.reportYear === reportYear && last.unitName === unitName) return last;
  const flat = flattenRules(rules);
  const units = new Set([...everyUnit, ...flat.flatMap((rule) => ('units' in rule ? rule.units : []))]);
  const book: WordBook = {
    rules: flat,
    lexicon: buildLexicon(flat, reportYear),
    units: [...units].sort((a, b) => b.length - a.length),
    reportYear,
    unitName,
  };
  opened.set(rules, book);
  return book;
}
