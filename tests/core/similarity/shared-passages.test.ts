import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOf } from '#core/similarity/letters.ts';
import { indexPieces } from '#core/similarity/piece-index.ts';
import { rangesOf, sharedRuns } from '#core/similarity/shared-passages.ts';
import { paragraph, shuffled } from './harness.ts';

/** The passages of both texts, as they stand there. */
function passagesOf(one: readonly string[], other: readonly string[], minimum = 20) {
  const [letters, others] = [lettersOf(one), lettersOf(other)];
  const runs = sharedRuns(letters, indexPieces(others), minimum);
  const there = rangesOf(
    other,
    others,
    runs.map(({ otherStart, length }) => ({ start: otherStart, length })),
  );
  return rangesOf(one, letters, runs).map(({ paragraph: at, start, end }, index) => {
    const range = there[index];
    return {
      length: runs[index]?.length ?? 0,
      paragraph: at,
      here: one[at]?.slice(start, end) ?? '',
      there: other[range?.paragraph ?? -1]?.slice(range?.start, range?.end) ?? '',
    };
  });
}

describe('雷同: the shared passages', () => {
  test('are the very words of both texts, in the order of the first', () => {
    const [first, second] = [paragraph.slice(1, 120), paragraph.slice(200, 260)];
    const one = ['本局今年工作如下。', `${first}甴另外还有新的做法。`, `曱${second}`];
    const passages = passagesOf(one, [`兄弟单位的报告。${paragraph}`]);
    expect(passages.map(({ here, paragraph: at }) => [at, here])).toEqual([
      [1, first],
      [2, second],
    ]);
    for (const { here, there } of passages) expect(there).toBe(here);
  });

  test('keep their figures and marks, which may differ', () => {
    const [found] = passagesOf(
      ['本次：受理依申请公开案件2,864件（同比增长），均已按期答复。'],
      ['去年 受理依申请公开案件 71件， 同比增长；均已按期答复'],
      10,
    );
    expect(found).toMatchObject({
      here: '受理依申请公开案件2,864件（同比增长），均已按期答复',
      there: '受理依申请公开案件 71件， 同比增长；均已按期答复',
      length: 21,
    });
    expect(passagesOf(['全年共收到申请总数为2,864'], ['全年共收到申请总数为71'], 8)).toMatchObject([
      { here: '全年共收到申请总数为2,864', there: '全年共收到申请总数为71' },
    ]);
  });

  test('do not reach from one paragraph into the next', () => {
    const [one, two] = [shuffled(1, 40), shuffled(2, 40)];
    expect(passagesOf([one + two], [one, two]).map(({ length }) => length)).toEqual([40, 40]);
    expect(passagesOf([one, two], [one + two]).map(({ length }) => length)).toEqual([40, 40]);
  });

  test('of several places the longest is taken', () => {
    const [head, tail] = [shuffled(3, 30), shuffled(4, 30)];
    expect(passagesOf([head + tail], [`${head}甴`, `${head}${tail}`, `${head}曱`]).map(({ length }) => length)).toEqual([60]);
  });

  test('of different texts there are none', () => {
    expect(passagesOf([shuffled(5, 800)], [shuffled(6, 800)], 0)).toEqual([]);
  });

  test('for any texts they are the same letters, long enough, and do not overlap', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '1', ' '), maxLength: 80 }), { maxLength: 3 });
    const spelt = (text: string) => String.fromCharCode(...lettersOf([text]).codes);
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 8, max: 20 }), (one, other, minimum) => {
        const runs = sharedRuns(lettersOf(one), indexPieces(lettersOf(other)), minimum);
        for (const [at, run] of runs.entries())
          expect(run.start).toBeGreaterThanOrEqual((runs[at - 1]?.start ?? 0) + (runs[at - 1]?.length ?? 0));
        for (const { here, there, length } of passagesOf(one, other, minimum)) {
          expect(spelt(here)).toBe(spelt(there));
          expect(spelt(here)).toHaveLength(length + 1);
          expect(length).toBeGreaterThanOrEqual(minimum);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('one letter without end takes no time without end', () => {
    const endless = '啊'.repeat(100_000);
    expect(passagesOf([endless], [endless])).toMatchObject([{ length: 100_000 }]);
  });
});
