/** Texts as sets of short overlapping pieces, for telling how much of one stands in another (内容雷同). */

/** Eight characters are about three Chinese words: shorter pieces recur by chance, longer ones miss edited sentences. */
export const shingleLength = 8;

/**
 * The letters of a text alone: spaces, punctuation and widths do not hide a copy. Every number becomes one `#`, so that
 * last year's text with this year's figures is still last year's text.
 */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\d+(?:[.,]\d+)*/gu, '#')
    .replace(/[^\p{L}#]/gu, '');
}

/** All pieces of `shingleLength` characters; a shorter text is one piece, an empty one none. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const letters = plainLetters(text);
  if (letters === '') return new Set();
  const pieces = new Set<string>();
  for (let at = 0; at <= Math.max(0, letters.length - shingleLength); at += 1) pieces.add(letters.slice(at, at + shingleLength));
  return pieces;
}

/** Jaccard similarity from 0 to 1: the pieces in common among all pieces; of two empty texts 0. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const piece of small) if (large.has(piece)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
