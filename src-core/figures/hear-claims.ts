/** Reads a block from its first mark to its last: every figure whose family is certain, and every denial. */
import { findFamily, type FoundFamily } from './find-family.ts';
import type { CountFamily, NoneFamily } from './flat-rule.ts';
import { hearMark, hearStop, hearStranger, isHeardSince, isOfReportYear, type Hearing } from './hearing.ts';
import type { MarkedBlock } from './marked-block.ts';
import type { Range } from './passage.ts';
import { endOf, noticeAt, startOf, type Figure, type Row } from './row.ts';
import { isTitle, sentenceAt } from './sentences.ts';
import type { WordBook } from './word-book.ts';

/** What the sentence counts: what the table counts, one part of it, or perhaps the office alone. */
export type Breadth = 'whole' | 'part' | 'scope';

export type Claim = { readonly sentence: Range; readonly breadth: Breadth } & (
  | ({ readonly says: 'count'; readonly figure: Figure } & FoundFamily)
  | { readonly says: 'none'; readonly rule: NoneFamily; readonly words: Range }
);

/** Enough to know a figure by; a text without any punctuation is still read in one pass. */
const marksBefore = 60;
const marksAfter = 12;

/** The hearing takes in the block, as far as it has claims; all of a heading, for it is kept in mind. */
export function hearClaims(block: MarkedBlock, book: WordBook, hearing: Hearing, isHeading: boolean): readonly Claim[] {
  const { passage, row, sentences, lastTelling } = block;
  const { marks, length, noticed } = row;
  const { now } = hearing;
  const claims: Claim[] = [];
  let gapFrom = 0;
  let clauseFrom = 0;
  let sentenceFrom = 0;
  let denies = false;
  for (let each = 0; each < noticed; each += 1) {
    const index = noticeAt(row, each);
    const mark = marks[index];
    if (mark === undefined) break;
    // While most marks pass nothing is heard.
    hearing.now = now + index;
    if (mark.kind === 'quantity') {
      const before = Math.max(gapFrom, index - marksBefore);
      const family = findFamily({ figure: mark, row, before, index, after: endOfFollowing(row, index), book, hearing });
      if (family === null) hearStranger(hearing, mark);
      else {
        const breadth = breadthOf(hearing, family.rule, book);
        claims.push({ says: 'count', ...family, figure: mark, sentence: sentenceAt(sentences, mark.start), breadth });
      }
      gapFrom = index + 1;
    } else if (mark.kind === 'word' && mark.isTelling && mark.roles.denies.length > 0) denies = true;
    hearMark(hearing, row, index, passage.text);
    if (mark.kind !== 'stop') continue;
    if (denies) claims.push(...denialsIn({ row, from: clauseFrom, to: index, sentences, book, hearing }));
    const isOver = mark.sign === 'sentence';
    const end = endOf(row, index);
    hearStop(hearing, mark.sign, isOver && isTitle({ start: sentenceFrom, end }, passage.text));
    if (isOver) sentenceFrom = end;
    gapFrom = index + 1;
    clauseFrom = index + 1;
    denies = false;
    if (index > lastTelling && !isHeading) break;
  }
  hearing.now = now + length;
  if (denies) claims.push(...denialsIn({ row, from: clauseFrom, to: length, sentences, book, hearing }));
  return claims;
}

/** Up to the next stop or bracket. What another figure follows belongs to that figure. */
function endOfFollowing({ marks, length }: Row, index: number): number {
  const end = Math.min(length, index + 1 + marksAfter);
  for (let at = index + 1; at < end; at += 1) {
    const kind = marks[at]?.kind;
    if (kind === 'quantity') return index + 1;
    if (kind === 'stop' || kind === 'bracket') return at;
  }
  return end;
}

function breadthOf(hearing: Hearing, rule: CountFamily | NoneFamily, book: WordBook): Breadth {
  const each = book.rules.indexOf(rule);
  if (isHeardSince(hearing.part[each], hearing.partFrom)) return 'part';
  return isHeardSince(hearing.scope[each], hearing.partFrom) ? 'scope' : 'whole';
}

type Clause = {
  readonly row: Row;
  readonly from: number;
  readonly to: number;
  readonly sentences: readonly Range[];
  readonly book: WordBook;
  readonly hearing: Hearing;
};

/** 「未收到政府信息公开申请」: a clause without a figure in which a denying word and its object stand. */
function denialsIn({ row, from, to, sentences, book, hearing }: Clause): readonly Claim[] {
  if (!isOfReportYear(hearing, book)) return [];
  const denied = new Map<number, Range>();
  const objects = new Map<number, Range>();
  const excluded = new Set<number>();
  let hasFigure = false;
  for (let index = from; index < to; index += 1) {
    const mark = row.marks[index];
    if (mark?.kind === 'quantity') hasFigure = true;
    if (mark?.kind !== 'word') continue;
    const { grammar, roles, completes } = mark;
    if (grammar.comparison || grammar.period) return [];
    const place = { start: startOf(row, index), end: endOf(row, index) };
    for (const each of roles.denies) if (!denied.has(each)) denied.set(each, place);
    for (const each of roles.object) objects.set(each, place);
    for (const each of completes) objects.set(each, place);
    for (const each of roles.exclude) excluded.add(each);
    for (const each of roles.beside) excluded.add(each);
  }
  return [...denied].flatMap(([each, verb]): readonly Claim[] => {
    const rule = book.rules[each];
    if (rule?.reads !== 'none' || excluded.has(each)) return [];
    // 「行政复议2件，均维持原答复」 speaks of a subject that was named, and counted, before.
    const isCarried = rule.reach !== 'clause' && isSubjectOf(each, hearing);
    const object = rule.objects.length === 0 || isCarried ? verb : objects.get(each);
    if (object === undefined || (hasFigure && rule.reach === 'clause')) return [];
    const words = { start: Math.min(verb.start, object.start), end: Math.max(verb.end, object.end) };
    const sentence = sentenceAt(sentences, words.start);
    return [{ says: 'none', rule, words, sentence, breadth: breadthOf(hearing, rule, book) }];
  });
}

function isSubjectOf(each: number, { object, exclude, sentenceFrom }: Hearing): boolean {
  return isHeardSince(object[each], sentenceFrom) && (object[each] ?? -1) > (exclude[each] ?? -1);
}
