/** The passages that two texts share, to be shown to the reader who has to judge them. */
import { shingleLength } from './shingles.ts';

export type SharedPassage = {
  /** Character positions (UTF-16) in the two texts; both passages are the same letters. */
  readonly start: number;
  readonly otherStart: number;
  readonly length: number;
  readonly text: string;
};

/**
 * Passages of at least `minimum` characters that stand in both texts word for word, longest first; none overlaps a
 * longer one in the first text. Linear in the texts but for passages that recur.
 */
export function sharedPassages(text: string, other: string, minimum = 20): readonly SharedPassage[] {
  const places = placesOf(other);
  const found: SharedPassage[] = [];
  for (let start = 0; start + shingleLength <= text.length;) {
    const best = longestAt(text, start, other, places.get(text.slice(start, start + shingleLength)) ?? []);
    if (best !== null && best.length >= minimum) found.push(best);
    start += best !== null && best.length >= minimum ? best.length : 1;
  }
  return found.toSorted((one, two) => two.length - one.length);
}

/** More occurrences of a piece than these are boilerplate; looking at all of them would take quadratic time. */
const mostPlaces = 50;

function placesOf(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + shingleLength <= text.length; at += 1) {
    const piece = text.slice(at, at + shingleLength);
    const known = places.get(piece);
    if (known === undefined) places.set(piece, [at]);
    else if (known.length < mostPlaces) known.push(at);
  }
  return places;
}

function longestAt(text: string, start: number, other: string, places: readonly number[]): SharedPassage | null {
  let best: SharedPassage | null = null;
  for (const otherStart of places) {
    let length = shingleLength;
    while (start + length < text.length && text[start + length] === other[otherStart + length]) length += 1;
    if (best === null || length > best.length) best = { start, otherStart, length, text: text.slice(start, start + length) };
  }
  return best;
}
