/**
 * Which family a figure belongs to: the word nearest to it decides, then the longest word, then the order of the rules.
 * Between that word and the figure nothing may stand that is not known; what is not certain is not judged.
 */
import type { CountFamily } from './flat-rule.ts';
import { isHeardSince, isOfReportYear, type Hearing } from './hearing.ts';
import type { LexiconWord } from './lexicon.ts';
import type { Figure, Mark, Row } from './row.ts';
import type { WordBook } from './word-book.ts';

/** A figure with the marks before it (from `before`: since the last figure or stop) and after it (up to `after`: the next stop). */
export type Surroundings = {
  readonly row: Row;
  readonly before: number;
  readonly index: number;
  readonly after: number;
  readonly figure: Figure;
};

export type FoundFamily = {
  readonly rule: CountFamily;
  /** 「予以公开及部分公开10件」: the families that are counted together with it. */
  readonly joined: readonly CountFamily[];
  /** 「收到并答复12件」: totals that it may be as well. */
  readonly either: readonly CountFamily[];
};

type Context = Surroundings & { readonly book: WordBook; readonly hearing: Hearing };

export function findFamily(context: Context): FoundFamily | null {
  const { row, before, index, hearing, book } = context;
  for (let at = before; at < index; at += 1) {
    const mark = row.marks[at];
    if (mark?.kind === 'word' && isAgainst(mark)) return null;
  }
  return isOfReportYear(hearing, book) ? (familyBefore(context) ?? familyAfter(context)) : null;
}

function familyBefore(context: Context): FoundFamily | null {
  const { row, before, index } = context;
  /** From here on every mark up to the figure is known. */
  let nearFrom = before;
  let isNear = true;
  for (let at = index - 1; at >= before; at -= 1) {
    const mark = row.marks[at];
    if (isNear && mark?.kind === 'unknown') {
      isNear = false;
      nearFrom = at + 1;
    }
    if (mark?.kind !== 'word') continue;
    for (const each of mark.roles.counts) {
      const rule = countRule(context.book, each);
      const reaches = isNear || (rule?.between === 'any' && isObjectWithin(row, nearFrom, index, each));
      if (reaches && rule !== null && fits(context, each, rule, mark)) return foundFamily(rule, joinedBefore(context, at, each, rule));
    }
  }
  return null;
}

function isObjectWithin({ marks }: Row, from: number, to: number, each: number): boolean {
  for (let at = from; at < to; at += 1) {
    const mark = marks[at];
    if (mark?.kind === 'word' && mark.roles.object.includes(each)) return true;
  }
  return false;
}

/** 「其中6件结转下一年度」 */
function familyAfter(context: Context): FoundFamily | null {
  const { row, index, after } = context;
  let at = index + 1;
  while (at < after && isFiller(row.marks[at])) at += 1;
  const first = at < after ? row.marks[at] : undefined;
  if (first?.kind !== 'word') return null;
  for (const each of first.roles.counts) {
    const rule = countRule(context.book, each);
    if (rule !== null && fits(context, each, rule, first)) return foundFamily(rule, []);
  }
  return null;
}

/** Parts are added up where they are joined; totals, which no list holds, are named side by side. */
function foundFamily(rule: CountFamily, others: readonly CountFamily[]): FoundFamily {
  return rule.lists === 'read' ? { rule, joined: others, either: [] } : { rule, joined: [], either: others };
}

function fits({ row, before, index, after, figure, hearing }: Context, each: number, rule: CountFamily, verb: LexiconWord): boolean {
  if (!rule.units.includes(figure.quantity.unit)) return false;
  if (rule.lists === 'skip' && (hearing.list !== null || figure.depth > 0)) return false;
  const knownAfter = endOfKnown(row, index + 1, after);
  if (isRuledOutWithin(row, before, index, each) || isRuledOutWithin(row, index + 1, knownAfter, each)) return false;
  const isUnknownAfter = knownAfter === index + 1 && knownAfter < after;
  if (figure.quantity.numerals === 'chinese' && isUnknownAfter) return false;
  if (rule.objects.length === 0) return !isHeardSince(hearing.exclude[each], hearing.ownSentenceFrom);
  const objectAt = hearing.object[each] ?? -1;
  const isBeside =
    verb.completes.includes(each) || isObjectWithin(row, before, index, each) || isObjectWithin(row, index + 1, knownAfter, each);
  if (isBeside) return true;
  // 「收到12件建议」: the thing counted is named after the figure, and it is not the subject carried over.
  if (rule.reach === 'clause' || isUnknownAfter) return false;
  const from = rule.reach === 'block' ? 0 : hearing.sentenceFrom;
  // 「受理低保申请76件，办结70件」 under the heading 依申请公开: what is counted has changed without a word that is known.
  const hasChanged = rule.lists === 'skip' && rule.units.some((unit) => (hearing.strangers.get(unit) ?? -1) > objectAt);
  return isHeardSince(objectAt, from) && objectAt > (hearing.exclude[each] ?? -1) && !hasChanged;
}

/** Families of the same sort joined to the word at `index` by 及, 和, 或, 并 or 、 alone. */
function joinedBefore({ row, before, book }: Context, index: number, each: number, { lists }: CountFamily): readonly CountFamily[] {
  const joined: CountFamily[] = [];
  let isJoined = false;
  for (let at = index - 1; at >= before; at -= 1) {
    const mark = row.marks[at];
    if (mark === undefined || mark.kind === 'unknown') break;
    if (mark.kind === 'pause' ? mark.sign === 'joint' : mark.kind === 'word' && mark.grammar.joint) {
      isJoined = true;
      continue;
    }
    if (mark.kind !== 'word') break;
    const others = isRuledOut(mark, each) ? [] : mark.roles.counts.filter((rule) => rule !== each);
    const other = others.map((rule) => countRule(book, rule)).find((rule) => rule?.lists === lists);
    if (other !== undefined && other !== null && isJoined) {
      joined.push(other);
      isJoined = false;
    } else if (!isFiller(mark)) break;
  }
  return joined;
}

/** The rule of a verb that counts. */
function countRule({ rules }: WordBook, each: number): CountFamily | null {
  const rule = rules[each];
  return rule?.reads === 'count' ? rule : null;
}

/** Where the first unknown mark stands between two places; the second place where there is none. */
function endOfKnown({ marks }: Row, from: number, to: number): number {
  let end = from;
  while (end < to && marks[end]?.kind !== 'unknown') end += 1;
  return end;
}

function isRuledOutWithin({ marks }: Row, from: number, to: number, rule: number): boolean {
  for (let at = from; at < to; at += 1) {
    const mark = marks[at];
    if (mark?.kind === 'word' && isRuledOut(mark, rule)) return true;
  }
  return false;
}

function isRuledOut({ roles }: LexiconWord, rule: number): boolean {
  return roles.exclude.includes(rule) || roles.beside.includes(rule);
}

function isFiller(mark: Mark | undefined): boolean {
  return mark?.kind === 'pause' || (mark?.kind === 'word' && mark.isFiller);
}

function isAgainst({ grammar }: LexiconWord): boolean {
  return grammar.comparison || grammar.respectively;
}
