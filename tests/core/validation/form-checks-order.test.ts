import { describe, expect, test } from 'vitest';
import { editionIds } from '../../fixtures/editions.ts';
import { findingsOf, quoted } from './form-checks.ts';

const start = '主动公开、依申请公开、信息管理、平台建设、监督保障有序推进，全年工作取得了新的成效，各项任务已经完成。';
const lines = (...text: readonly string[]) => ({ prose: { overview: [start, ...text].join('\n') } });
const body = '各部门严格落实条例，扎实推进各项工作，公开质量和服务水平都有了新的提升，群众满意度不断提高。';

describe.each(editionIds)('C-17 in the %s edition: numbers before headings', (edition) => {
  test('a number that skips is a hint that says which is due', () => {
    const report = { edition, ...lines('（一）主动公开', body, '（三）政府信息管理', body, '（五）监督保障', body) };
    expect(findingsOf(report, 'C-17')).toMatchObject([
      {
        severity: 'hint',
        section: 'overview',
        quotation: { block: 3, start: 0, end: 3, words: '（三）' },
        message: { zh: '“(三)”与前文编号不衔接，按顺序应为“(二)”', en: '“(三)” does not follow on; the number due is “(二)”' },
      },
    ]);
  });

  test.each([
    ['begins in the middle', ['（二）依申请公开', body], '（二）'],
    ['repeats', ['（一）主动公开', body, '（二）依申请公开', body, '（二）政府信息管理', body], '（二）'],
    ['begins anew', ['（一）主动公开', body, '（二）依申请公开', body, '（一）政府信息管理', body], '（一）'],
    ['goes back', ['（一）主动公开。', '（二）依申请公开。', '（三）信息管理。', '（二）平台建设。'], '（二）'],
    ['skips among inner ones', ['（一）主动公开', '1.网站公开。', '3.其他公开。'], '3.'],
    ['skips with 、', ['1、主动公开。', '2、依申请公开。', '4、平台建设。'], '4、'],
    ['skips at the outermost level', ['一、主动公开。', '二、依申请公开。', '四、平台建设。'], '四、'],
    ['skips beyond ten', [...Array.from('一二三四五六七八九十', (each) => `（${each}）其他工作。`), '（十二）平台建设。'], '（十二）'],
  ])('%s', (_name, text, words) => {
    expect(quoted({ edition, ...lines(...text) }, 'C-17')).toEqual([words]);
  });

  test.each([
    ['in order', ['（一）主动公开', body, '（二）依申请公开。各部门依法办理。', ' (三) 政府信息管理', body]],
    ['inner ones begin anew', ['（一）主动公开', '1.网站。', '2.公报。', '（二）依申请公开', '1.制度。', '2.办理。']],
    [
      'outer ones begin anew under a heading',
      ['存在问题：', '（一）人员少。', '（二）经费少。', '改进措施：', '（一）增加人员。', '（二）增加经费。'],
    ],
    ['and under an outermost one', ['一、问题', '（一）人员少。', '二、改进', '（一）增加人员。', '（二）增加经费。']],
    ['a paragraph holds the ones before', ['（一）人员少；（二）经费少。', '（三）制度不全。']],
    ['inner ones begin in a paragraph', ['主要做法：1.建立制度；', '2.加强培训。']],
    ['figures are no numbers', ['2023年公开信息。', '3.5万人次浏览。', '一是公开。', '三是管理。', '12345热线。']],
    ['twelve of them', '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ').map((each) => `（${each}）其他工作。`)],
  ])('passes: %s', (_name, text) => {
    expect(quoted({ edition, ...lines(...text) }, 'C-17')).toEqual([]);
  });
});

describe('C-18: lists of the parts of the report', () => {
  const list = (text: string) => ({ prose: { preamble: text } });

  test('five of six are a hint that names the missing one (开平市农业农村局 2020)', () => {
    const sentence =
      '本报告由主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况及其他需要报告的事项等五个部分组成。';
    const [finding] = findingsOf(list(`根据条例编制。${sentence}统计期限为2023年。`), 'C-18');
    expect(finding).toMatchObject({ severity: 'hint', section: 'preamble', quotation: { block: 0, start: 7, words: sentence } });
    expect(finding?.message.zh).toMatch(/^“本报告由主动公开.*…”列举报告的组成部分，缺：总体情况$/u);
    expect(finding?.message.en).toContain('without: overview');
  });

  test('the list may stand in the overview, and two may be missing', () => {
    const overview = `${start}本年报包括概述、主动公开情况、依申请公开情况、存在问题等内容。`;
    expect(findingsOf({ prose: { overview } }, 'C-18').map(({ message }) => message.zh)).toEqual([
      expect.stringContaining('缺：行政复议、行政诉讼情况、其他需要报告的事项'),
    ]);
  });

  test.each([
    '全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项。',
    '本报告包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个部分。',
    '本报告由总体情况等六个部分组成。',
    '落实主动公开、依申请公开要求，解决总体进度问题。',
  ])('passes: %s', (text) => {
    expect(findingsOf(list(text), 'C-18')).toEqual([]);
  });
});
