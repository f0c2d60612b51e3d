/** Names that the unit gives itself and that cannot be its own: 我局 in the report of a 镇 was copied from somewhere. */
import type { Range } from '../../figures/passage.ts';
import type { OwnName, SelfReferenceRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import type { FilingSubject } from '../../rules/subject.ts';
import { once } from '../memory.ts';
import type { Prose } from '../prose.ts';
import { alike, slipFinding } from '../slips.ts';
import { anyOf, rangesIn, readable } from '../word-pattern.ts';
import { bareName } from './unit-names.ts';

/** One finding, at the first place: a copied paragraph says it many times. */
export function checkSelfReference(rule: SelfReferenceRule, { blocks }: Prose, { unitName }: FilingSubject): readonly Finding[] {
  const strange = strangeNames(rule, unitName);
  if (strange === null) return [];
  const found = blocks.map((block) => ({ block, ranges: readSelf(rule, block.passage.text, strange) }));
  const count = found.reduce((sum, { ranges }) => sum + ranges.length, 0);
  for (const { block, ranges } of found) {
    const [range] = ranges;
    if (range !== undefined) return [slipFinding(rule, block, { range, places: alike({ unit: unitName, count }) })];
  }
  return [];
}

function readSelf(rule: SelfReferenceRule, text: string, strange: RegExp): readonly Range[] {
  return rangesIn(text, strange).filter((range) => !isChance(rule, text, range) && !isQuoted(text, range.start));
}

type OwnWords = { readonly words: readonly string[]; readonly ends: readonly string[]; readonly fits: readonly string[] };

/** The names as passages and units have them, and a pattern for every choice of them that was asked for. */
const namesOf = once(({ names }: SelfReferenceRule) => ({
  names: names.map(({ words, ends, fits }: OwnName): OwnWords => ({ words, ends: ends.map(readable), fits: fits.map(readable) })),
  patterns: new Map<string, RegExp>(),
}));

/** What a unit of this name does not call itself, null for nothing. */
function strangeNames(rule: SelfReferenceRule, unitName: string): RegExp | null {
  const { names, patterns } = namesOf(rule);
  const name = bareName(unitName);
  const isStrange = ({ fits, ends }: OwnWords) => ends.some((end) => name.endsWith(end)) && !fits.some((each) => name.includes(each));
  const words = names.filter(isStrange).flatMap((each) => each.words);
  if (words.length === 0) return null;
  const choice = words.join(' ');
  const pattern = patterns.get(choice) ?? new RegExp(anyOf(words), 'gu');
  patterns.set(choice, pattern);
  return pattern;
}

const chancesOf = once(({ chance }: SelfReferenceRule) => chance.map(readable));

/** 「自我局限」 names no 局. */
function isChance(rule: SelfReferenceRule, text: string, { start, end }: Range): boolean {
  return chancesOf(rule).some((word) => {
    const at = text.slice(Math.max(0, start - word.length), end + word.length).indexOf(word);
    const from = Math.max(0, start - word.length) + at;
    return at >= 0 && from <= start && from + word.length >= end;
  });
}

/** 「“我局我来讲”专栏」 may be anybody's. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  return [
    ['“', '”'],
    ['《', '》'],
    ['「', '」'],
  ].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close));
}
