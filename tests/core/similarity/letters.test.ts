import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterPlacesOf, lettersOf, pieceLength } from '#core/similarity/letters.ts';

/** Characters of every sort that is told apart: several letters in one, none, figures, pairs and halves of pairs. */
const character = fc.oneof(
  fc.constantFrom('政', '府', '公', '开', '，', '。', ' ', '\n', '1', '２', '९', '%', 'a', 'Ａ', 'é', 'e\u0301', '\u0301', 'ß', '㈠', '⼀'),
  fc.constantFrom('ﬁ', '½', '⒈', '⑩', '㏠', '㍘', 'ﷺ', '𠮷', '𝟘', '😀', '\ud842', '\udfb7', '\u0000', '\u0001', '\u0002', '#', '\uf8f0'),
  fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
);
const paragraphs = fc.array(
  fc.array(character, { maxLength: 40 }).map((each) => each.join('')),
  { maxLength: 5 },
);

/** As one would say it: compatibility letters, nothing but letters and numbers, every number one `#`. */
function plain(paragraph: string): string {
  const letters = Array.from(paragraph, (each) => each.normalize('NFKD').replaceAll(/[^\p{L}\p{Nd}]/gu, ''));
  return letters.join('').replaceAll(/\p{Nd}+/gu, '#');
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_unused, at) => text.charCodeAt(at));
}

describe('the letters of paragraphs', () => {
  test('are those of the plain definition, for any characters', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const { codes, runs, total } = lettersOf(texts);
        const spelt = texts.map(plain);
        expect(Array.from(codes)).toEqual(spelt.flatMap((each) => [...unitsOf(each), 0]));
        const long = spelt.filter(({ length }) => length >= pieceLength);
        expect(runs.map(({ start, end }) => Array.from(codes.subarray(start, end)))).toEqual(long.map(unitsOf));
        expect(total).toBe(long.join('').length);
      }),
      { numRuns: 2000 },
    );
  });

  test('stand where `letterPlacesOf` says, and nothing that has letters is passed over', () => {
    fc.assert(
      fc.property(paragraphs, ([text = '']) => {
        const spelt = plain(text);
        const { from, until } = letterPlacesOf(text, spelt.length);
        expect(until).toHaveLength(from.length);
        for (const [at, start] of from.entries()) {
          expect(plain(text.slice(start, until[at]))).toContain(spelt.charAt(at));
          expect(plain(text.slice(0, start)).length).toBeLessThanOrEqual(at);
          expect(plain(text.slice(0, until[at])).length).toBeGreaterThan(at);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('are the same in a text of any length, and another text does not change them', () => {
    const long = '政府ﷺ12公开。'.repeat(3000);
    const first = lettersOf(['信息公开', long]);
    const spelt = `信息公开\0${plain(long)}\0`;
    expect(lettersOf(['甲乙丙丁'.repeat(20_000)]).total).toBe(80_000);
    expect(Array.from(first.codes)).toEqual(unitsOf(spelt));
  });
});
