/**
 * A tree of words in flat arrays (a double array, Aoe 1989), so that a text is read with two look-ups for each character.
 * State 0 is the beginning of all words; the step with a letter from a state leads to its base plus the letter, if that
 * place says that it is the state's own.
 */

/** What words are read from: the branches by character code, null where there are none. */
export type WordTree<Word> = { readonly next: ReadonlyMap<number, WordTree<Word>> | null; readonly word: Word | null };

export type WordAutomaton<Word> = {
  /** By character code the letter that it is among those of words, from 1; 0 for all others. */
  readonly letters: Uint16Array;
  /** Four numbers for each state, side by side as they are read: its base, whose step it is, and which of the words ends there. */
  readonly states: Int32Array;
  /** From 1. */
  readonly words: readonly (Word | null)[];
};

const laneOfBase = 0;
const laneOfOwner = 1;
const laneOfWord = 2;
/** A power of two, so that a state is a shift away. */
const lanes = 4;
const shift = 2;

const free = -1;
/** No state is the step before the beginning. */
const beginning = -2;
/** No word ends here. */
export const noWord = 0;

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
  let states = freeStates(1024 + count);
  const words: (Word | null)[] = [null];
  const enter = (state: number, owner: number, word: Word | null): void => {
    states[state * lanes + laneOfOwner] = owner;
    if (word !== null) states[state * lanes + laneOfWord] = words.push(word) - 1;
  };
  // Past the end of the array the owner is not free but unknown, and nobody's.
  const isFree = (state: number): boolean => (states[state * lanes + laneOfOwner] ?? free) === free;
  enter(0, beginning, root.word);
  let firstFree = 1;
  const queue: { readonly node: WordTree<Word>; readonly state: number }[] = [{ node: root, state: 0 }];
  for (const { node, state } of queue) {
    if (node.next === null) continue;
    const steps = Array.from(node.next, ([code, next]) => ({ letter: letters[code] ?? 0, next })).toSorted((a, b) => a.letter - b.letter);
    const [first = 0, last = 0] = [steps[0]?.letter, steps.at(-1)?.letter];
    while (!isFree(firstFree)) firstFree += 1;
    let start = Math.max(0, firstFree - first);
    while (!steps.every(({ letter }) => isFree(start + letter))) start += 1;
    // A step with any letter from any state stays within the array, and there is room for the next search.
    const needed = start + last + count + 2;
    if (needed * lanes > states.length) states = grown(states, needed * 2);
    states[state * lanes + laneOfBase] = start;
    for (const { letter, next } of steps) {
      enter(start + letter, state, next.word);
      queue.push({ node: next, state: start + letter });
    }
  }
  return { states, words };
}

function freeStates(count: number): Int32Array<ArrayBuffer> {
  const states = new Int32Array(count * lanes);
  for (let at = laneOfOwner; at < states.length; at += lanes) states[at] = free;
  return states;
}

function grown(small: Int32Array<ArrayBuffer>, count: number): Int32Array<ArrayBuffer> {
  const large = freeStates(count);
  large.set(small);
  return large;
}

/**
 * Which of `words` is the longest that begins at `at`; `noWord` for none. The text is given as its letters, in the low 16
 * bits of the first `length` entries: whoever reads a text at many places looks them up once.
 */
export function longestWordAt(states: Int32Array, letters: Int32Array, at: number, length: number): number {
  let state = 0;
  let longest = noWord;
  for (let index = at; index < length; index += 1) {
    const letter = (letters[index] ?? 0) & 0xffff;
    if (letter === 0) break;
    const next = (states[state << shift] ?? 0) + letter;
    if (states[(next << shift) + laneOfOwner] !== state) break;
    state = next;
    const word = states[(next << shift) + laneOfWord] ?? noWord;
    if (word !== noWord) longest = word;
  }
  return longest;
}
