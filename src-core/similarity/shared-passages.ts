/** The passages that two texts share, to be shown to the reader who has to judge them. */
import { letterPlacesOf, pieceLength, type LetterPlaces, type Letters } from './letters.ts';
import { findPiece, type PieceIndex } from './piece-index.ts';

/** Letters that stand in both texts one after the other: their places in `Letters.codes`. */
export type SharedRun = { readonly start: number; readonly otherStart: number; readonly length: number };

/** Characters of a paragraph (by number), in UTF-16 units. */
export type ParagraphRange = { readonly paragraph: number; readonly start: number; readonly end: number };

/** More occurrences of a piece than these are boilerplate; looking at all of them would take quadratic time. */
const mostPlaces = 50;

/**
 * Runs of at least `minimum` letters that both texts have, as they follow in the first one, in which none overlaps
 * another. They keep within a paragraph of either text. Takes time in proportion to the texts.
 */
export function sharedRuns(letters: Letters, other: PieceIndex, minimum: number): readonly SharedRun[] {
  const found: SharedRun[] = [];
  for (const { start, end } of letters.runs) {
    for (let place = start; place <= end - pieceLength;) {
      const best = longestAt(letters.codes, place, other, findPiece(other, letters, place));
      const isLong = best !== null && best.length >= minimum;
      if (isLong) found.push(best);
      place += isLong ? best.length : 1;
    }
  }
  return found;
}

function longestAt(codes: Uint16Array, start: number, { letters, next }: PieceIndex, first: number): SharedRun | null {
  let best: SharedRun | null = null;
  let looked = 0;
  for (let otherStart = first; otherStart >= 0 && looked < mostPlaces; otherStart = (next[otherStart] ?? 0) - 1) {
    let length = pieceLength;
    // Paragraphs end with a 0.
    while (codes[start + length] !== 0 && codes[start + length] === letters.codes[otherStart + length]) length += 1;
    if (best === null || length > best.length) best = { start, otherStart, length };
    looked += 1;
  }
  return best;
}

/** Where runs of letters stand in the paragraphs that the letters are of. Each run keeps within a paragraph. */
export function rangesOf(
  paragraphs: readonly string[],
  { codes }: Letters,
  runs: readonly { readonly start: number; readonly length: number }[],
): readonly ParagraphRange[] {
  const firsts = firstLetters(codes);
  const places = new Map<number, LetterPlaces>();
  return runs.map(({ start, length }) => {
    const paragraph = paragraphAt(firsts, start);
    const first = firsts[paragraph] ?? 0;
    const known = places.get(paragraph) ?? letterPlacesOf(paragraphs[paragraph] ?? '', codes.indexOf(0, first) - first);
    places.set(paragraph, known);
    const at = start - first;
    return { paragraph, start: known.from[at] ?? 0, end: known.until[at + length - 1] ?? 0 };
  });
}

/** Where the letters of each paragraph begin. */
function firstLetters(codes: Uint16Array): readonly number[] {
  const firsts = [0];
  for (let end = codes.indexOf(0); end >= 0; end = codes.indexOf(0, end + 1)) firsts.push(end + 1);
  return firsts;
}

/** The last paragraph that begins at or before a place, by bisection. */
function paragraphAt(firsts: readonly number[], place: number): number {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((firsts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
