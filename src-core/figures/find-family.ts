/**
 * Which family a figure belongs to: the word nearest to it decides, then the longest word, then the order of the rules.
 * Between that word and the figure nothing may stand that is not known; what is not certain is not judged.
 */
import type { CountFamily } from './flat-rule.ts';
import { isHeardSince, isOfReportYear, type Hearing } from './hearing.ts';
import { rulesWith, type LexiconWord } from './lexicon.ts';
import type { Mark } from './marks.ts';
import type { WordBook } from './word-book.ts';

export type Figure = Mark & { readonly kind: 'quantity' };

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
    for (const [each, rule] of countRules(mark.word, context.book)) {
      const reaches = isNear || (rule.between === 'any' && nearObjects.has(each));
      if (reaches && fits(context, each, rule, mark.word)) return foundFamily(rule, joinedBefore(context, index, each));
    }
    if (isNear) for (const each of rulesWith(mark.word, 'object')) nearObjects.add(each);
  }
  return null;
}

/** 「其中6件结转下一年度」 */
function familyAfter(context: Context): FoundFamily | null {
  const first = context.after.find((mark) => !isFiller(mark));
  if (first?.kind !== 'word') return null;
  for (const [each, rule] of countRules(first.word, context.book)) {
    if (fits(context, each, rule, first.word)) return foundFamily(rule, []);
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
    verb.completes.has(each) ||
    before.some((mark) => isRole(mark, 'object', each)) ||
    knownRun(after).some((mark) => isRole(mark, 'object', each));
  if (isBeside) return true;
  // 「收到12件建议」: the thing counted is named after the figure, and it is not the subject carried over.
  if (rule.reach === 'clause' || after[0]?.kind === 'unknown') return false;
  const from = rule.reach === 'block' ? hearing.blockFrom : hearing.sentenceFrom;
  // 「受理低保申请76件，办结70件」 under the heading 依申请公开: what is counted has changed without a word that is known.
  const hasChanged = rule.lists === 'skip' && rule.units.some((unit) => (hearing.strangers.get(unit) ?? -1) > objectAt);
  return isHeardSince(objectAt, from) && objectAt > (hearing.exclude[each] ?? -1) && !hasChanged;
}

/** Families of the same sort joined to the word at `index` by 及, 和, 或, 并 or 、 alone. */
function joinedBefore({ before, book }: Context, index: number, each: number): readonly CountFamily[] {
  const own = book.rules[each];
  const joined: CountFamily[] = [];
  let isJoined = false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const mark = before[at];
    if (mark === undefined || mark.kind === 'unknown') break;
    if (mark.kind === 'pause' ? mark.isJoint : mark.kind === 'word' && mark.word.grammar.has('joint')) {
      isJoined = true;
      continue;
    }
    if (mark.kind !== 'word') break;
    const other = countRules(mark.word, book).find(
      ([rule, { lists }]) => rule !== each && own?.reads === 'count' && lists === own.lists && !isRuledOut(mark, each),
    );
    if (other !== undefined && isJoined) {
      joined.push(other[1]);
      isJoined = false;
    } else if (!isFiller(mark)) break;
  }
  return joined;
}

function countRules(word: LexiconWord, { rules }: WordBook): readonly (readonly [number, CountFamily])[] {
  return rulesWith(word, 'verb').flatMap((each): (readonly [number, CountFamily])[] => {
    const rule = rules[each];
    return rule?.reads === 'count' ? [[each, rule]] : [];
  });
}

function knownRun(marks: readonly Mark[]): readonly Mark[] {
  const end = marks.findIndex((mark) => mark.kind === 'unknown');
  return end < 0 ? marks : marks.slice(0, end);
}

function isRuledOut(mark: Mark, rule: number): boolean {
  return isRole(mark, 'exclude', rule) || isRole(mark, 'beside', rule);
}

function isRole(mark: Mark, role: 'object' | 'exclude' | 'beside', rule: number): boolean {
  return mark.kind === 'word' && rulesWith(mark.word, role).includes(rule);
}

function isFiller(mark: Mark): boolean {
  return mark.kind === 'pause' || (mark.kind === 'word' && mark.word.grammar.has('filler') && !mark.word.roles.has('verb'));
}

function isAgainst({ grammar }: LexiconWord): boolean {
  return grammar.has('comparison') || grammar.has('respectively');
}
