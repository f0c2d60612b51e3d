/**
 * How far a block has to be read: to the end of the sentence with the last figure, or the last word that denies or names
 * the fee. Most of what a report says is said without any, and behind the last of them nothing is left to be compared.
 */
import { isReadFor, mayTell, type Lexicon } from './lexicon.ts';
import type { MarkBook } from './marks.ts';
import { mayEndFigure } from './quantity.ts';
import { isNumeral } from './read-number.ts';
import { longestWordAt } from './word-automaton.ts';

/**
 * A place in the last of them, −1 where there is none. Looked for from the end, so it may be one that is none when the
 * text is read from its beginning (a part of a longer word, a number that counts nothing): never is it before the last.
 */
export function lastTellingPlace(text: string, seen: Int32Array, { lexicon, units }: MarkBook): number {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (((seen[at] ?? 0) & mayTell) === 0) continue;
    if (isNumeral(text.charCodeAt(at)) && mayEndFigure(text, at + 1, units)) return at;
    if (isReadForAt(lexicon, seen, at, text.length)) return at;
  }
  return -1;
}

function isReadForAt({ states, words }: Lexicon, seen: Int32Array, at: number, length: number): boolean {
  const word = words[longestWordAt(states, seen, at, length)] ?? null;
  return word !== null && isReadFor(word);
}
