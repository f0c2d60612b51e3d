/** Which texts of a collection are alike: exact for small collections, by MinHash candidates for large ones. */
import { candidatePairs, signatureOf } from './minhash.ts';
import { jaccard, shinglesOf } from './shingles.ts';

export type SimilarPair = { readonly one: number; readonly other: number; readonly similarity: number };

/** Up to so many texts every pair is compared: nothing can be missed. */
const exactUpTo = 60;

/**
 * Pairs of texts (by index, smaller first) whose similarity is at least `threshold` (0 to 1), most alike first. Texts
 * with fewer than `minimum` pieces are left out: two short texts are alike by nature (「无。」). Every similarity given
 * is exact; only which pairs are looked at is estimated in collections of more than sixty.
 */
export function findSimilar(texts: readonly string[], threshold: number, minimum = 50): readonly SimilarPair[] {
  const sets = texts.map((text) => shinglesOf(text));
  const eligible = sets.flatMap((pieces, index) => (pieces.size >= minimum ? [index] : []));
  const pairs = eligible.length <= exactUpTo ? allPairs(eligible) : likelyPairs(eligible, sets);
  return pairs
    .map(([one, other]) => ({ one, other, similarity: jaccard(sets[one] ?? new Set(), sets[other] ?? new Set()) }))
    .filter((pair) => pair.similarity >= threshold)
    .toSorted((a, b) => b.similarity - a.similarity || a.one - b.one || a.other - b.other);
}

function allPairs(indices: readonly number[]): (readonly [number, number])[] {
  return indices.flatMap((one, at) => indices.slice(at + 1).map((other): readonly [number, number] => [one, other]));
}

function likelyPairs(indices: readonly number[], sets: readonly ReadonlySet<string>[]): (readonly [number, number])[] {
  const signatures = indices.map((index) => signatureOf(sets[index] ?? new Set()));
  return candidatePairs(signatures).map(([one, other]): readonly [number, number] => [indices[one] ?? 0, indices[other] ?? 0]);
}
