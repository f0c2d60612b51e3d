import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOf, pieceLength } from '#core/similarity/letters.ts';
import { hashAt, spread, sumAt, sumBefore } from '#core/similarity/piece-hash.ts';
import { findPiece, indexPieces, type PieceIndex } from '#core/similarity/piece-index.ts';

const texts = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '，'), maxLength: 60 }), { maxLength: 4 });

function placesIn({ next }: PieceIndex, first: number): readonly number[] {
  const places: number[] = [];
  for (let place = first; place >= 0; place = (next[place] ?? 0) - 1) places.push(place);
  return places;
}

describe('the pieces of a text', () => {
  test('are found in another text at every place where they stand, first things first', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [letters, others] = [lettersOf(one), lettersOf(other)];
        const index = indexPieces(others);
        const pieceAt = (codes: Uint16Array, place: number) => codes.subarray(place, place + pieceLength).join();
        const known = others.runs.flatMap(({ start, end }) =>
          Array.from({ length: end - start - pieceLength + 1 }, (_unused, at) => start + at),
        );
        for (const { start, end } of letters.runs) {
          for (let place = start; place <= end - pieceLength; place += 1) {
            const piece = pieceAt(letters.codes, place);
            const expected = known.filter((at) => pieceAt(others.codes, at) === piece);
            expect(placesIn(index, findPiece(index, letters, place))).toEqual(expected);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('have the same hash alone as from the end of their run on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: pieceLength + 1, maxLength: 60 }), (letters) => {
        const codes = Uint16Array.from(letters, (letter) => letter * 257);
        let sum = sumAt(codes, codes.length - pieceLength);
        for (let place = codes.length - pieceLength - 1; place >= 0; place -= 1) {
          sum = sumBefore(sum, codes, place);
          expect(spread(sum)).toBe(hashAt(codes, place));
        }
      }),
    );
  });
});
