/** Words of the prose that a rule finds fault with, and the findings they become. */
import { excerpt } from '../figures/excerpt.ts';
import { sourceAt, type Passage, type Range } from '../figures/passage.ts';
import type { Bilingual } from '../lib/bilingual.ts';
import type { CompletenessRule } from '../rules/completeness-rule.ts';
import type { Finding, Quotation } from '../rules/finding.ts';
import type { Places } from '../rules/make-finding.ts';
import type { ProseBlock } from './prose.ts';
import { proseFinding } from './prose-finding.ts';

/** `range` is a place in the text of the passage. */
export type Slip = {
  readonly range: Range;
  /** What messages show besides `{words}` and `{sentence}`. */
  readonly places?: Places;
  /** Instead of the rule's. */
  readonly message?: Bilingual;
};

const longestSentence = 120;
const longestShown = 40;

/** The slips in the text of a passage. Every block is read again at every keystroke: a text without any has to be known at a glance. */
export type ReadSlips = (text: string) => readonly Slip[];

/** One finding for each slip. */
export function findSlips(rule: CompletenessRule, blocks: readonly ProseBlock[], read: ReadSlips): readonly Finding[] {
  const found: Finding[] = [];
  for (const block of blocks) for (const slip of read(block.passage.text)) found.push(slipFinding(rule, block, slip));
  return found;
}

export function slipFinding(rule: CompletenessRule, block: ProseBlock, { range, places, message }: Slip): Finding {
  const { section, index, passage } = block;
  const place = placeOf(passage, range);
  const around = placeOf(passage, sentenceAround(passage.text, range));
  const words = passage.source.slice(place.start, place.end);
  const quotation: Quotation = { block: index, ...place, sentence: excerpt(passage.source, around, place, longestSentence), words };
  const shown = { words: shortened(words), sentence: excerpt(passage.source, around, place, longestShown) };
  const said = message === undefined ? rule : { ...rule, message };
  return proseFinding(said, { section, quotation }, { zh: { ...shown, ...places?.zh }, en: { ...shown, ...places?.en } });
}

/** Places that read the same in both languages. */
export function alike(places: Readonly<Record<string, string | number>>): Places {
  return { zh: places, en: places };
}

export function shortened(words: string): string {
  return words.length > longestShown ? `${words.slice(0, longestShown)}…` : words;
}

/** A place ends after its last character, not before the next one: white space may lie between. */
function placeOf(passage: Passage, { start, end }: Range): Range {
  const first = sourceAt(passage, start);
  return { start: first, end: end > start ? sourceAt(passage, end - 1) + 1 : first };
}

const sentenceEnds: ReadonlySet<number> = new Set(Array.from('。!?\n', (each) => each.charCodeAt(0)));
/** A text without a stop is no sentence: only so much of it is looked through, however many slips it has. */
const farthest = 500;

/** The sentence in which a range lies, its stop included. */
export function sentenceAround(text: string, { start, end }: Range): Range {
  const first = Math.max(0, start - farthest);
  const last = Math.min(text.length, end + farthest);
  let from = start;
  while (from > first && !sentenceEnds.has(text.charCodeAt(from - 1))) from -= 1;
  let to = Math.max(end - 1, start);
  while (to < last && !sentenceEnds.has(text.charCodeAt(to))) to += 1;
  return { start: from, end: Math.min(to + 1, text.length) };
}

/** Ranges that touch each other, or nearly so, as one: 「2022年11日」 and 「至1231日」 are one slip. */
export function joinRanges(ranges: readonly Range[], gap: number): readonly Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || range.start - last.end > gap) joined.push(range);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return joined;
}
