import { describe, expect, test } from 'vitest';
import { findSimilar } from '#core/similarity/find-similar.ts';
import { lettersOf } from '#core/similarity/letters.ts';
import { candidatePairs, signatureOf } from '#core/similarity/minhash.ts';
import { percentOf } from '#core/similarity/share.ts';
import { paragraph, shuffled } from './harness.ts';

const compared = (texts: readonly string[], percent = 90, minimum = 50) =>
  texts.map((text) => ({ letters: lettersOf([text]), percent, minimum }));

/** `one in other: percent`, for all that is found. */
function found(texts: readonly string[], percent?: number): readonly string[] {
  return findSimilar(compared(texts, percent)).flatMap((others, one) =>
    others.map(({ other, share }) => `${String(one)} in ${String(other)}: ${String(percentOf(share))}`),
  );
}

/** Every thirtieth letter is another one, as where a word is changed in each sentence. */
const editedEverywhere = (text: string) => text.replaceAll(/(.{29})./gu, '$1甴');

describe('雷同 among few units', () => {
  test('every pair is compared, each way, and short texts are left out', () => {
    expect(found([paragraph, shuffled(1, 300), paragraph, '无。', '无。'])).toEqual(['0 in 2: 100', '2 in 0: 100']);
  });

  test('a text that was copied into a longer one stands in it, and not the other way', () => {
    const text = shuffled(2, 200);
    expect(found([text, text + shuffled(3, 600)])).toEqual(['0 in 1: 100']);
  });

  test('the most alike comes first', () => {
    const text = shuffled(4, 400);
    const others = [text.slice(0, 365) + shuffled(5, 35), text, text.slice(0, 390) + shuffled(6, 10)];
    expect(findSimilar(compared([text, ...others]))[0]?.map(({ other }) => other)).toEqual([2, 3, 1]);
  });

  test('pairs that are not to be compared are not', () => {
    expect(findSimilar(compared([paragraph, paragraph]), () => false)).toEqual([[], []]);
  });
});

describe('雷同 among many units', () => {
  test('copies with words changed are found among 1,500 texts, exactly and only they', () => {
    const texts = Array.from({ length: 1_500 }, (_unused, index) => shuffled(index + 10, 400));
    const at = (index: number) => texts[index] ?? '';
    texts[700] = at(20).replace(/^.{6}/u, '我们单位今年');
    texts[1_400] = editedEverywhere(at(33));
    expect(found(texts)).toEqual(['20 in 700: 98', '33 in 1400: 96', '700 in 20: 98', '1400 in 33: 96']);
  });

  test('what is found is the same as by comparing every pair', () => {
    const few = Array.from({ length: 190 }, (_unused, index) =>
      index % 3 === 0 ? editedEverywhere(shuffled(index, 300)) : shuffled(index - (index % 3), 300),
    );
    const more = Array.from({ length: 60 }, (_unused, index) => shuffled(index + 1_000, 300));
    expect(found([...few, ...more])).toEqual(found(few));
    expect(found(few).length).toBeGreaterThan(300);
  });

  test('a thousand copies of one text are each found, without comparing all with all', () => {
    const texts = Array.from({ length: 1_000 }, () => paragraph);
    const signatures = texts.map((text) => signatureOf(lettersOf([text])));
    expect(candidatePairs(signatures).length).toBeLessThanOrEqual(10_000);
    const others = findSimilar(compared(texts));
    expect(others.every((each) => each.length >= 10 && each.every(({ share }) => percentOf(share) === 100))).toBe(true);
  });
});
