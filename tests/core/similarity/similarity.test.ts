import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSimilar } from '#core/similarity/find-similar.ts';
import { sharedPassages } from '#core/similarity/shared-passages.ts';
import { jaccard, plainLetters, shinglesOf } from '#core/similarity/shingles.ts';
import { seedText } from '../../fixtures/editions.ts';

const paragraph =
  seedText()
    .split('\n')
    .find((line) => line.startsWith('（三）加强') || line.startsWith(' （三）加强')) ?? '';
const words = Array.from(plainLetters(seedText()));

/** A text of its own: characters of the seed in another order. */
function shuffled(seed: number, length: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return words[state % words.length] ?? '';
  }).join('');
}

describe('雷同: how alike two texts are', () => {
  test('a text is wholly like itself, whatever the spaces, widths and figures', () => {
    const changed = paragraph.replaceAll('26', '２７').replaceAll('，', ' ，\n');
    expect(jaccard(shinglesOf(paragraph), shinglesOf(changed))).toBe(1);
  });

  test('texts without a common passage are not alike, and empty texts are like nothing', () => {
    expect(jaccard(shinglesOf(shuffled(1, 500)), shinglesOf(shuffled(2, 500)))).toBeLessThan(0.01);
    expect(jaccard(shinglesOf(''), shinglesOf(''))).toBe(0);
  });

  test('it is symmetric and between 0 and 1 for any texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const value = jaccard(shinglesOf(one), shinglesOf(other));
        expect(value).toBe(jaccard(shinglesOf(other), shinglesOf(one)));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('雷同: the shared passages', () => {
  test('are the very words of both texts, longest first', () => {
    const one = `本局今年工作如下。${paragraph.slice(0, 120)}另外还有新的做法。${paragraph.slice(200, 260)}`;
    const other = `兄弟单位的报告。${paragraph}`;
    const passages = sharedPassages(one, other);
    expect(passages).toHaveLength(2);
    expect(passages[0]!.length).toBeGreaterThanOrEqual(120);
    expect(passages[1]!.length).toBeGreaterThanOrEqual(60);
    for (const { start, otherStart, length, text } of passages) {
      expect(one.slice(start, start + length)).toBe(text);
      expect(other.slice(otherStart, otherStart + length)).toBe(text);
    }
  });

  test('of different texts there are none', () => {
    expect(sharedPassages(shuffled(3, 800), shuffled(4, 800))).toEqual([]);
  });
});

describe('雷同 among many units', () => {
  test('copies with a few words changed are found among 1,500 texts, exactly and only they', () => {
    const texts = Array.from({ length: 1_500 }, (_unused, index) => shuffled(index + 10, 400));
    const copyOf = (index: number) => (texts[index] ?? '').replace(/^.{6}/u, '我们单位今年');
    texts[700] = copyOf(20);
    texts[1_400] = copyOf(33);
    const pairs = findSimilar(texts, 0.9);
    expect(pairs.map(({ one, other }) => [one, other]).sort()).toEqual([
      [20, 700],
      [33, 1_400],
    ]);
    for (const { similarity } of pairs) expect(similarity).toBeGreaterThan(0.9);
  });

  test('small collections are compared pair by pair, and short texts are left out', () => {
    expect(findSimilar([paragraph, shuffled(5, 300), paragraph], 0.9)).toEqual([{ one: 0, other: 2, similarity: 1 }]);
    expect(findSimilar(['无。', '无。'], 0.9)).toEqual([]);
  });
});
