/** Prose for the tests of likeness: the seed's, and texts of their own. */
import { indexPieces } from '#core/similarity/piece-index.ts';
import { lettersOf } from '#core/similarity/letters.ts';
import { shareOf } from '#core/similarity/share.ts';
import { seedText } from '../../fixtures/editions.ts';

/** A long paragraph of the seed. */
export const paragraph =
  seedText()
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('（三）加强')) ?? '';

const words = Array.from(seedText()).filter((character) => /\p{Script=Han}/u.test(character));

/** A text of its own: characters of the seed in another order. */
export function shuffled(seed: number, length: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return words[(state >>> 8) % words.length] ?? '';
  }).join('');
}

/** The percentage of the letters of one text that stand in another, unrounded. */
export function shareIn(one: readonly string[], other: readonly string[]): number {
  const share = shareOf(lettersOf(one), indexPieces(lettersOf(other)), 0);
  return share === null ? 0 : (100 * share.shared) / share.total;
}
