/** The longest word at a place, found in flat arrays, is the one that a look at every word finds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestWordAt, wordAutomaton, type WordAutomaton, type WordTree } from '#core/figures/word-automaton.ts';

type Node = { next: Map<number, Node> | null; word: string | null };

function treeOf(words: readonly string[]): WordTree<string> {
  const root: Node = { next: null, word: null };
  for (const word of words) {
    let node = root;
    for (let at = 0; at < word.length; at += 1) {
      node.next ??= new Map();
      const next: Node = node.next.get(word.charCodeAt(at)) ?? { next: null, word: null };
      node.next.set(word.charCodeAt(at), next);
      node = next;
    }
    node.word = word;
  }
  return root;
}

/** The letters of the text with something above them, as readers have them. */
function longestIn({ letters, states, words }: WordAutomaton<string>, text: string, at: number): string | null {
  const read = Int32Array.from({ length: text.length }, (_unused, index) => (letters[text.charCodeAt(index)] ?? 0) | 0x50000);
  return words[longestWordAt(states, read, at, text.length)] ?? null;
}

function longestByLooking(words: readonly string[], text: string, at: number): string | null {
  return words.filter((word) => text.startsWith(word, at)).toSorted((one, other) => other.length - one.length)[0] ?? null;
}

// Few letters, so that words begin, contain and follow each other; and any others.
const few = fc.string({ unit: fc.constantFrom('收', '到', '申', '请', '𠀀', 'a'), minLength: 1, maxLength: 5 });
const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 3 });

test('at every place of any text, for any words', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(few, any), { maxLength: 60 }), fc.array(fc.oneof(few, any), { maxLength: 12 }), (words, texts) => {
      const automaton = wordAutomaton(treeOf(words));
      const text = texts.join('');
      for (let at = 0; at <= text.length; at += 1) expect(longestIn(automaton, text, at)).toBe(longestByLooking(words, text, at));
    }),
    { numRuns: 200 },
  );
});

test('for thousands of words with hundreds of first letters, as rules have them', () => {
  const words = Array.from({ length: 3000 }, (_, index) =>
    String.fromCharCode(0x4e00 + (index % 700), 0x5e00 + (index % 31), 0x6e00 + index),
  );
  const automaton = wordAutomaton(treeOf(words));
  for (const word of words) expect(longestIn(automaton, `${word}了`, 0)).toBe(word);
  expect(longestIn(automaton, String.fromCharCode(0x4e00, 0x5e01, 0x6e00), 0)).toBeNull();
});
