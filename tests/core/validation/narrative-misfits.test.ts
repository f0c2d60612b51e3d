/** The real misfits that domain.md 2.6 lists, in sentences written in the style of those reports, through the whole of validation. */
import { describe, expect, test } from 'vitest';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';
import { formOf } from '../figures/harness.ts';
import { check } from './narrative-reports.ts';

test('长春市退役军人事务局 2023：正文 2，表三 3', () => {
  const text = '（二）依申请公开工作情况。本年度，共受理政府信息公开申请2件，都在法定期限内予以答复。';
  expect(check(text, { receivedThisYear: 3, handlingTotal: 3 }, { reportYear: 2023 })).toMatchObject([
    { code: 'P-1', left: 2, right: 3, difference: -1, cells: ['applications.receivedThisYear.total'], quotation: { words: '2' } },
  ]);
});

describe('上海市政府办公厅 2019', () => {
  const cells = valuesOf(publishedReport('shanghai-govoffice-2019'), formOf('2019'));
  const told = { edition: '2019', reportYear: 2019, cells, unitName: '上海市人民政府办公厅' } as const;

  test('258 for 272 + 3, though the column of totals was left blank', () => {
    expect(check('答复政府信息公开申请805件。其中，予以公开和部分公开258件。', {}, told)).toMatchObject([
      { code: 'P-5', left: 258, right: 275, difference: -17 },
    ]);
  });

  test('a wrong percentage; cut off (4.34 for 4.348) and rounded ones are right', () => {
    const withheld = '答复政府信息公开申请805件。其中，不予公开35件，占';
    expect(check(`${withheld}4.34%。`, {}, told)).toEqual([]);
    expect(check(`${withheld}4.35%。`, {}, told)).toEqual([]);
    expect(check(`${withheld}4.43%。`, {}, told)).toMatchObject([
      { code: 'P-18', left: '4.43', right: '4.35', quotation: { words: '4.43' } },
    ]);
  });
});

test('海口高新区 2022：22 + 1335 + 350 = 1707 > 1386', () => {
  const text = '一是通过门户网站发布政务信息（1386）条，其中：概况类信息（22）条、政务动态信息（1335）条，信息公开目录（350）条。';
  expect(check(text, {})).toMatchObject([
    { code: 'P-19', left: 1707, right: 1386, difference: 321, relation: '<=', quotation: { words: '1386' } },
  ]);
});

test('民治街道 2025：5434 + 1919 + 1425 = 8778 > 8775', () => {
  const text =
    '2025年，街道累计公开信息8775条（2025年新增388条），在已公开信息当中公告、新闻动态类信息累计5434条（2025年新增163条），重点工作和专题信息累计1919条（2025年新增126条），其他信息累计1425条（2025年新增99条）。';
  expect(check(text, {}, { reportYear: 2025 })).toMatchObject([{ code: 'P-19', left: 8778, right: 8775, difference: 3 }]);
});

test('上海市科委 2024：分项 2160，总数 2139', () => {
  const text = '全年主动公开政府信息2139条，其中门户网站发布1280条，微信公众号发布640条，其他渠道发布240条。';
  expect(check(text, {})).toMatchObject([{ code: 'P-19', left: 2160, right: 2139, difference: 21 }]);
});

test('会同县林业局 2020：规章 1，表二 0', () => {
  expect(
    check('我局对2020年度公开的政府信息进行了认真梳理：规章对外公开总数量1件。', {}, { edition: '2019', reportYear: 2020 }),
  ).toMatchObject([{ code: 'P-15', left: 1, right: 0, cells: ['proactiveDisclosure.administrativeRule.totalDisclosed'] }]);
});

test('杨凌审计局 2022：同一专栏前文 20 条，后文 16 条', () => {
  const text = [
    '2022年，我局通过示范区管委会网站审计信息栏目公开信息20条。',
    '在管委会网站设置有审计信息专栏，全年通过审计信息专栏公开政府信息16条。',
  ].join('\n');
  expect(check(text, {}, { reportYear: 2022 })).toMatchObject([
    { code: 'P-21', left: 16, right: 20, difference: -4, quotation: { words: '16' } },
  ]);
});

test('临夏州公安局 2023：分项 15935 > 2808', () => {
  const text = '通过政务新媒体公开政府信息2808条，其中微信公众号1205条、微博12984条、今日头条1118条、抖音号628条，总阅读人数3200万余次。';
  expect(check(text, {}, { reportYear: 2023 })).toMatchObject([{ code: 'P-19', left: 15_935, right: 2808, quotation: { words: '2808' } }]);
});

describe('洪泽区 2024：正文 17，表三 95', () => {
  const text = '2024年，区政府办代表区政府受理政府信息公开申请17件，均已在法定期限内予以答复。';

  test('may be the office alone, which the sentence says: a hint, not a warning', () => {
    const [finding, ...others] = check(text, { receivedThisYear: 95 }, { reportYear: 2024, unitName: '淮安市洪泽区人民政府' });
    expect(finding).toMatchObject({ code: 'P-1', severity: 'hint', left: 17, right: 95, difference: -78 });
    expect(finding?.message.zh).toContain('若只指本级，请写明口径');
    expect(others).toEqual([]);
  });

  test('is a contradiction where it does not say so, and where the part is more than the whole', () => {
    const plain = '2024年，全区受理政府信息公开申请17件。';
    expect(check(plain, { receivedThisYear: 95 }, { reportYear: 2024 })).toMatchObject([{ severity: 'warning', left: 17, right: 95 }]);
    expect(check(text, { receivedThisYear: 16 }, { reportYear: 2024 })).toMatchObject([{ severity: 'warning', left: 17, right: 16 }]);
  });

  test('is a contradiction in the report of the office itself', () => {
    const told = { reportYear: 2024, unitName: '淮安市洪泽区人民政府办公室' };
    const own = '2024年，区政府办公室受理政府信息公开申请17件。';
    expect(check(own, { receivedThisYear: 95 }, told)).toMatchObject([{ severity: 'warning' }]);
  });
});
