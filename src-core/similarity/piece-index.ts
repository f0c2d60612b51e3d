/** All pieces of a text with the places where they stand, for looking up the pieces of another text. */
import { pieceLength, type Letters } from './letters.ts';
import { hashAt, spread, sumAt, sumBefore } from './piece-hash.ts';

export type PieceIndex = {
  readonly letters: Letters;
  /** Open addressing by hash: 1 + the first place of a piece, or 0. Its length is a power of two. */
  readonly slots: Places;
  /** For each place of a piece 1 + the next one of the same piece, or 0. */
  readonly next: Places;
};

/** Last year's index is kept as long as its report: of all but monstrous texts in half the room. */
type Places = Uint16Array | Int32Array;

/** Pieces are told apart by their letters, never by their hashes alone. */
export function indexPieces(letters: Letters): PieceIndex {
  const size = letters.codes.length;
  let capacity = 16;
  while (capacity < size * 2) capacity *= 2;
  const places = (length: number): Places => (size < 0xffff ? new Uint16Array(length) : new Int32Array(length));
  const [slots, next] = [places(capacity), places(size)];
  const { codes } = letters;
  // From the last place to the first, so that each finds the next one of the same piece in its slot.
  for (const { start, end } of letters.runs.toReversed()) {
    const last = end - pieceLength;
    let sum = 0;
    for (let place = last; place >= start; place -= 1) {
      sum = place === last ? sumAt(codes, place) : sumBefore(sum, codes, place);
      const slot = slotOf(slots, codes, codes, place, spread(sum));
      next[place] = slots[slot] ?? 0;
      slots[slot] = place + 1;
    }
  }
  return { letters, slots, next };
}

/** The first place in the indexed text of the piece that stands at `place` of `letters`, or −1. */
export function findPiece(index: PieceIndex, { codes }: Letters, place: number): number {
  const { slots, letters } = index;
  return (slots[slotOf(slots, letters.codes, codes, place, hashAt(codes, place))] ?? 0) - 1;
}

/** The slot that holds the piece, or the empty one where it would be. */
function slotOf(slots: Places, indexed: Uint16Array, codes: Uint16Array, place: number, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const known = (slots[slot] ?? 0) - 1;
    if (known < 0 || isSame(indexed, known, codes, place)) return slot;
  }
}

function isSame(one: Uint16Array, at: number, other: Uint16Array, otherAt: number): boolean {
  for (let each = 0; each < pieceLength; each += 1) if (one[at + each] !== other[otherAt + each]) return false;
  return true;
}
