/** A block made ready for all who read it: its marks and sentences, and where the few marks stand that most look for. */
import { lastTellingPlace } from './last-telling.ts';
import { fillRow, lookUp, type MarkBook } from './marks.ts';
import type { Passage, Range } from './passage.ts';
import { newRow, noticeAt, type Row } from './row.ts';
import { sentencesOf } from './sentences.ts';

export type MarkedBlock = {
  readonly passage: Passage;
  /** As far as the block has been read. Holds until the next block is marked. */
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

/** Null for a block with nothing that could be compared; a heading (`isWhole`) is read in any case, and to its end. */
export function markBlock(passage: Passage, book: MarkBook, isWhole: boolean): MarkedBlock | null {
  const seen = lookUp(book.lexicon, passage.text);
  const until = isWhole ? passage.text.length : lastTellingPlace(passage.text, seen, book);
  if (until < 0) return null;
  fillRow(row, passage, seen, until, book);
  const { marks, noticed } = row;
  const landmarks: number[] = [];
  let lastTelling = -1;
  let hasLists = false;
  let namesFee = false;
  let namesChannel = false;
  for (let each = 0; each < noticed; each += 1) {
    const index = noticeAt(row, each);
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
