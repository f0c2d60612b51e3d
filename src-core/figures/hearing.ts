/** What has been said so far, as a reader keeps it in mind: the subject of each rule, the year, an open list. */
import { rulesWith, type LexiconWord } from './lexicon.ts';
import type { Mark } from './marks.ts';
import type { WordBook } from './word-book.ts';

/** Times are counts of marks since the section began; −1 is never. */
export type Hearing = {
  now: number;
  blockFrom: number;
  /** With the heading, or the title sentence, that stands before it. */
  sentenceFrom: number;
  ownSentenceFrom: number;
  /** Since the last 。 or ；. */
  partFrom: number;
  readonly object: number[];
  readonly exclude: number[];
  readonly part: number[];
  readonly scope: number[];
  /** When a figure without a family was last heard, by its unit. */
  readonly strangers: Map<string, number>;
  /** A word such as 上半年 was heard. */
  period: number;
  /** The year that the sentence names, if any. */
  year: number | null;
  /** How many brackets were open where 其中 began a list. */
  list: number | null;
};

const never = -1;
const joints = '、和及与或';

export function newHearing(book: WordBook): Hearing {
  const times = () => book.rules.map(() => never);
  return {
    now: 0,
    blockFrom: 0,
    sentenceFrom: 0,
    ownSentenceFrom: 0,
    partFrom: 0,
    object: times(),
    exclude: times(),
    part: times(),
    scope: times(),
    strangers: new Map(),
    period: never,
    year: null,
    list: null,
  };
}

/** A new block remembers its heading (`under`) and nothing of the blocks between. */
export function hearBlock(under: Hearing, now: number): Hearing {
  const { object, exclude, part, scope } = under;
  return {
    ...under,
    now,
    ownSentenceFrom: now,
    object: [...object],
    exclude: [...exclude],
    part: [...part],
    scope: [...scope],
    strangers: new Map(),
    list: null,
    year: null,
  };
}

export function hearMark(hearing: Hearing, mark: Mark, text: string, book: WordBook): void {
  hearing.now += 1;
  if (mark.kind === 'year' && !mark.isTitled) hearing.year = mark.year;
  if (mark.kind === 'bracket' && mark.way === 'close' && hearing.list === mark.depth) hearing.list = null;
  if (mark.kind === 'word') hearWord(hearing, mark, mark.word, text, book);
}

function hearWord(hearing: Hearing, mark: Mark, word: LexiconWord, text: string, book: WordBook): void {
  const { now } = hearing;
  for (const rule of rulesWith(word, 'object')) hearing.object[rule] = now;
  for (const rule of word.completes) hearing.object[rule] = now;
  // What a remark in brackets adds is gone when it ends: 「收到36件(其中网上20件)，办结35件」, 「区政府(含办公室)」.
  if (mark.depth === 0) hearSubject(hearing, mark, word, text, book);
  if (word.grammar.has('period')) hearing.period = now;
  if (word.roles.has('opens') || word.roles.has('closes')) hearing.list ??= mark.depth;
}

function hearSubject(hearing: Hearing, mark: Mark, word: LexiconWord, text: string, book: WordBook): void {
  const { now } = hearing;
  for (const rule of rulesWith(word, 'exclude')) hearing.exclude[rule] = now;
  // 「通过网络、信函等方式」 names all channels, 「网络收到」 only one.
  const isOneOfSeveral = joints.includes(text.charAt(mark.start - 1) || ' ') || `${joints}等`.includes(text.charAt(mark.end) || ' ');
  if (isOneOfSeveral) return;
  for (const rule of rulesWith(word, 'part')) hearing.part[rule] = now;
  // An office whose own name says so reports for itself.
  if (!book.unitName.includes(word.text)) for (const rule of rulesWith(word, 'scope')) hearing.scope[rule] = now;
}

/** A figure without a family: of parts of what was said, or in the open of something else. */
export function hearStranger(hearing: Hearing, figure: Mark & { readonly kind: 'quantity' }): void {
  if (hearing.list === null && figure.depth === 0) hearing.strangers.set(figure.quantity.unit, hearing.now + 1);
}

/** After a stop: what a heading or a short title sentence (`isTitle`) said belongs to what follows it. */
export function hearStop(hearing: Hearing, level: 'clause' | 'part' | 'sentence', isTitle: boolean): void {
  if (level === 'clause') return;
  hearing.list = null;
  hearing.partFrom = hearing.now;
  if (level === 'part') return;
  hearing.ownSentenceFrom = hearing.now;
  if (isTitle) return;
  hearing.sentenceFrom = hearing.now;
  hearing.year = null;
}

export function isHeardSince(time: number | undefined, from: number): boolean {
  return time !== undefined && time >= from && time !== never;
}

/** True when the sentence speaks of the report's year, or of none. */
export function isOfReportYear({ year, period, sentenceFrom }: Hearing, { reportYear }: WordBook): boolean {
  return !isHeardSince(period, sentenceFrom) && (year === null || reportYear === null || year === reportYear);
}
