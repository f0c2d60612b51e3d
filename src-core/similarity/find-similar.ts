/** Which texts of a collection stand in others: exact for small collections, by MinHash candidates for large ones. */
import type { Letters } from './letters.ts';
import { agreement, candidatePairs, signatureOf } from './minhash.ts';
import { indexPieces } from './piece-index.ts';
import { shareOf, type Share } from './share.ts';

export type ComparedText = {
  readonly letters: Letters;
  /** From so many percent on the text is said to stand in the other one. */
  readonly percent: number;
  /** Texts with fewer letters are alike by nature (「无。」). */
  readonly minimum: number;
};

/** Another text of the collection, by its index, with the letters that stand in it. */
export type Alike = { readonly other: number; readonly share: Share };

/** Up to so many texts every pair is compared: nothing can be missed. */
const exactUpTo = 200;
/** Candidates whose signatures agree less are not looked at: they have too few pieces in common. */
const leastAgreement = 0.25;

/**
 * For each text the others that it stands in, most alike first. Every share is exact. In collections of more than two
 * hundred only likely pairs are looked at: a copy with a few words changed in each sentence is found, a short text that
 * was copied into one three times as long may not be, and of many copies of one text each is compared with some.
 */
export function findSimilar(
  texts: readonly ComparedText[],
  isCompared: (one: number, other: number) => boolean = () => true,
): readonly (readonly Alike[])[] {
  const isLong = ({ letters, minimum }: ComparedText) => letters.total >= minimum;
  const all = [...texts.keys()];
  const likely = texts.length <= exactUpTo ? null : likelyOthers(texts);
  const alike = texts.map((): Alike[] => []);
  for (const [other, { letters }] of texts.entries()) {
    const compared = (likely?.[other] ?? all).filter((one) => one !== other && isCompared(one, other));
    if (compared.length === 0) continue;
    const index = indexPieces(letters);
    for (const one of compared) {
      const text = texts[one];
      if (text === undefined || !isLong(text)) continue;
      const share = shareOf(text.letters, index, text.percent);
      if (share !== null) alike[one]?.push({ other, share });
    }
  }
  const part = ({ share }: Alike) => share.shared / share.total;
  return alike.map((found) => found.toSorted((a, b) => part(b) - part(a) || a.other - b.other));
}

function likelyOthers(texts: readonly ComparedText[]): readonly (readonly number[])[] {
  const signatures = texts.map(({ letters }) => signatureOf(letters));
  const others = texts.map((): number[] => []);
  for (const [one, other] of candidatePairs(signatures)) {
    const [a, b] = [signatures[one], signatures[other]];
    if (a === undefined || b === undefined || agreement(a, b) < leastAgreement) continue;
    others[one]?.push(other);
    others[other]?.push(one);
  }
  return others;
}
