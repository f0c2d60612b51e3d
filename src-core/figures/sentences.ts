/** Where the sentences of a passage begin and end. */
import type { Passage, Range } from './passage.ts';
import { endOf, type Row } from './row.ts';

/** 「(二)依申请公开情况」: names what follows rather than saying something. */
const title = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、])/u;
const longestTitle = 30;

/** In order; what follows the last full stop is a sentence too. Among the `landmarks` are the ends of all sentences. */
export function sentencesOf(row: Row, landmarks: readonly number[], passage: Passage): readonly Range[] {
  const sentences: Range[] = [];
  let from = 0;
  for (const index of landmarks) {
    if (row.marks[index]?.kind !== 'stop') continue;
    const end = endOf(row, index);
    sentences.push({ start: from, end });
    from = end;
  }
  sentences.push({ start: from, end: passage.text.length });
  return sentences;
}

/** The sentence in which the character at `at` stands: the same object for all of its characters. */
export function sentenceAt(sentences: readonly Range[], at: number): Range {
  let [from, to] = [0, sentences.length - 1];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (at < (sentences[middle]?.end ?? Infinity)) to = middle;
    else from = middle + 1;
  }
  return sentences[from] ?? { start: at, end: at };
}

export function isTitle(sentence: Range, text: string): boolean {
  return sentence.end - sentence.start <= longestTitle && title.test(text.slice(sentence.start, sentence.end));
}
