/**
 * Which family a figure belongs to: the word nearest to it decides, then the longest word, then the order of the rules.
 * Between that word and the figure nothing may stand that is not known; what is not certain is not judged.
 */
import type { CountFamily } from './flat-rule.ts';
import { isHeardSince, isOfReportYear, type Hearing } from './hearing.ts';
import type { LexiconWord } from './lexicon.ts';
import type { Figure, Mark } from './marks.ts';
import type { WordBook } from './word-book.ts';
import { verbRoles } from './word-roles.ts';

/** A figure with the marks before it (since the last figure or stop) and after it (up to the next stop). */
export type Surroundings = { readonly figure: Figure; readonly before: readonly Mark[]; readonly after: readonly Mark[] };

export type FoundFamily = {
  readonly rule: CountFamily;
  /** 「予以公开及部分公开10件」: the families that are counted together with it. */
  readonly joined: readonly CountFamily[];
  /** 「收到并答复12件」: totals that it may be as well. */
  readonly either: readonly CountFamily[];
};

type Context = Surroundings & { readonly book: WordBook; readonly hearing: Hearing };

export function findFamily(context: Context): FoundFamily | null {
  const { before, hearing, book } = context;
  const isUnfit = before.some((mark) => mark.kind === 'word' && isAgainst(mark.word));
  if (isUnfit || !isOfReportYear(hearing, book)) return null;
  return familyBefore(context) ?? familyAfter(context);
}

function familyBefore(context: Context): FoundFamily | null {
  const { before } = context;
  let isNear = true;
  const nearObjects = new Set<number>();
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const mark = before[index];
    if (mark === undefined || mark.kind === 'unknown') {
      isNear = false;
      continue;
    }
    if (mark.kind !== 'word') continue;
    for (const each of mark.word.roles.counts) {
      const rule = countRule(context.book, each);
      const reaches = isNear || (rule?.between === 'any' && nearObjects.has(each));
      if (reaches && rule !== null && fits(context, each, rule, mark.word))
        return foundFamily(rule, joinedBefore(context, index, each, rule));
    }
    if (isNear) for (const each of mark.word.roles.object) nearObjects.add(each);
  }
  return null;
}

/** 「其中6件结转下一年度」 */
function familyAfter(context: Context): FoundFamily | null {
  const first = context.after.find((mark) => !isFiller(mark));
  if (first?.kind !== 'word') return null;
  for (const each of first.word.roles.counts) {
    const rule = countRule(context.book, each);
    if (rule !== null && fits(context, each, rule, first.word)) return foundFamily(rule, []);
  }
  return null;
}

/** Parts are added up where they are joined; totals, which no list holds, are named side by side. */
function foundFamily(rule: CountFamily, others: readonly CountFamily[]): FoundFamily {
  return rule.lists === 'read' ? { rule, joined: others, either: [] } : { rule, joined: [], either: others };
}

function fits(context: Context, each: number, rule: CountFamily, verb: LexiconWord): boolean {
  const { figure, before, after, hearing } = context;
  if (!rule.units.includes(figure.quantity.unit)) return false;
  if (rule.lists === 'skip' && (hearing.list !== null || figure.depth > 0)) return false;
  if ([...before, ...knownRun(after)].some((mark) => isRuledOut(mark, each))) return false;
  if (figure.quantity.numerals === 'chinese' && after[0]?.kind === 'unknown') return false;
  if (rule.objects.length === 0) return !isHeardSince(hearing.exclude[each], hearing.ownSentenceFrom);
  const objectAt = hearing.object[each] ?? -1;
  const isBeside =
    verb.completes.includes(each) ||
    before.some((mark) => isRole(mark, 'object', each)) ||
    knownRun(after).some((mark) => isRole(mark, 'object', each));
  if (isBeside) return true;
  // 「收到12件建议」: the thing counted is named after the figure, and it is not the subject carried over.
  if (rule.reach === 'clause' || after[0]?.kind === 'unknown') return false;
  const from = rule.reach === 'block' ? 0 : hearing.sentenceFrom;
  // 「受理低保申请76件，办结70件」 under the heading 依申请公开: what is counted has changed without a word that is known.
  const hasChanged = rule.lists === 'skip' && rule.units.some((unit) => (hearing.strangers.get(unit) ?? -1) > objectAt);
  return isHeardSince(objectAt, from) && objectAt > (hearing.exclude[each] ?? -1) && !hasChanged;
}

/** Families of the same sort joined to the word at `index` by 及, 和, 或, 并 or 、 alone. */
function joinedBefore({ before, book }: Context, index: number, each: number, { lists }: CountFamily): readonly CountFamily[] {
  const joined: CountFamily[] = [];
  let isJoined = false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const mark = before[at];
    if (mark === undefined || mark.kind === 'unknown') break;
    if (mark.kind === 'pause' ? mark.sign === 'joint' : mark.kind === 'word' && mark.word.grammar.joint) {
      isJoined = true;
      continue;
    }
    if (mark.kind !== 'word') break;
    const others = isRuledOut(mark, each) ? [] : mark.word.roles.counts.filter((rule) => rule !== each);
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

function knownRun(marks: readonly Mark[]): readonly Mark[] {
  const end = marks.findIndex((mark) => mark.kind === 'unknown');
  return end < 0 ? marks : marks.slice(0, end);
}

function isRuledOut(mark: Mark, rule: number): boolean {
  return isRole(mark, 'exclude', rule) || isRole(mark, 'beside', rule);
}

function isRole(mark: Mark, role: 'object' | 'exclude' | 'beside', rule: number): boolean {
  return mark.kind === 'word' && mark.word.roles[role].includes(rule);
}

function isFiller(mark: Mark): boolean {
  if (mark.kind === 'pause') return true;
  return mark.kind === 'word' && mark.word.grammar.filler && verbRoles.every((role) => mark.word.roles[role].length === 0);
}

function isAgainst({ grammar }: LexiconWord): boolean {
  return grammar.comparison || grammar.respectively;
}
