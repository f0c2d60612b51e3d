import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOf, pieceLength } from '#core/similarity/letters.ts';
import { indexPieces } from '#core/similarity/piece-index.ts';
import { percentOf, shareOf } from '#core/similarity/share.ts';
import { paragraph, shareIn, shuffled } from './harness.ts';

const spelt = (text: string) => String.fromCharCode(...lettersOf([text]).codes).replace('\0', '');

describe('the letters of a text', () => {
  test.each([
    ['主动公开，共 2,864 件。', '主动公开共#件'],
    ['２０２０年１２月', '#年#月'],
    ['Ａ㈠ﬁ', 'A一fi'],
    ['e\u0301 和 é', 'e和e'],
    ['𠮷地 # 一 ⼀', '𠮷地一一'],
    ['……（）“”', ''],
  ])('of %s are %s', (text, letters) => {
    expect(spelt(text)).toBe(letters);
  });
});

describe('雷同: how much of a text stands in another', () => {
  test('a text stands in itself wholly, whatever the spaces, widths, figures and breaks of lines', () => {
    const changed = paragraph.replaceAll('26', '２７').replaceAll('，', ' ，\n').replaceAll('。', '.');
    expect(changed).not.toBe(paragraph);
    expect(shareIn([paragraph], [changed])).toBe(100);
    expect(shareIn([changed], [paragraph])).toBe(100);
  });

  test('paragraphs in another order, or broken up, hide nothing', () => {
    const [one, two] = [shuffled(1, 200), shuffled(2, 200)];
    expect(shareIn([one, two], [two, one])).toBe(100);
    expect(shareIn([one + two], [two + one])).toBe(100);
  });

  test('a single letter that is changed is a single letter less', () => {
    const text = shuffled(3, 400);
    expect(shareIn([`${text.slice(0, 200)}甴${text.slice(201)}`], [text])).toBe(99.75);
  });

  test('a new half is half, and the other half need not be the same', () => {
    const [copied, own] = [shuffled(4, 300), shuffled(5, 300)];
    expect(shareIn([copied, own], [copied])).toBe(50);
    expect(shareIn([copied], [copied, own])).toBe(100);
  });

  test('texts of their own share nothing, and texts without letters stand nowhere', () => {
    expect(shareIn([shuffled(6, 500)], [shuffled(7, 500)])).toBe(0);
    expect(shareOf(lettersOf([]), indexPieces(lettersOf([paragraph])), 0)).toBeNull();
    expect(shareOf(lettersOf(['无。', '……']), indexPieces(lettersOf(['无。'])), 0)).toBeNull();
  });

  test('it is what comparing every piece with every place gives, for any texts', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '1', ' '), maxLength: 60 }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const pieces = new Set(other.flatMap((text) => piecesOf(spelt(text))));
        const flags = one.map(spelt).flatMap((letters) => {
          if (letters.length < pieceLength) return [];
          const covered = Array.from(letters, () => false);
          for (const [at, piece] of piecesOf(letters).entries()) if (pieces.has(piece)) covered.fill(true, at, at + pieceLength);
          return covered;
        });
        const expected = flags.length === 0 ? null : { shared: flags.filter(Boolean).length, total: flags.length };
        expect(shareOf(lettersOf(one), indexPieces(lettersOf(other)), 0)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('from a percentage on it is the same, below it is nothing', () => {
    const [copied, own] = [shuffled(8, 270), shuffled(9, 30)];
    const letters = lettersOf([own, copied]);
    const other = indexPieces(lettersOf([copied]));
    expect(shareOf(letters, other, 90)).toEqual({ shared: 270, total: 300 });
    expect(shareOf(letters, other, 91)).toBeNull();
  });

  test('percentages are rounded down: 100 means every letter', () => {
    expect(percentOf({ shared: 999, total: 1000 })).toBe(99);
    expect(percentOf({ shared: 1000, total: 1000 })).toBe(100);
  });
});

function piecesOf(letters: string): readonly string[] {
  return Array.from({ length: Math.max(0, letters.length - pieceLength + 1) }, (_unused, at) => letters.slice(at, at + pieceLength));
}
