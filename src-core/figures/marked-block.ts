/** A block made ready for all who read it: its marks and sentences, and where the few marks stand that most look for. */
import { fillRow, type MarkBook } from './marks.ts';
import type { Passage, Range } from './passage.ts';
import { newRow, type Row } from './row.ts';
import { sentencesOf } from './sentences.ts';

export type MarkedBlock = {
  readonly passage: Passage;
  /** Holds until the next block is marked. */
  readonly row: Row;
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

const row = newRow();

export function markBlock(passage: Passage, book: MarkBook): MarkedBlock {
  fillRow(row, passage, book);
  const { marks, length } = row;
  const landmarks: number[] = [];
  let lastTelling = -1;
  let hasLists = false;
  let namesFee = false;
  let namesChannel = false;
  for (let index = 0; index < length; index += 1) {
    const mark = marks[index];
    if (mark?.kind === 'word') {
      if (!mark.isTelling) continue;
      if (mark.opensList) {
        landmarks.push(index);
        hasLists = true;
      }
      if (mark.roles.fee.length > 0) namesFee = true;
      if (mark.roles.channel.length > 0) namesChannel = true;
      if (mark.roles.denies.length > 0) lastTelling = index;
    } else if (mark?.kind === 'quantity') {
      landmarks.push(index);
      lastTelling = index;
    } else if (mark?.kind === 'year' || (mark?.kind === 'stop' && mark.sign === 'sentence')) landmarks.push(index);
  }
  const sentences = sentencesOf(row, landmarks, passage);
  return { passage, row, sentences, landmarks, lastTelling, hasLists, namesFee, namesChannel };
}
