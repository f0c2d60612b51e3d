import { describe, expect, test } from 'vitest';
import { editionIds } from '../../fixtures/editions.ts';
import { findingsOf, quoted } from './form-checks.ts';

const start = '主动公开、依申请公开、信息管理、平台建设、监督保障有序推进。';
const unit = (unitName: string, text: string) => ({ unitName, prose: { overview: `${start}\n${text}` } });

describe.each(editionIds)('C-14 in the %s edition: names that the unit cannot give itself', (edition) => {
  test('is one warning at the first place, with how many there are', () => {
    const report = { edition, ...unit('昌图县七家子镇人民政府', '我局高度重视。我局成立领导小组。\n下一步，我局将加强培训。') };
    expect(findingsOf(report, 'C-14')).toMatchObject([
      {
        severity: 'warning',
        quotation: { block: 1, start: 0, end: 2, words: '我局', sentence: '我局高度重视。' },
        message: { zh: '正文自称“我局”（共 3 处），填报单位是“昌图县七家子镇人民政府”；是否照搬了其他单位的文字' },
      },
    ]);
  });

  test.each([
    ['绥阳县小关乡人民政府', '我局'],
    ['沈阳市于洪区迎宾路街道办事处', '我局'],
    ['富县人民政府', '我局'],
    ['宿迁市', '本局'],
    ['海南省公安厅', '我局'],
    ['定安县民政局', '我镇'],
    ['绥阳县小关乡人民政府', '我镇'],
    ['昌图县七家子镇人民政府', '我乡'],
    ['定安县民政局', '我街道'],
    ['定安县民政局', '我厅'],
    ['会泽县人民政府', '我乡'],
  ])('%s does not say %s', (unitName, words) => {
    expect(quoted({ edition, ...unit(unitName, `全年${words}公开信息41条。`) }, 'C-14')).toEqual([words]);
  });

  test.each([
    ['定安县民政局', '我局、我单位、本机关、我县、我市'],
    ['海口市公安局交通警察支队', '我局、我支队'],
    ['定安县发展和改革委员会', '我局、我委'],
    ['昌图县七家子镇人民政府', '我镇、我县、我单位'],
    ['景德镇市教育局', '我局、我镇'],
    ['绥阳县小关乡人民政府', '我乡、我县'],
    ['沈阳市于洪区迎宾路街道办事处', '我街道、我街、我区'],
    ['富县人民政府', '我县、我省、全县各乡镇'],
    ['海口市人民政府研究室', '我室、我局'],
    ['昌图县七家子镇人民政府', '自我局限、“我局我来讲”、《我局这一年》'],
    ['定安县民政局', '我镇静地、我乡镇干部'],
  ])('%s may say %s', (unitName, text) => {
    expect(findingsOf({ edition, ...unit(unitName, `${text}。`) }, 'C-14')).toEqual([]);
  });
});

describe('C-15 and C-16: the unit that made the report, or answers questions', () => {
  const named = (unitName: string, preamble: string, level: 'township' | 'department' | 'county' = 'township') => ({
    unitName,
    level,
    prose: { preamble },
  });
  const town = '建水县面甸镇人民政府';

  test('C-15 another unit as the maker (建水县面甸镇 2025) is a warning', () => {
    const report = named(town, '本报告由建水县民族宗教事务局编制。');
    expect(findingsOf(report, 'C-15')).toMatchObject([
      {
        severity: 'warning',
        section: 'preamble',
        quotation: { words: '建水县民族宗教事务局' },
        message: { zh: '编制单位写的是“建水县民族宗教事务局”，填报单位是“建水县面甸镇人民政府”' },
      },
    ]);
    expect(quoted(named('定安县教育局', '本年报由定安县民政局办公室负责编制。', 'department'), 'C-15')).toEqual(['定安县民政局']);
    expect(quoted(named('定安县龙门镇人民政府', '本年报由定安县岭口镇编制。'), 'C-15')).toEqual(['定安县岭口镇']);
  });

  test('C-16 another unit for questions is a hint', () => {
    const report = named(
      town,
      '如对本报告有疑问，请与建水县民族宗教事务局办公室（地址：建水县某路1号）联系，或请联系建水县民族宗教事务局，电话：0873-1234567。',
    );
    expect(findingsOf(report, 'C-16').map(({ severity }) => severity)).toEqual(['hint']);
    expect(quoted(report, 'C-16')).toEqual(['建水县民族宗教事务局']);
  });

  test.each([
    [town, '本报告由面甸镇党政办公室编制。如有疑问，请与建水县面甸镇人民政府联系。'],
    [town, '本报告由建水县人民政府办公室编制。请联系面甸镇人民政府综合办，电话：0873-1。'],
    ['定安县发展和改革委员会', '本报告由县发改委编制。请与定安县发展和改革委员会办公室联系。'],
    ['定安县教育局', '本报告由我局办公室编制，请与局办公室联系，各镇、各部门编制的目录另行公布。'],
    ['厦门市海沧区人民政府东孚街道办事处', '请与东孚街道党政办联系（地址：海沧区东孚街道洪诗路98号）。'],
    ['定安县教育局', '依据国务院办公厅编制的格式，由各乡镇编制，由本机关编写。'],
  ])('%s passes: %s', (unitName, preamble) => {
    const report = named(unitName, preamble, unitName.endsWith('局') ? 'department' : 'township');
    expect([...findingsOf(report, 'C-15'), ...findingsOf(report, 'C-16')]).toEqual([]);
  });

  test('the bureau in charge may make the report of a county', () => {
    const report = named('来凤县人民政府', '本报告由来凤县政务服务和大数据管理局编制，请与来凤县政务服务和大数据管理局联系。', 'county');
    expect([...findingsOf(report, 'C-15'), ...findingsOf(report, 'C-16')]).toEqual([]);
  });
});
