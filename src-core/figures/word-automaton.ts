/**
 * A tree of words in flat arrays (a double array, Aoe 1989), so that a text is read with two look-ups for each character.
 * State 0 is the beginning of all words; the step with a letter from a state leads to `base` of that state plus the letter,
 * if `from` says there that it is the state's own.
 */

/** What words are read from: the branches by character code, null where there are none. */
export type WordTree<Word> = { readonly next: ReadonlyMap<number, WordTree<Word>> | null; readonly word: Word | null };

export type WordAutomaton<Word> = {
  /** By character code the letter that it is among those of words, from 1; 0 for all others. */
  readonly letters: Uint16Array;
  readonly base: Int32Array;
  readonly from: Int32Array;
  /** By state the word that ends there. */
  readonly words: readonly (Word | null)[];
};

const free = -1;
/** No state is the step before the beginning. */
const beginning = -2;

export function wordAutomaton<Word>(root: WordTree<Word>): WordAutomaton<Word> {
  const letters = new Uint16Array(0x10000);
  let count = 0;
  const gather = ({ next }: WordTree<Word>): void => {
    for (const [code, node] of next ?? []) {
      if (letters[code] === 0) letters[code] = count += 1;
      gather(node);
    }
  };
  gather(root);
  return { letters, ...placeStates(root, letters, count) };
}

/** Gives every node of the tree a state such that the steps of no two of them meet. */
function placeStates<Word>(root: WordTree<Word>, letters: Uint16Array, count: number): Omit<WordAutomaton<Word>, 'letters'> {
  let base = new Int32Array(1024 + count);
  let from = new Int32Array(1024 + count).fill(free);
  from[0] = beginning;
  const words: (Word | null)[] = [root.word];
  let firstFree = 1;
  const queue: { readonly node: WordTree<Word>; readonly state: number }[] = [{ node: root, state: 0 }];
  for (const { node, state } of queue) {
    if (node.next === null) continue;
    const steps = Array.from(node.next, ([code, next]) => ({ letter: letters[code] ?? 0, next })).toSorted((a, b) => a.letter - b.letter);
    const [first = 0, last = 0] = [steps[0]?.letter, steps.at(-1)?.letter];
    while (from[firstFree] !== free) firstFree += 1;
    let start = Math.max(0, firstFree - first);
    // Past the end of the array `from` is not free but unknown, and nobody's.
    while (steps.some(({ letter }) => (from[start + letter] ?? free) !== free)) start += 1;
    // A step with any letter from any state stays within the arrays, and there is room for the next search.
    if (start + last + count + 2 > from.length) {
      base = grown(base, 0, start + last + count);
      from = grown(from, free, start + last + count);
    }
    base[state] = start;
    for (const { letter, next } of steps) {
      from[start + letter] = state;
      words[start + letter] = next.word;
      queue.push({ node: next, state: start + letter });
    }
  }
  return { base, from, words: Array.from({ length: from.length }, (_, state) => words[state] ?? null) };
}

function grown(small: Int32Array<ArrayBuffer>, filling: number, least: number): Int32Array<ArrayBuffer> {
  const large = new Int32Array(least * 2).fill(filling);
  large.set(small);
  return large;
}

/** The longest word that begins at `at`. */
export function longestWordAt<Word>({ letters, base, from, words }: WordAutomaton<Word>, text: string, at: number): Word | null {
  let state = 0;
  let longest: Word | null = null;
  for (let index = at; index < text.length; index += 1) {
    const letter = letters[text.charCodeAt(index)] ?? 0;
    if (letter === 0) break;
    const next = (base[state] ?? 0) + letter;
    if (from[next] !== state) break;
    state = next;
    longest = words[state] ?? longest;
  }
  return longest;
}
