import { describe, expect, test } from 'vitest';
import type { Narrative } from '#core/narrative/narrative.ts';
import { plainText } from '#core/narrative/narrative-text.ts';
import { sharedProse } from '#core/validation/shared-prose.ts';
import { findSimilarFilings } from '#core/validation/similar-filings.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { edition, overview, problems, proseWith, townFiling, townProse, withFiguresOf } from './prose-reports.ts';

const town = (name: string, narrative: Narrative, code = name, year = 2023) => ({
  edition,
  filing: townFiling(code, name, narrative, year),
});
const ownProse = (name: string) =>
  proseWith({
    overview: Array.from('甲乙丙丁戊己', (sign) =>
      Array.from(`${name}${sign}`, (each) => each.repeat(2))
        .join('')
        .repeat(12),
    ),
  });
const copy = proseWith({ overview: withFiguresOf(2023, overview), problems: problems.map((line) => line.replace('图解', '漫画')) });

describe('Y-6 among units: reports that repeat each other', () => {
  const towns = [town('大路镇', townProse), town('阳江镇', ownProse('阳江镇')), town('龙江镇', copy), town('石壁镇', ownProse('石壁镇'))];
  const found = findSimilarFilings(towns);

  test('both are named, each with the other unit, how much, and in how many passages', () => {
    expect(found.map(({ alike }) => alike.map(({ other }) => other))).toEqual([[2], [], [0], []]);
    expect(found[0]?.finding).toMatchObject({ code: 'Y-6', kind: 'similarity', severity: 'warning', table: null, cells: [] });
    expect(found[0]?.finding?.message.zh).toMatch(
      /^正文 99% 的文字与龙江镇的报告相同（20 字以上相同的段落 6 处，最长 \d\d 字）；如此雷同的单位共 1 家/u,
    );
    expect(found[2]?.finding?.message.en).toMatch(/^99% of the text repeats the report of 大路镇 \(6 passages/u);
    expect(found[1]?.finding).toBeNull();
  });

  test('the passages are shown on demand, in both reports, in the order of the first', () => {
    const [one, other] = [towns[0], towns[2]].map((each) => ({
      ...each?.filing,
      form: edition.form,
      cells: {},
      narrative: each?.filing.narrative ?? {},
    }));
    if (one === undefined || other === undefined) throw new Error('there are four towns');
    const { percent, passages } = sharedProse(one, other, 20);
    expect(percent).toBe(99);
    expect(passages.map(({ here }) => [here.section, here.block])).toEqual([
      ['overview', 1],
      ['overview', 3],
      ['overview', 5],
      ['problems', 0],
      ['problems', 1],
      ['problems', 1],
    ]);
    for (const { here, there, letters } of passages) {
      for (const [report, { section, block, start, end, text }] of [
        [one, here],
        [other, there],
      ] as const) {
        const content = report.narrative[section]?.[block];
        expect(content === undefined ? '' : plainText(content, () => '').slice(start, end)).toBe(text);
      }
      expect(here.text.replaceAll(/\d+/gu, '#')).toBe(there.text.replaceAll(/\d+/gu, '#'));
      expect(letters).toBeGreaterThanOrEqual(20);
    }
  });

  test('the finding is about the most alike, and says how many there are', () => {
    const third = proseWith({ overview, problems: ['我们镇自己的问题和措施各写了一句。'] });
    const [first] = findSimilarFilings([town('大路镇', townProse), town('会山镇', third), town('龙江镇', copy), town('中原镇', copy)]);
    expect(first?.finding?.message.zh).toContain('与龙江镇的报告相同');
    expect(first?.finding?.message.zh).toContain('共 2 家');
    expect(first?.alike).toEqual([
      { other: 2, percent: 99 },
      { other: 3, percent: 99 },
    ]);
  });
});

describe('what is not compared', () => {
  const isFound = (...filings: Parameters<typeof findSimilarFilings>[0]) =>
    findSimilarFilings(filings).some(({ finding }) => finding !== null);

  test('revisions of one unit’s filing, and filings of different years', () => {
    expect(isFound(town('大路镇', townProse), town('大路镇', copy))).toBe(false);
    expect(isFound(town('大路镇', townProse), town('龙江镇', copy, '龙江镇', 2022))).toBe(false);
    expect(isFound(town('大路镇', townProse), town('龙江镇', copy))).toBe(true);
    const revised = findSimilarFilings([town('大路镇', townProse), town('龙江镇', copy), town('龙江镇', copy)])[0];
    expect(revised?.alike).toHaveLength(2);
    expect(revised?.finding?.message.zh).toContain('共 1 家');
  });

  test('short prose', () => {
    const short = proseWith({ overview: ['本年度没有收到申请。'], problems: ['无。'] });
    expect(isFound(town('大路镇', short), town('龙江镇', short))).toBe(false);
  });

  test('a filing whose rule book has no such rule', () => {
    const { acrossUnits: _left, ...book } = edition.book;
    const silent = { edition: { ...edition, book }, filing: townFiling('龙江镇', '龙江镇', copy) };
    expect(findSimilarFilings([town('大路镇', townProse), silent]).map(({ finding }) => finding === null)).toEqual([false, true]);
  });

  test('nothing, of nothing and of one filing', () => {
    expect(findSimilarFilings([])).toEqual([]);
    expect(findSimilarFilings([town('大路镇', townProse)])).toEqual([{ finding: null, alike: [], skipped: null }]);
  });
});

test('the rule stands in both editions, about other units', () => {
  for (const { book } of [edition2019(), edition]) {
    expect((book.acrossUnits ?? []).filter(({ kind }) => kind === 'similarity')).toMatchObject([
      { code: 'Y-6', against: 'otherUnits', severity: 'warning', threshold: 80, minimum: 100 },
    ]);
  }
});

test('among six hundred towns the one that copied is found', () => {
  const towns = Array.from({ length: 600 }, (_unused, index) =>
    town(`第${String(index)}镇`, ownProse(String.fromCharCode(0x5000 + index, 0x6000 + index))),
  );
  towns[7] = town('大路镇', townProse);
  towns[511] = town('龙江镇', copy);
  const found = findSimilarFilings(towns).flatMap(({ finding, alike }, index) => (finding === null ? [] : [[index, alike[0]?.other]]));
  expect(found).toEqual([
    [7, 511],
    [511, 7],
  ]);
});
