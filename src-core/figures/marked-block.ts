/** A block made ready for all who read it: its marks and sentences, and where the few marks stand that most look for. */
import { marksOf, type Mark, type MarkBook } from './marks.ts';
import type { Passage, Range } from './passage.ts';
import { sentencesOf } from './sentences.ts';

export type MarkedBlock = {
  readonly passage: Passage;
  readonly marks: readonly Mark[];
  readonly sentences: readonly Range[];
  /** Places among the marks of figures, years, the ends of sentences, and words that open lists. */
  readonly landmarks: readonly number[];
  /** The last figure or denying word; −1 where there is none. What follows its clause says nothing about the tables. */
  readonly lastTelling: number;
  /** A word for the information-processing fee stands in the block. */
  readonly namesFee: boolean;
};

export function markBlock(passage: Passage, book: MarkBook): MarkedBlock {
  const marks = marksOf(passage, book);
  const landmarks: number[] = [];
  let lastTelling = -1;
  let namesFee = false;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark?.kind === 'word') {
      if (mark.word.opensList) landmarks.push(index);
      if (mark.word.roles.fee.length > 0) namesFee = true;
      if (mark.word.roles.denies.length > 0) lastTelling = index;
    } else if (mark?.kind === 'quantity' || mark?.kind === 'year' || (mark?.kind === 'stop' && mark.sign === 'sentence'))
      landmarks.push(index);
    if (mark?.kind === 'quantity') lastTelling = index;
  }
  return { passage, marks, sentences: sentencesOf(marks, landmarks, passage), landmarks, lastTelling, namesFee };
}
