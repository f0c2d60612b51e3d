/** All pieces of a text with the places where they stand, for looking up the pieces of another text. */
import { pieceLength, type Letters } from './letters.ts';
import { hashAt, spread, sumAt, sumBefore } from './piece-hash.ts';

export type PieceIndex = {
  readonly letters: Letters;
  /** Open addressing by hash: 1 + the first place of a piece, or 0. Its length is a power of two. */
  readonly slots: Int32Array;
  /** For each place of a piece the next one of the same piece, or −1. */
  readonly next: Int32Array;
};

/** Pieces are told apart by their letters, never by their hashes alone. */
export function indexPieces(letters: Letters): PieceIndex {
  const size = letters.codes.length;
  let capacity = 16;
  while (capacity < size * 2) capacity *= 2;
  const index = { letters, slots: new Int32Array(capacity), next: new Int32Array(size) };
  // From the last place to the first, so that each finds the next one of the same piece in its slot.
  for (const { start, end } of letters.runs.toReversed()) {
    const last = end - pieceLength;
    let sum = 0;
    for (let place = last; place >= start; place -= 1) {
      sum = place === last ? sumAt(letters.codes, place) : sumBefore(sum, letters.codes, place);
      const slot = slotOf(index, letters, place, spread(sum));
      index.next[place] = (index.slots[slot] ?? 0) - 1;
      index.slots[slot] = place + 1;
    }
  }
  return index;
}

/** The first place in the indexed text of the piece that stands at `place` of `letters`, or −1. */
export function findPiece(index: PieceIndex, letters: Letters, place: number): number {
  return (index.slots[slotOf(index, letters, place, hashAt(letters.codes, place))] ?? 0) - 1;
}

/** The slot that holds the piece, or the empty one where it would be. */
function slotOf({ letters, slots }: PieceIndex, { codes }: Letters, place: number, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const known = (slots[slot] ?? 0) - 1;
    if (known < 0 || isSame(letters.codes, known, codes, place)) return slot;
  }
}

function isSame(one: Uint16Array, at: number, other: Uint16Array, otherAt: number): boolean {
  for (let each = 0; each < pieceLength; each += 1) if (one[at + each] !== other[otherAt + each]) return false;
  return true;
}
