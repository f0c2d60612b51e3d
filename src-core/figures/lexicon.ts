/** The words of all rules in one tree, so that a text is read once, the longest word first. */
import type { FlatRule } from './flat-rule.ts';
import { grammarWords, type GrammarRole } from './grammar-words.ts';
import { spellingsOf } from './year-words.ts';

/** What a word is to a rule. */
export type WordRole =
  | 'verb'
  | 'object'
  | 'exclude'
  | 'beside'
  | 'part'
  | 'scope'
  | 'denial'
  | 'opens'
  | 'closes'
  | 'ends'
  | 'open'
  | 'against'
  | 'rising'
  | 'falling'
  | 'channel';

export type LexiconWord = {
  readonly text: string;
  readonly grammar: Set<GrammarRole>;
  /** The rules, by their index, to which the word is something. */
  readonly roles: Map<WordRole, number[]>;
  /** Rules whose object stands inside this verb (收政府信息公开申请). */
  readonly completes: Set<number>;
};

type Node = { readonly next: Map<string, Node>; word: LexiconWord | null };

export type Lexicon = { readonly root: Node; readonly words: Set<LexiconWord> };

export function buildLexicon(rules: readonly FlatRule[], reportYear: number | null): Lexicon {
  const lexicon: Lexicon = { root: { next: new Map(), word: null }, words: new Set() };
  for (const role of Object.keys(grammarWords) as GrammarRole[]) {
    for (const text of grammarWords[role].split(' ')) wordAt(lexicon, text).grammar.add(role);
  }
  const spelt = new Map<string, readonly LexiconWord[]>();
  const wordsOf = (listed: string): readonly LexiconWord[] => {
    const known = spelt.get(listed) ?? spellingsOf(listed, reportYear).map((text) => wordAt(lexicon, text));
    spelt.set(listed, known);
    return known;
  };
  for (const [index, rule] of rules.entries()) {
    for (const [role, list] of wordListsOf(rule)) {
      for (const word of list.flatMap(wordsOf)) addRole(word, role, index);
    }
    if (!('objects' in rule)) continue;
    for (const word of rule.verbs.flatMap(wordsOf)) {
      if (rule.objects.some((object) => word.text.includes(object))) word.completes.add(index);
    }
  }
  spreadExcludes(lexicon);
  return lexicon;
}

/** Rules come in order, so a word that has the role for this rule has it last. */
function addRole(word: LexiconWord, role: WordRole, rule: number): void {
  const rules = word.roles.get(role);
  if (rules === undefined) word.roles.set(role, [rule]);
  else if (rules.at(-1) !== rule) rules.push(rule);
}

/** A word that contains what rules a family out (行政复议 in 行政复议申请) rules it out as well, unless it is the family's own. */
function spreadExcludes(lexicon: Lexicon): void {
  const added = [...lexicon.words].map((word) => {
    const own = new Set([...rulesWith(word, 'verb'), ...rulesWith(word, 'object')]);
    const inside = wordsInside(lexicon, word);
    const inherit = (role: WordRole) => inside.flatMap((each) => rulesWith(each, role)).filter((rule) => !own.has(rule));
    return { word, exclude: inherit('exclude'), beside: inherit('beside') };
  });
  for (const { word, exclude, beside } of added) {
    if (exclude.length > 0) word.roles.set('exclude', [...new Set([...rulesWith(word, 'exclude'), ...exclude])]);
    if (beside.length > 0) word.roles.set('beside', [...new Set([...rulesWith(word, 'beside'), ...beside])]);
  }
}

function wordsInside(lexicon: Lexicon, { text }: LexiconWord): readonly LexiconWord[] {
  const inside: LexiconWord[] = [];
  for (let start = 0; start < text.length; start += 1) {
    let node: Node | undefined = lexicon.root;
    for (let index = start; index < text.length; index += 1) {
      node = node.next.get(text.charAt(index));
      if (node === undefined) break;
      if (node.word !== null && node.word.text !== text) inside.push(node.word);
    }
  }
  return inside;
}

/** The longest word that begins at `at`. */
export function longestWord(lexicon: Lexicon, text: string, at: number): LexiconWord | null {
  let node: Node | undefined = lexicon.root;
  let longest: LexiconWord | null = null;
  for (let index = at; index < text.length; index += 1) {
    node = node.next.get(text.charAt(index));
    if (node === undefined) break;
    longest = node.word ?? longest;
  }
  return longest;
}

/** The rules to which the word is this. */
export function rulesWith(word: LexiconWord, role: WordRole): readonly number[] {
  return word.roles.get(role) ?? [];
}

function wordAt(lexicon: Lexicon, text: string): LexiconWord {
  let node = lexicon.root;
  for (const character of text.split('')) {
    let next = node.next.get(character);
    if (next === undefined) {
      next = { next: new Map(), word: null };
      node.next.set(character, next);
    }
    node = next;
  }
  node.word ??= { text, grammar: new Set(), roles: new Map(), completes: new Set() };
  lexicon.words.add(node.word);
  return node.word;
}

function wordListsOf(rule: FlatRule): readonly (readonly [WordRole, readonly string[]])[] {
  switch (rule.reads) {
    case 'count':
    case 'none':
      return [
        ['verb', rule.verbs],
        ['object', rule.objects],
        ['exclude', rule.excludes],
        ['beside', rule.beside],
        ['part', rule.parts],
        ['scope', rule.scope?.words ?? []],
      ];
    case 'share':
      return [
        ['verb', rule.verbs],
        ['exclude', rule.excludes],
      ];
    case 'growth':
      return [
        ['against', rule.against],
        ['rising', rule.rising],
        ['falling', rule.falling],
      ];
    case 'parts':
      return [
        ['opens', rule.opens],
        ['closes', rule.closes],
        ['ends', rule.ends],
        ['open', rule.open],
      ];
    case 'fee':
      return [
        ['verb', rule.verbs],
        ['denial', rule.denials],
        ['object', rule.objects],
        ['exclude', rule.excludes],
      ];
    case 'repeated':
      return [
        ['verb', rule.verbs],
        ['channel', rule.channels],
      ];
  }
}
