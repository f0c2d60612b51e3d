/** What has been said so far, as a reader keeps it in mind: the subject of each rule, the year, an open list. */
import type { LexiconWord } from './lexicon.ts';
import { depthOf, endOf, startOf, type Figure, type Row } from './row.ts';
import { never, type WordBook } from './word-book.ts';

/** Times are counts of marks since the heading began; −1 is never. */
export type Hearing = {
  /** Whose report it is: an office whose own name says 办公室 reports for itself. */
  unitName: string;
  now: number;
  /** With the heading, or the title sentence, that stands before it. */
  sentenceFrom: number;
  ownSentenceFrom: number;
  /** Since the last 。 or ；. */
  partFrom: number;
  readonly object: Int32Array;
  readonly exclude: Int32Array;
  readonly part: Int32Array;
  readonly scope: Int32Array;
  /** When a figure without a family was last heard, by its unit. */
  readonly strangers: Map<string, number>;
  /** A word such as 上半年 was heard. */
  period: number;
  /** The year that the sentence names, if any. */
  year: number | null;
  /** How many brackets were open where 其中 began a list. */
  list: number | null;
};

const joints = '、和及与或';

export function newHearing({ silence }: WordBook, unitName: string): Hearing {
  return {
    unitName,
    now: 0,
    sentenceFrom: 0,
    ownSentenceFrom: 0,
    partFrom: 0,
    object: silence.slice(),
    exclude: silence.slice(),
    part: silence.slice(),
    scope: silence.slice(),
    strangers: new Map(),
    period: never,
    year: null,
    list: null,
  };
}

/** Of the blocks that are no headings: nothing of them is kept in mind, so they are heard at one desk. */
const desks = new WeakMap<WordBook, Hearing>();

/** A new block remembers its heading (`under`), if it has one, and nothing of the blocks between. Holds until the next block. */
export function hearBlock(under: Hearing | null, book: WordBook, unitName: string): Hearing {
  const desk = desks.get(book) ?? newHearing(book, unitName);
  desks.set(book, desk);
  const { silence } = book;
  const now = under === null ? 0 : under.now + 1;
  desk.unitName = unitName;
  desk.now = now;
  desk.sentenceFrom = under?.sentenceFrom ?? 0;
  desk.ownSentenceFrom = now;
  desk.partFrom = under?.partFrom ?? 0;
  desk.object.set(under?.object ?? silence);
  desk.exclude.set(under?.exclude ?? silence);
  desk.part.set(under?.part ?? silence);
  desk.scope.set(under?.scope ?? silence);
  desk.strangers.clear();
  desk.period = under?.period ?? never;
  desk.year = null;
  desk.list = null;
  return desk;
}

/** The mark at `index`; `text` is that of the passage. */
export function hearMark(hearing: Hearing, row: Row, index: number, text: string): void {
  hearing.now += 1;
  const mark = row.marks[index];
  if (mark?.kind === 'word') {
    if (mark.isHeard) hearWord(hearing, row, index, mark, text);
  } else if (mark?.kind === 'year') {
    if (!mark.isTitled) hearing.year = mark.year;
  } else if (mark?.kind === 'bracket' && mark.sign === 'close' && hearing.list === depthOf(row, index)) hearing.list = null;
}

function hearWord(hearing: Hearing, row: Row, index: number, word: LexiconWord, text: string): void {
  const { now } = hearing;
  const { roles, completes, grammar } = word;
  const depth = depthOf(row, index);
  note(hearing.object, roles.object, now);
  note(hearing.object, completes, now);
  if (grammar.period) hearing.period = now;
  if (word.opensList) hearing.list ??= depth;
  // What a remark in brackets adds is gone when it ends: 「收到36件(其中网上20件)，办结35件」, 「区政府(含办公室)」.
  if (depth > 0) return;
  note(hearing.exclude, roles.exclude, now);
  if ((roles.part.length === 0 && roles.scope.length === 0) || isOneOfSeveral(text, startOf(row, index), endOf(row, index))) return;
  note(hearing.part, roles.part, now);
  // An office whose own name says so reports for itself.
  if (!hearing.unitName.includes(word.text)) note(hearing.scope, roles.scope, now);
}

function note(times: Int32Array, rules: readonly number[], now: number): void {
  for (const rule of rules) times[rule] = now;
}

/** 「通过网络、信函等方式」 names all channels, 「网络收到」 only one. */
function isOneOfSeveral(text: string, start: number, end: number): boolean {
  return (start > 0 && joints.includes(text.charAt(start - 1))) || (end < text.length && `${joints}等`.includes(text.charAt(end)));
}

/** A figure without a family: of parts of what was said, or in the open of something else. */
export function hearStranger(hearing: Hearing, figure: Figure): void {
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
