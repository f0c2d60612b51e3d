/** Reads a block from its first mark to its last: every figure whose family is certain, and every denial. */
import { findFamily, type Figure, type FoundFamily } from './find-family.ts';
import type { CountFamily, NoneFamily } from './flat-rule.ts';
import { hearBlock, hearMark, hearStop, hearStranger, isHeardSince, isOfReportYear, type Hearing } from './hearing.ts';
import { rulesWith } from './lexicon.ts';
import type { Mark } from './marks.ts';
import type { Passage, Range } from './passage.ts';
import { isTitle, sentencesOf } from './sentences.ts';
import type { WordBook } from './word-book.ts';

/** What the sentence counts: what the table counts, one part of it, or perhaps the office alone. */
export type Breadth = 'whole' | 'part' | 'scope';

export type Claim = { readonly sentence: Range; readonly breadth: Breadth } & (
  | ({ readonly says: 'count'; readonly figure: Figure } & FoundFamily)
  | { readonly says: 'none'; readonly rule: NoneFamily; readonly words: Range }
);

export type HeardBlock = {
  readonly passage: Passage;
  readonly marks: readonly Mark[];
  readonly sentences: readonly Range[];
  readonly claims: readonly Claim[];
  readonly hearing: Hearing;
};

/** Enough to know a figure by; a text without any punctuation is still read in one pass. */
const marksBefore = 60;
const marksAfter = 12;

/** `under` is what was heard at the last heading. */
export function hearBlockClaims(passage: Passage, marks: readonly Mark[], book: WordBook, under: Hearing, now: number): HeardBlock {
  const hearing = hearBlock(under, now);
  const sentences = sentencesOf(marks, passage);
  const claims: Claim[] = [];
  let gapFrom = 0;
  let clauseFrom = 0;
  for (const [index, mark] of marks.entries()) {
    const sentence = sentences[index] ?? { start: 0, end: 0 };
    if (mark.kind === 'quantity') {
      const before = marks.slice(Math.max(gapFrom, index - marksBefore), index);
      const family = findFamily({ figure: mark, before, after: marksFollowing(marks, index), book, hearing });
      if (family === null) hearStranger(hearing, mark);
      else claims.push({ says: 'count', ...family, figure: mark, sentence, breadth: breadthOf(hearing, family.rule, book) });
      gapFrom = index + 1;
    }
    hearMark(hearing, mark, passage.text, book);
    if (mark.kind !== 'stop') continue;
    claims.push(...denialsIn(marks.slice(clauseFrom, index), { sentence, book, hearing }));
    hearStop(hearing, mark.level, isTitle(sentence, passage.text));
    gapFrom = index + 1;
    clauseFrom = index + 1;
  }
  const sentence = sentences.at(-1) ?? { start: 0, end: 0 };
  claims.push(...denialsIn(marks.slice(clauseFrom), { sentence, book, hearing }));
  return { passage, marks, sentences, claims, hearing };
}

/** Up to the next stop or bracket. What another figure follows belongs to that figure. */
function marksFollowing(marks: readonly Mark[], index: number): readonly Mark[] {
  const following = marks.slice(index + 1, index + 1 + marksAfter);
  const end = following.findIndex((mark) => mark.kind === 'stop' || mark.kind === 'bracket' || mark.kind === 'quantity');
  if (end < 0) return following;
  return following[end]?.kind === 'quantity' ? [] : following.slice(0, end);
}

function breadthOf(hearing: Hearing, rule: CountFamily | NoneFamily, book: WordBook): Breadth {
  const each = book.rules.indexOf(rule);
  if (isHeardSince(hearing.part[each], hearing.partFrom)) return 'part';
  return isHeardSince(hearing.scope[each], hearing.partFrom) ? 'scope' : 'whole';
}

type Clause = { readonly sentence: Range; readonly book: WordBook; readonly hearing: Hearing };

/** 「未收到政府信息公开申请」: a clause without a figure in which a denying word and its object stand. */
function denialsIn(clause: readonly Mark[], { sentence, book, hearing }: Clause): readonly Claim[] {
  if (!isOfReportYear(hearing, book)) return [];
  const denied = new Map<number, Range>();
  const objects = new Map<number, Range>();
  const excluded = new Set<number>();
  let hasFigure = false;
  for (const mark of clause) {
    if (mark.kind === 'quantity') hasFigure = true;
    if (mark.kind !== 'word') continue;
    if (mark.word.grammar.has('comparison') || mark.word.grammar.has('period')) return [];
    for (const each of rulesWith(mark.word, 'verb')) if (!denied.has(each)) denied.set(each, mark);
    for (const each of [...rulesWith(mark.word, 'object'), ...mark.word.completes]) objects.set(each, mark);
    for (const each of [...rulesWith(mark.word, 'exclude'), ...rulesWith(mark.word, 'beside')]) excluded.add(each);
  }
  return [...denied].flatMap(([each, verb]): readonly Claim[] => {
    const rule = book.rules[each];
    if (rule?.reads !== 'none' || excluded.has(each)) return [];
    // 「行政复议2件，均维持原答复」 speaks of a subject that was named, and counted, before.
    const isCarried = rule.reach !== 'clause' && isSubjectOf(each, hearing);
    const object = rule.objects.length === 0 || isCarried ? verb : objects.get(each);
    if (object === undefined || (hasFigure && rule.reach === 'clause')) return [];
    const words = { start: Math.min(verb.start, object.start), end: Math.max(verb.end, object.end) };
    return [{ says: 'none', rule, words, sentence, breadth: breadthOf(hearing, rule, book) }];
  });
}

function isSubjectOf(each: number, { object, exclude, sentenceFrom }: Hearing): boolean {
  return isHeardSince(object[each], sentenceFrom) && (object[each] ?? -1) > (exclude[each] ?? -1);
}
