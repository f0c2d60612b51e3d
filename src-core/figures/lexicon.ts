/** The words of all rules in one tree, so that a text is read once, the longest word first. */
import type { FlatRule } from './flat-rule.ts';
import { grammarRoles, grammarWords, type GrammarRole } from './grammar-words.ts';
import { heardRoles, ownRoles, tellingRoles, verbRoles, wordListsOf, wordRoles, type WordRole } from './word-roles.ts';
import { wordAutomaton } from './word-automaton.ts';
import { spellingsOf } from './year-words.ts';

export type LexiconWord = {
  readonly kind: 'word';
  readonly text: string;
  readonly grammar: Readonly<Record<GrammarRole, boolean>>;
  /** The rules, by their index, to which the word is something. */
  readonly roles: Readonly<Record<WordRole, readonly number[]>>;
  /** Rules whose object stands inside this verb (收政府信息公开申请). */
  readonly completes: readonly number[];
  /** 其中, 分别为: some rule's lists begin here. */
  readonly opensList: boolean;
  /** A reader keeps it in mind (`hearing.ts`): most words only fill the gaps between others. */
  readonly isHeard: boolean;
  /** It denies, opens a list, or names the fee or a channel: what a block is looked through for. */
  readonly isTelling: boolean;
  /** It may stand between a family's word and its figure, and says nothing itself. */
  readonly isFiller: boolean;
};

type Writable = { -readonly [K in keyof LexiconWord]: LexiconWord[K] } & {
  readonly grammar: Record<GrammarRole, boolean>;
  readonly roles: Record<WordRole, number[]>;
};
/** The branches are found by character code; null where there are none. */
type Node = { next: Map<number, Node> | null; word: Writable | null };

export type Lexicon = {
  readonly words: readonly (LexiconWord | null)[];
  readonly states: Int32Array;
  /** By the number of a word its length, and whether it `isNoticed`: what is asked of every word stands close together. */
  readonly sizes: Int32Array;
  /**
   * By character code all that is to be known of a character, so that one look-up tells it: the letter of words that it
   * is in the low 16 bits, whether words begin with it, whether a block may be read for what begins with it, and what it
   * means by itself (`meanings`).
   */
  readonly characters: Int32Array;
};

/** In `characters`. Those that neither begin a word nor mean something by themselves are less than this. */
export const beginsWord = 1 << 16;
/** In `characters`: a number or a word that a block is read for begins with it. */
export const mayTell = 1 << 17;
/** In `characters`: the meaning is what stands above this many bits. */
export const meaningShift = 18;

/** In `sizes`: the word is to be noticed; the length stands below. */
export const isNoticed = 1 << 30;

/** Shared by all words: it is replaced, never filled. */
const none: number[] = [];
const noGrammar = Object.fromEntries(grammarRoles.map((role) => [role, false])) as Record<GrammarRole, boolean>;
const noRoles = Object.fromEntries(wordRoles.map((role) => [role, none])) as Record<WordRole, number[]>;

/** What characters mean by themselves, from 1: it is looked for besides the words. */
export type Meanings = ReadonlyMap<number, number>;
/** The meaning of characters with which numbers begin. */
export const meansNumber = 1;

export function buildLexicon(rules: readonly FlatRule[], reportYear: number | null, meanings: Meanings): Lexicon {
  const root: Node = { next: null, word: null };
  const words: Writable[] = [];
  const spelt = new Map<string, readonly Writable[]>();
  const wordsOf = (listed: string): readonly Writable[] => {
    const known = spelt.get(listed) ?? spellingsOf(listed, reportYear).map((text) => wordAt(root, text, words));
    spelt.set(listed, known);
    return known;
  };
  for (const role of grammarRoles) for (const text of grammarWords[role].split(' ')) wordAt(root, text, words).grammar[role] = true;
  for (const [index, rule] of rules.entries()) {
    for (const [role, list] of wordListsOf(rule)) {
      for (const word of list.flatMap(wordsOf)) addRole(word, role, index);
    }
    if (!('objects' in rule)) continue;
    for (const listed of rule.verbs) {
      for (const word of wordsOf(listed)) if (rule.objects.some((object) => word.text.includes(object))) addCompletion(word, index);
    }
  }
  spreadExcludes(root, words);
  for (const word of words) {
    word.isHeard = word.opensList || word.grammar.period || word.completes.length > 0 || hasRole(word, heardRoles);
    word.isTelling = word.opensList || hasRole(word, tellingRoles);
    word.isFiller = word.grammar.filler && !hasRole(word, verbRoles);
  }
  const { letters, states, words: inStates } = wordAutomaton(root);
  const characters = Int32Array.from(letters);
  const add = (code: number, more: number): void => {
    characters[code] = (characters[code] ?? 0) | more;
  };
  for (const code of root.next?.keys() ?? []) add(code, beginsWord);
  for (const [code, meaning] of meanings) add(code, (meaning << meaningShift) | (meaning === meansNumber ? mayTell : 0));
  for (const word of words) if (isReadFor(word)) add(word.text.charCodeAt(0), mayTell);
  return { words: inStates, states, sizes: Int32Array.from(inStates, sizeOf), characters };
}

/** A block in which such a word, or a figure, stands is read as far as the last of them. */
export function isReadFor({ roles }: LexiconWord): boolean {
  return roles.denies.length > 0 || roles.fee.length > 0;
}

function sizeOf(word: LexiconWord | null): number {
  if (word === null) return 0;
  return word.text.length | (word.isHeard || word.isTelling ? isNoticed : 0);
}

function hasRole({ roles }: LexiconWord, some: readonly WordRole[]): boolean {
  return some.some((role) => roles[role].length > 0);
}

/** Rules come in order, so a word that has the role for this rule has it last. */
function addRole(word: Writable, role: WordRole, rule: number): void {
  const { roles } = word;
  const rules = roles[role];
  if (rules.length === 0) roles[role] = [rule];
  else if (rules.at(-1) !== rule) rules.push(rule);
  if (role === 'opens' || role === 'closes') word.opensList = true;
}

function addCompletion(word: Writable, rule: number): void {
  if (word.completes.at(-1) !== rule) word.completes = [...word.completes, rule];
}

/** A word that contains what rules a family out (行政复议 in 行政复议申请) rules it out as well, unless it is the family's own. */
function spreadExcludes(root: Node, words: readonly Writable[]): void {
  const added = words.flatMap((word) => {
    const inside = wordsInside(root, word).filter(({ roles }) => roles.exclude.length > 0 || roles.beside.length > 0);
    if (inside.length === 0) return [];
    const own = new Set(ownRoles.flatMap((role) => word.roles[role]));
    const inherit = (role: 'exclude' | 'beside') => {
      const inherited = new Set(word.roles[role]);
      for (const { roles } of inside) for (const rule of roles[role]) if (!own.has(rule)) inherited.add(rule);
      return [...inherited];
    };
    return [{ word, exclude: inherit('exclude'), beside: inherit('beside') }];
  });
  for (const { word, exclude, beside } of added) Object.assign(word.roles, { exclude, beside });
}

function wordsInside(root: Node, { text }: LexiconWord): readonly LexiconWord[] {
  const inside: LexiconWord[] = [];
  for (let start = 0; start < text.length; start += 1) {
    let node: Node | undefined = root;
    for (let index = start; index < text.length; index += 1) {
      node = node.next?.get(text.charCodeAt(index));
      if (node === undefined) break;
      if (node.word !== null && node.word.text !== text) inside.push(node.word);
    }
  }
  return inside;
}

function wordAt(root: Node, text: string, words: Writable[]): Writable {
  let node = root;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    node.next ??= new Map();
    const next: Node = node.next.get(code) ?? { next: null, word: null };
    node.next.set(code, next);
    node = next;
  }
  if (node.word !== null) return node.word;
  const word: Writable = {
    kind: 'word',
    text,
    grammar: { ...noGrammar },
    roles: { ...noRoles },
    completes: none,
    opensList: false,
    isHeard: false,
    isTelling: false,
    isFiller: false,
  };
  node.word = word;
  words.push(word);
  return word;
}
