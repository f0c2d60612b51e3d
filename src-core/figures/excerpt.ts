/** A sentence shortened around its figure. */
import type { Range } from './passage.ts';

/** So much of a sentence is kept with what was found in it. */
export const longestSentence = 120;

/** At most about `length` characters of `text` around `words`, with 省略号 where something was left out. */
export function excerpt(text: string, sentence: Range, words: Range, length: number): string {
  const whole = text.slice(sentence.start, sentence.end).trim();
  if (whole.length <= length) return whole;
  const room = Math.max(0, length - (words.end - words.start));
  const start = Math.max(sentence.start, Math.min(words.start - Math.ceil(room / 2), sentence.end - length));
  const end = Math.min(sentence.end, start + length);
  const shown = text.slice(start, end).trim();
  return `${start > sentence.start ? '…' : ''}${shown}${end < sentence.end ? '…' : ''}`;
}
