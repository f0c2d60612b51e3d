/** Where the sentences of a passage begin and end. */
import type { Mark } from './marks.ts';
import type { Passage, Range } from './passage.ts';

/** 「(二)依申请公开情况」: names what follows rather than saying something. */
const title = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、])/u;
const longestTitle = 30;

/** The sentence of each mark. */
export function sentencesOf(marks: readonly Mark[], passage: Passage): readonly Range[] {
  const sentences: Range[] = [];
  let from = 0;
  let first = 0;
  for (const [index, mark] of marks.entries()) {
    if (mark.kind !== 'stop' || mark.level !== 'sentence') continue;
    const sentence = { start: from, end: mark.end };
    for (let each = first; each <= index; each += 1) sentences.push(sentence);
    from = mark.end;
    first = index + 1;
  }
  const rest = { start: from, end: passage.text.length };
  for (let each = first; each < marks.length; each += 1) sentences.push(rest);
  return sentences;
}

export function isTitle(sentence: Range, text: string): boolean {
  return sentence.end - sentence.start <= longestTitle && title.test(text.slice(sentence.start, sentence.end));
}
