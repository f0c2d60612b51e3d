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
  /** Words that open lists, for the information-processing fee, and for a channel stand in the block. */
  readonly hasLists: boolean;
  readonly namesFee: boolean;
  readonly namesChannel: boolean;
};

export function markBlock(passage: Passage, book: MarkBook): MarkedBlock {
  const marks = marksOf(passage, book);
  const landmarks: number[] = [];
  let lastTelling = -1;
  let hasLists = false;
  let namesFee = false;
  let namesChannel = false;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark?.kind === 'word') {
      const { word } = mark;
      if (!word.isTelling) continue;
      if (word.opensList) {
        landmarks.push(index);
        hasLists = true;
      }
      if (word.roles.fee.length > 0) namesFee = true;
      if (word.roles.channel.length > 0) namesChannel = true;
      if (word.roles.denies.length > 0) lastTelling = index;
    } else if (mark?.kind === 'quantity') {
      landmarks.push(index);
      lastTelling = index;
    } else if (mark?.kind === 'year' || (mark?.kind === 'stop' && mark.sign === 'sentence')) landmarks.push(index);
  }
  const sentences = sentencesOf(marks, landmarks, passage);
  return { passage, marks, sentences, landmarks, lastTelling, hasLists, namesFee, namesChannel };
}
