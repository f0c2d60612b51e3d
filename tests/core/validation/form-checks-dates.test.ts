import { describe, expect, test } from 'vitest';
import { editionIds, type EditionId } from '../../fixtures/editions.ts';
import { findingsOf, quoted, reportYears } from './form-checks.ts';

const preamble = (text: string, edition: EditionId = '2021') => ({ edition, prose: { preamble: text } });
const inOverview = (text: string) => ({
  prose: { overview: `主动公开、依申请公开、信息管理、平台建设、监督保障有序推进。\n${text}` },
});

describe.each(editionIds)('C-11 in the %s edition: the year that the report covers', (edition) => {
  const year = reportYears[edition];
  const [now, before, after] = [String(year), String(year - 1), String(year + 1)];

  test('last year’s period left standing is a warning with the words and the year', () => {
    const report = preamble(`本报告中所列数据的统计期限自${before}年1月1日起至${before}年12月31日止。`, edition);
    const found = findingsOf(report, 'C-11');
    expect(found).toMatchObject([{ severity: 'warning', section: 'preamble', quotation: { block: 0 } }]);
    expect(found[0]?.quotation?.words).toBe(`统计期限自${before}年1月1日起至${before}年12月31日`);
    expect(found[0]?.message.zh).toBe(`“统计期限自${before}年1月1日起至${before}年12月31日”不是本报告的年度（${now} 年）`);
  });

  test.each([
    [`本报告所列数据为${before}年1月1日至12月31日。`, `${before}年1月1日至12月31日`],
    [`数据期限为${now}年1月1日至${after}年12月31日。`, `${now}年1月1日至${after}年12月31日`],
    [`数据截至${before}年12月31日。`, `截至${before}年12月31日`],
    [`统计时限：${before}年全年。`, `统计时限：${before}年`],
    [`现公布${before}年度政府信息公开工作年度报告。`, `${before}年度政府信息公开工作年度报告`],
    [`数据统计期间为 ${before} 年 1 月 1 日 — 12 月 31 日。`, `统计期间为 ${before} 年 1 月 1 日 — 12 月 31 日`],
  ])('%s', (text, words) => {
    expect(quoted(preamble(text, edition), 'C-11')).toEqual([words]);
  });

  test.each([
    `本报告中所列数据的统计期限自${now}年1月1日起至${now}年12月31日止。`,
    `本报告中所列数据的统计期限从${now}年1月1日至12月31止。`,
    `本报告所列数据的统计周期为:${now}年1月1日—12月31日，于${after}年1月20日公布。`,
    `根据《关于做好${before}年政府信息公开工作年度报告编制和发布工作的通知》要求编制。`,
    `《条例》自2019年5月15日起施行。现将${now}年度政府信息公开工作报告如下：`,
  ])('passes: %s', (text) => {
    expect(findingsOf(preamble(text, edition), 'C-11')).toEqual([]);
  });
});

describe('C-11 outside the preamble', () => {
  test('reads only sentences that speak of the period', () => {
    expect(quoted(inOverview('信息数据统计期限为：2022年1月1日—2022年12月31日。'), 'C-11')).toEqual([
      '统计期限为：2022年1月1日—2022年12月31日',
    ]);
    expect(findingsOf(inOverview('统计期限为2023年全年。2022年1月1日至12月31日，收到申请12件。'), 'C-11')).toEqual([]);
    expect(findingsOf(inOverview('截至2022年12月31日，现行有效规范性文件8件。'), 'C-11')).toEqual([]);
  });
});

describe('C-12: dates that no calendar has', () => {
  test.each([
    ['截至202020年12月31日，公开信息41条。', '202020年12月31日'],
    ['统计期限从2022年11日至1231日。', '2022年11日至1231日'],
    ['统计期限从202211日起到20221231日止。', '202211日起到20221231日'],
    ['2023年13月31日印发。', '2023年13月31日'],
    ['2023年13月，召开会议。', '2023年13月'],
    ['2023年2月29日召开会议。', '2023年2月29日'],
    ['2月30日召开会议。', '2月30日'],
    ['６月３１日召开会议。', '６月３１日'],
    ['12月311日召开会议。', '12月311日'],
    ['202年12月31日印发。', '202年12月31日'],
    ['2203年12月31日印发。', '2203年12月31日'],
    ['2023年0月1日印发。', '2023年0月1日'],
    ['20223年度收到申请3件。', '20223年'],
    ['数据自年月日起统计。', '自年月日'],
    ['于 2023 年 11 月 31 日印发。', '2023 年 11 月 31 日'],
  ])('%s', (text, words) => {
    expect(findingsOf(inOverview(text), 'C-12')).toMatchObject([
      {
        severity: 'warning',
        section: 'overview',
        quotation: { block: 1, words, sentence: text },
        message: { zh: `“${words}”不是一个日期，请核对年、月、日` },
      },
    ]);
  });

  test.each([
    '自2020年1月1日起至2020年12月31日止。',
    '2024年2月29日、2000年2月29日和2月29日都召开会议。',
    '从1月1日至12月31止，12月30—31日除外，1-12月共召开会议12次。',
    '自2008年以来，20年间，历时365日，办理时限由20日缩短至15日，延长至120日。',
    '2023年04月05日，建党102年，至2023年底，第十五届“5·15政务公开日”。',
    '邮编：131200，电话0431-20221231，信用代码11460000MB1234567。',
    '2,023年一遇，3.11月，出生年月日等信息。',
    '刑期3年2月，共2023份，2023—2025年，24小时，第13月龄。',
  ])('passes: %s', (text) => {
    expect(findingsOf(inOverview(text), 'C-12')).toEqual([]);
  });

  test('one finding for each, and one for a sentence that stands there twice', () => {
    expect(quoted(inOverview('2月30日开会，4月31日又开会。'), 'C-12')).toEqual(['2月30日', '4月31日']);
    expect(quoted(inOverview('2月30日开会。\n2月30日开会。'), 'C-12')).toEqual(['2月30日']);
  });
});
