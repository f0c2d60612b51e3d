import { describe, expect, test } from 'vitest';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import type { Block } from '#core/narrative/narrative.ts';
import { readText } from '../../fixtures/editions.ts';
import { findingsOf, formChecks, quoted, reportOf } from './form-checks.ts';

const start = '主动公开、依申请公开、信息管理、平台建设、监督保障有序推进。';
const inOverview = (text: string) => ({ prose: { overview: `${start}\n${text}` } });

describe('C-13: numbers that were lost', () => {
  test.each([
    ['本年度制发规范性文件0件，现行有效的规范性文件。', '现行有效的规范性文件'],
    ['截至年底现行有效行政规范性文件件。', '现行有效行政规范性文件件'],
    ['2023年，共收到政府信息公开申请件。', '收到政府信息公开申请件'],
    ['全年受理依申请公开件，均已办结。', '受理依申请公开件'],
    ['2023年，收到了政府信息公开申请件；其中网络申请3件。', '收到了政府信息公开申请件'],
    ['累计制发行政规范性文件件，废止2件。', '制发行政规范性文件件'],
    ['全年共收到件，办结3件。', '共收到件'],
    ['公开各类信息共条。', '公开各类信息共条'],
    ['申请数量同比增长%。', '申请数量同比增长%'],
    ['办结率达到％，满意率98%。', '办结率达到％'],
  ])('%s', (text, words) => {
    expect(findingsOf(inOverview(text), 'C-13')).toMatchObject([
      {
        severity: 'warning',
        section: 'overview',
        quotation: { block: 1, words },
        message: { zh: `“${words}”少了数字`, en: `A number is missing in “${words}”` },
      },
    ]);
  });

  test.each([
    '现行有效的规范性文件0件。',
    '全面梳理现行有效的规范性文件。',
    '及时公开规章、现行有效的规范性文件。',
    '现行有效的规范性文件，均已在门户网站集中公开。',
    '2023年，共收到政府信息公开申请3件。',
    '2023年，共收到依申请公开件0件，上年结转0件。',
    '全年未收到政府信息公开申请件。',
    '2023年度，中心没有收到依申请公开件，也未受理信息公开申请件。',
    '对收到的政府信息公开申请件，及时登记。',
    '收到政府信息公开申请件后，第一时间登记。',
    '收到政府信息公开申请件，及时登记、分办、督办。',
    '全年共收到政府信息公开申请，均按期答复。',
    '网址为http://www.example.gov.cn/%E5%85%AC%E5%BC%80，办结率90余%、百分之百。',
    '共享单车条例、公共条件、年度件次统计表。',
  ])('passes: %s', (text) => {
    expect(findingsOf(inOverview(text), 'C-13')).toEqual([]);
  });

  test('headings name what follows', () => {
    const heading: readonly Block[] = [{ kind: 'heading', level: 3, content: [{ kind: 'text', text: '现行有效的规范性文件' }] }];
    expect(findingsOf({ prose: { overview: [...narrativeFromText(start), ...heading] } }, 'C-13')).toEqual([]);
  });

  test('a bound figure is a number while its cell is filled in', () => {
    const overview: readonly Block[] = [
      ...narrativeFromText(start),
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: '全年共收到政府信息公开申请' },
          { kind: 'figure', cell: 'applications.receivedThisYear.total' },
          { kind: 'text', text: '件。' },
        ],
      },
    ];
    const report = { prose: { overview } };
    const sound = reportOf(report);
    const blank = { ...sound, cells: { ...sound.cells, 'applications.receivedThisYear.total': null } };
    expect(findingsOf(report, 'C-13', sound)).toEqual([]);
    expect(findingsOf(report, 'C-13', blank).map(({ quotation }) => quotation?.words)).toEqual(['收到政府信息公开申请件']);
    expect(findingsOf(report, 'C-13', sound)).toEqual([]);
  });
});

describe('sentences from reports', () => {
  const sentences = readText('tests/fixtures/narrative/harmless.txt').trim().split('\n');

  test('none of those that say nothing about the tables is found fault with', () => {
    const findings = findingsOf(inOverview(sentences.join('\n')));
    expect(findings.map(({ code, quotation }) => [code, quotation?.words])).toEqual([]);
    expect(formChecks['2021'].rules.length).toBeGreaterThan(15);
  });

  test.each(sentences)('%s', (sentence) => {
    expect(quoted(inOverview(sentence), 'C-12')).toEqual([]);
    expect(quoted(inOverview(sentence), 'C-13')).toEqual([]);
  });
});
