/** How much of a text stands in another: the letters in common pieces, among all. */
import { pieceLength, type Letters } from './letters.ts';
import { findPiece, type PieceIndex } from './piece-index.ts';

/** `shared` of `total` letters. It is no symmetric measure: a short text may stand in a long one wholly. */
export type Share = { readonly shared: number; readonly total: number };

/**
 * The letters of the text that belong to a piece which the other text has too; null as soon as they cannot be `percent`
 * of all any more, and for a text without letters. Exact, and linear in the text.
 */
export function shareOf(letters: Letters, other: PieceIndex, percent: number): Share | null {
  const { codes, runs, total } = letters;
  const otherCodes = other.letters.codes;
  const mayMiss = total - Math.ceil((total * percent) / 100);
  let missed = 0;
  for (const { start, end } of runs) {
    // The letters of the run before this place have been told apart.
    let told = start;
    for (let place = start; place <= end - pieceLength; place += 1) {
      const found = findPiece(other, letters, place);
      if (found >= 0) {
        missed += Math.max(0, place - told);
        // As long as both texts go on alike every piece is shared; a paragraph ends with a 0.
        let length = pieceLength;
        while (codes[place + length] !== 0 && codes[place + length] === otherCodes[found + length]) length += 1;
        told = place + length;
        place = told - pieceLength;
      } else if (missed + place - told > mayMiss) return null;
    }
    missed += end - told;
    if (missed > mayMiss) return null;
  }
  return total === 0 ? null : { shared: total - missed, total };
}

/** Whole percent, rounded down: 100 means every letter. */
export function percentOf({ shared, total }: Share): number {
  return Math.floor((shared * 100) / total);
}
