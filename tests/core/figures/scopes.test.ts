/** What may be meant in more than one way raises nothing: accepted alternatives, parts of a whole, other subjects. */
import { describe, expect, test } from 'vitest';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';
import { check, formOf, read, shown, type Figures, type Told } from './harness.ts';

const year = { receivedThisYear: 713, broughtForward: 36, handlingTotal: 722, carriedForward: 27 };

test.each<[string, string, Figures, Told?]>([
  ['受理 may count what was carried over (沭阳)', '全县共受理政府信息公开申请749件，含上年结转36件。', year],
  ['受理 may count the year alone', '全县共受理政府信息公开申请713件，上年结转36件。', year],
  ['办理 may count all three ways', '全县办理政府信息公开申请722件。全县办理政府信息公开申请749件。', year],
  [
    '相关案件 counts both remedies (沭阳)',
    '因政府信息公开引发行政复议、行政诉讼相关案件74件。',
    { 'reconsideration.total': 61, 'directLitigation.total': 3, 'litigationAfterReconsideration.total': 10 },
  ],
  ['无法提供 may mean 不掌握 alone', '依申请公开中，不掌握相关信息无法提供282件。', { notHeld: 282, requiresCreation: 27 }],
  ['a single channel', '2023年，全县受理线上信息公开申请65件，依法办结62件，结转下年度办理3件，受理线下信息公开申请9件。', year],
  ['channels in a list of parts', '全县收到政府信息公开申请713件，其中网络平台收到300件，信函收到413件。', year],
  ['the office alone', '办结政府信息公开申请722件，其中市政府办公室办结12件。', year],
  ['an answer in parts', '在法定期限内答复政府信息公开申请700件，经批准后答复22件。', year],
  ['an answer in a list of parts', '收到政府信息公开申请713件，其中11件当场办结，8件申请人主动撤销。', year],
  ['what was carried over, then handled', '办理上年度结转申请36件。收到政府信息公开申请713件，上年结转办理36件。', year],
  ['公示数 is not 处理决定数', '全年公示行政许可55件、行政处罚12件。', { 'administrativeLicense.decisions': 423 }],
  ['a list in brackets', '公开政府规章13件（含新制定5件，修改4件，废止4件）。', { 'administrativeRule.issued': 9 }],
  ['all channels named together', '通过网络、信函、当面申请等方式，受理公民、法人或其他组织提出的政府信息公开申请713件。', year],
  ['last year beside this year', '收到政府信息公开申请713件，比2022年（681件）增加32件。', year, { reportYear: 2023 }],
  ['the year before', '2022年，收到政府信息公开申请681件，办结660件。', year, { reportYear: 2023 }],
  ['after the end of the year', '截至2024年1月20日，政府信息公开申请已办结749件。', year, { reportYear: 2023 }],
  ['an organ of reconsideration', '全年办理行政复议案件326件，维持180件。', { 'reconsideration.total': 2 }],
  ['a qualified denial', '未出现因答复不当引起的行政复议、行政诉讼。', { 'reconsideration.total': 2 }],
  ['a denial about another thing', '全年未收到行政许可申请，未收到信访件。', year],
  ['two counts at once', '收到和答复政府信息公开申请分别为713件和722件。', year],
])('%s', (_name, sentence, figures, told) => {
  expect(check(sentence, figures, told)).toEqual([]);
});

test('宿迁 2024: only concluded cases, 134 = 170 − 36 and 57 = 77 − 20', () => {
  const cells = valuesOf(publishedReport('suqian-city-2024'), formOf('2021'));
  const text = '全市因政府信息公开引发行政复议134件、行政诉讼57件。';
  expect(check(text, {}, { cells })).toEqual([]);
  expect(shown(read(text, {}, { cells }))).toEqual(['P-12 134 agrees', 'P-12 57 agrees']);
  expect(check(text.replace('134', '135'), {}, { cells })).toMatchObject([{ code: 'P-12', left: 135, right: 170 }]);
});

describe('percentages', () => {
  const table = { ...year, disclosed: 409, partiallyDisclosed: 18 };
  const share = (text: string) => check(`答复政府信息公开申请722件，其中予以公开409件，${text}。`, table);

  test.each(['占56.6%', '占56.65%', '占56.64%', '占比56%', '占57%', '占申请总数的57.36%', '占办结总数的54.6%'])(
    '%s is right for 409',
    (text) => {
      expect(share(text)).toEqual([]);
    },
  );

  test.each(['占57.0%', '占59%', '占65.6%'])('%s is wrong for 409 of 722', (text) => {
    expect(share(text)).toMatchObject([{ code: 'P-18', severity: 'warning' }]);
  });

  test('in brackets no word is needed; other rates are no shares', () => {
    expect(check('依申请公开中，予以公开409件（65.6%）。', table)).toMatchObject([{ code: 'P-18', left: '65.6', right: '56.6' }]);
    expect(check('依申请公开办结722件，按期办结率100%，满意率98%。予以公开409件，同比上升3%。', table)).toMatchObject([
      { code: 'P-20', severity: 'hint' },
    ]);
  });

  test('华富街道: 18 for 18.8', () => {
    expect(check('依申请公开中，部分公开18件，占18%。', { handlingTotal: 96, receivedThisYear: 96, partiallyDisclosed: 18 })).toEqual([]);
  });

  test('a share of what the text itself names', () => {
    expect(
      check('区政府办公室答复政府信息公开申请17件，其中予以公开10件，占58.8%。', { handlingTotal: 95, disclosed: 60 }).map(
        ({ code }) => code,
      ),
    ).not.toContain('P-18');
  });
});

describe('同比', () => {
  const form = formOf('2021');
  const prior = { form, cells: { 'applications.receivedThisYear.total': 64 } };
  const growth = (text: string) =>
    check(`2022年，全区共收到政府信息公开申请130件，${text}。`, { receivedThisYear: 130 }, { reportYear: 2022, prior });

  test('is compared with last year’s report where there is one', () => {
    expect(growth('申请量同比增长103%')).toEqual([]);
    expect(growth('较2021年上升103.1%')).toEqual([]);
    expect(growth('同比增长130%')).toMatchObject([{ code: 'P-20', left: 130, right: 103 }]);
    expect(growth('同比下降103%')).toMatchObject([{ code: 'P-20', left: 103, right: -103 }]);
  });

  test('P-20 says once, as a hint, that it could not be checked where last year’s figures are missing', () => {
    const text = '全区共收到政府信息公开申请130件，同比增长130%；答复政府信息公开申请128件，同比增长20%。';
    const table = { receivedThisYear: 130, handlingTotal: 128 };
    const bare = { form, cells: {} };
    for (const before of [null, bare, { form: formOf('2019'), cells: {} }]) {
      const findings = check(text, table, { reportYear: 2022, prior: before });
      expect(findings).toMatchObject([{ code: 'P-20', severity: 'hint', cells: [], quotation: null }]);
      expect(findings[0]?.message.zh).toMatch(/^没有可比的上年数据（新设立的单位属正常），.*（P-20）未能核对$/u);
    }
    expect(check('全区共收到政府信息公开申请130件。', table, { prior: null })).toEqual([]);
  });
});

describe('lists of parts', () => {
  const list = (text: string) => check(text, {}).map(({ left, right }) => [left, right]);

  test('name all parts after 分别为 and 包括', () => {
    expect(list('开展检查12次，分别为网站检查8次、新媒体检查4次。')).toEqual([]);
    expect(list('开展检查12次，分别为网站检查8次、新媒体检查3次。')).toEqual([[11, 12]]);
    expect(list('公开信息59条，包括政务信息12条、工作动态48条。')).toEqual([[60, 59]]);
    expect(list('公开信息59条，包括政务信息12条、工作动态29条等。')).toEqual([]);
  });

  test('may name some of them after 其中', () => {
    expect(list('公开信息59条，其中政务信息12条、工作动态29条。')).toEqual([]);
    expect(list('公开信息59条。其中，政务信息12条、工作动态49条。')).toEqual([[61, 59]]);
  });

  test('may be of several wholes, in brackets of the one before them, and may be followed by another list', () => {
    expect(list('网站公开信息100条，微信公开信息50条，其中原创120条。')).toEqual([]);
    expect(list('网站公开信息100条，微信公开信息50条（其中原创60条）。')).toEqual([[60, 50]]);
    expect(list('公开信息36条，其中网站30条、微信6条，文字20条、图片16条。')).toEqual([]);
    expect(list('公开信息221条，其中网站发布31条，其中概况17条，公告14条；微信公开190条。')).toEqual([]);
  });
});

describe('信息处理费', () => {
  test('denied and named in one section', () => {
    const text = '本年度未收取信息处理费。\n全年共收取政府信息公开信息处理费380元。';
    expect(check(text, {})).toMatchObject([{ code: 'P-17', left: 0, right: 380, severity: 'warning' }]);
    expect(check('本年度收取信息处理费0元。共收取信息处理费380元。', {})).toMatchObject([{ code: 'P-17' }]);
  });

  test('stated once, or denied once, or as a rate', () => {
    expect(check('全年共收取信息处理费380元（1件），其中一件80元。', {})).toEqual([]);
    expect(check('本年度未收取信息处理费。', {})).toEqual([]);
    expect(check('信息处理费标准为每件100元，本年度未收取信息处理费。', {})).toEqual([]);
  });
});
