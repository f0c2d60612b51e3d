/** The words of all rules in one tree, so that a text is read once, the longest word first. */
import { beginningsOf, branchAt, type Beginnings } from './beginnings.ts';
import type { FlatRule } from './flat-rule.ts';
import { grammarRoles, grammarWords, type GrammarRole } from './grammar-words.ts';
import { ownRoles, wordListsOf, wordRoles, type WordRole } from './word-roles.ts';
import { spellingsOf } from './year-words.ts';

export type LexiconWord = {
  readonly text: string;
  readonly grammar: Readonly<Record<GrammarRole, boolean>>;
  /** The rules, by their index, to which the word is something. */
  readonly roles: Readonly<Record<WordRole, readonly number[]>>;
  /** Rules whose object stands inside this verb (收政府信息公开申请). */
  readonly completes: readonly number[];
  /** 其中, 分别为: some rule's lists begin here. */
  readonly opensList: boolean;
};

type Writable = { -readonly [K in keyof LexiconWord]: LexiconWord[K] } & {
  readonly grammar: Record<GrammarRole, boolean>;
  readonly roles: Record<WordRole, number[]>;
};
/** The branches are found by character code; null where there are none. */
export type Node = { next: Map<number, Node> | null; word: Writable | null };

export type Lexicon = { readonly root: Node; readonly beginnings: Beginnings };

/** Shared by all words: it is replaced, never filled. */
const none: number[] = [];
const noGrammar = Object.fromEntries(grammarRoles.map((role) => [role, false])) as Record<GrammarRole, boolean>;
const noRoles = Object.fromEntries(wordRoles.map((role) => [role, none])) as Record<WordRole, number[]>;

/** `signs` are characters that mean something by themselves, and are looked for besides the words. */
export function buildLexicon(rules: readonly FlatRule[], reportYear: number | null, signs: string): Lexicon {
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
  return { root, beginnings: beginningsOf(root, signs) };
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

/** The longest word that begins at `at`. */
export function longestWord({ root, beginnings }: Lexicon, text: string, at: number): LexiconWord | null {
  let node: Node | null | undefined = branchAt(beginnings, text, at);
  let longest: LexiconWord | null = null;
  for (let index = at + 2; node !== null && node !== undefined; index += 1) {
    longest = node.word ?? longest;
    node = node.next?.get(text.charCodeAt(index));
  }
  return longest ?? root.next?.get(text.charCodeAt(at))?.word ?? null;
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
  const word: Writable = { text, grammar: { ...noGrammar }, roles: { ...noRoles }, completes: none, opensList: false };
  node.word = word;
  words.push(word);
  return word;
}
