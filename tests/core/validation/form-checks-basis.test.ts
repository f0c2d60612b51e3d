import { describe, expect, test } from 'vitest';
import { standardTitle } from '#core/filing/filing.ts';
import { findingsOf, quoted, reportOf } from './form-checks.ts';

describe('C-6: 采购总金额 without its unit', () => {
  const amount = 'proactiveDisclosure.centralizedProcurement.procurementAmount';
  const sound = reportOf({ edition: '2019' });
  const found = (value: number | string | null, units = {}) =>
    findingsOf({ edition: '2019' }, 'C-6', { ...sound, cells: { ...sound.cells, [amount]: value }, cellUnits: units });

  test.each(['866534.00', 8040, '0.5'])('%j is a warning on the cell', (value) => {
    expect(found(value)).toMatchObject([{ severity: 'warning', table: 'proactiveDisclosure', section: null, cells: [amount] }]);
  });

  test('says cell and value', () => {
    expect(found(8040)[0]?.message).toEqual({
      zh: '政府集中采购（采购总金额）：填了 8,040，没有注明是元还是万元',
      en: 'centralized government procurement (procurement amount): 8,040 is stated without its unit, 元 or 万元',
    });
  });

  test.each([0, '0.00', null])('%j needs none', (value) => {
    expect(found(value)).toEqual([]);
  });

  test.each(['元', '万元'])('passes with %s', (unit) => {
    expect(found('866534.00', { [amount]: unit })).toEqual([]);
  });
});

const title60 = '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》';
const title30 = '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》';
const form30 = '《中华人民共和国政府信息公开工作年度报告格式》';
const cite = (text: string) => ({ prose: { preamble: `本报告根据《中华人民共和国政府信息公开条例》和${text}的要求编制。` } });

describe('C-7: the notice cited as the basis', () => {
  test('the older notice in a report of 2021 on (西咸太平镇 2022) is a warning that names the right one', () => {
    const report = cite(`${title60}（国办公开办函〔2019〕60号）`);
    expect(findingsOf(report, 'C-7')).toMatchObject([{ severity: 'warning', section: 'preamble', cells: [] }]);
    expect(quoted(report, 'C-7')).toEqual(['国办公开办函〔2019〕60号']);
    expect(findingsOf(report, 'C-7')[0]?.message.zh).toBe(
      '编制依据写的是“国办公开办函〔2019〕60号”，不是本年度适用的格式；本报告适用国办公开办函〔2021〕30号',
    );
  });

  test('the title of one with the number of the other (永嘉界坑乡 2022) is said to be so', () => {
    const [finding] = findingsOf(cite(`${title60}（国办公开办函〔2021〕30号）`), 'C-7');
    expect(finding?.message.zh).toContain('年度报告有关事项的通知》”与文号“国办公开办函〔2021〕30号”不是同一份通知');
    expect(finding?.message.en).toContain('belong to different notices');
    expect(finding?.quotation?.words).toMatch(/^《.*30号$/u);
  });

  test.each([
    ['the form on trial', '《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2021〕30号）'],
    ['the own title with the other number', `${form30}（国办公开办函〔2019〕60号）`],
    ['the own title with a number that is none', `${form30}（国办公开办函〔2021〕31号）`],
    ['a year of the other', `${title30}（国办公开办函〔2019〕30号）`],
  ])('%s is one finding', (_name, text) => {
    expect(findingsOf(cite(text), 'C-7')).toHaveLength(1);
  });

  test.each([
    `${title30}（国办公开办函〔2021〕30号）`,
    `${form30}(国办公开办函[2021]30号)`,
    '《关于印发<中华人民共和国政府信息公开工作年度报告格式>的通知》（国办公开办函〔2021〕30号）',
    '国办公开办函〔2021〕30号、广元市昭化区人民政府办公室《关于做好2023年政府信息公开工作年度报告编制和发布工作的通知》',
    '《关于做好政府信息公开工作年度报告有关事项的通知》等有关文件精神，以及国办公开办函〔2021〕30号',
    '《关于政府信息公开工作年度报告有关事项的通知》（琼府办函〔2023〕7号）',
    '国办公开办函〔2019〕61号（政府信息公开平台）',
  ])('passes: %s', (text) => {
    expect(findingsOf(cite(text), 'C-7')).toEqual([]);
  });

  test('in the report for 2020 it is the other way round', () => {
    const report = (text: string) => ({ edition: '2019' as const, ...cite(text) });
    expect(findingsOf(report(`${title60}（国办公开办函〔2019〕60号）`), 'C-7')).toEqual([]);
    expect(findingsOf(report('《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）'), 'C-7')).toEqual([]);
    expect(quoted(report(`${title30}（国办公开办函〔2021〕30号）`), 'C-7')).toEqual(['国办公开办函〔2021〕30号']);
    expect(findingsOf(report(`${title60}（国办公开办函〔2021〕30号）`), 'C-7')).toHaveLength(1);
  });
});

const titles = (title: string, unitName = '定安县发展和改革委员会') => findingsOf({ title, unitName });
const codes = (title: string, unitName?: string) => titles(title, unitName).map(({ code }) => code);

describe('C-8, C-9, C-10: the title', () => {
  test('C-8 is a warning where it says another year, in digits or in Chinese', () => {
    const [finding] = titles('定安县发展和改革委员会2022年政府信息公开工作年度报告');
    expect(finding).toMatchObject({ code: 'C-8', severity: 'warning', section: null, quotation: { words: '2022', start: 11, end: 15 } });
    expect(finding?.message.zh).toBe('题名写的是“2022”年，本报告的年度是 2023 年');
    expect(codes('定安县发展和改革委员会二〇二二年政府信息公开工作年度报告')).toContain('C-8');
    expect(codes('定安县发展和改革委员会政府信息公开工作年度报告（2022）')).toContain('C-8');
  });

  test('C-8 passes with the report year, though another year stands there too', () => {
    expect(codes('定安县发展和改革委员会2023年政府信息公开工作年度报告（2024年1月发布）')).toEqual([]);
    expect(codes('定安县发展和改革委员会二〇二三年政府信息公开工作年度报告')).toEqual(['C-10']);
  });

  test('C-9 is a warning where it names another unit', () => {
    const [finding] = titles('定安县民政局2023年政府信息公开工作年度报告');
    expect(finding).toMatchObject({ code: 'C-9', severity: 'warning', quotation: { words: '定安县民政局', start: 0 } });
    expect(finding?.message.zh).toBe('题名中的单位是“定安县民政局”，填报单位是“定安县发展和改革委员会”');
    expect(codes('2023年定安县民政局政府信息公开工作年度报告')).toEqual(['C-9']);
  });

  test.each([
    ['定安县发改委', '定安县发展和改革委员会'],
    ['定安县 发展和改革委员会', '定安县发展和改革委员会'],
    ['县发展和改革委员会', '定安县发展和改革委员会'],
    ['昌图县七家子镇', '昌图县七家子镇人民政府'],
    ['海南省人民政府', '海南省'],
    ['迎宾路街道', '沈阳市于洪区迎宾路街道办事处'],
    ['关于定安县发展和改革委员会', '定安县发展和改革委员会'],
  ])('C-9 takes %s for %s', (named, unitName) => {
    expect(codes(`${named}2023年政府信息公开工作年度报告`, unitName)).toEqual([]);
  });

  test('C-10 is a hint at other wording, with the title that the form asks for', () => {
    const [finding] = titles('定安县发展和改革委员会2023年度政府信息公开工作年度报告');
    expect(finding).toMatchObject({ code: 'C-10', severity: 'hint' });
    expect(finding?.message.zh).toContain(`按格式应为“${standardTitle('定安县发展和改革委员会', 2023)}”`);
  });

  test.each([
    '定安县发展和改革委员会2023年政府信息公开年报',
    '2023年政府信息公开工作年度报告',
    '政府信息公开工作年度报告',
    'XX（单位全称）XXXX年政府信息公开工作年度报告',
    '定安县发展和改革委员会2023年政府信息公开工作告年度报',
  ])('C-10 speaks of %s', (title) => {
    expect(codes(title)).toContain('C-10');
  });

  test.each([
    '定安县发展和改革委员会2023年政府信息公开工作年度报告',
    '定安县发展和改革委员会　２０２３年\n政府信息公开工作年度报告（公示稿）',
    '2023年定安县发展和改革委员会政府信息公开工作年度报告',
  ])('%s is as it should be', (title) => {
    expect(codes(title)).toEqual([]);
  });
});
