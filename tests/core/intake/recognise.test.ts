import { describe, expect, test } from 'vitest';
import { recognise } from '#core/intake/recognise.ts';
import { splitLines } from '#core/intake/lines.ts';
import { readTitle } from '#core/intake/title.ts';
import { edition2019, secondEdition, seedText } from '../../fixtures/editions.ts';
import { layouts, publishedReport, renderPublished } from '../../fixtures/published-report.ts';

const first = edition2019();
const second = secondEdition();
const editions = [first, second];

describe('recognise', () => {
  test('names year, unit and edition of the seed', () => {
    expect(recognise(seedText(), editions)).toEqual({ year: 2020, unitName: '海南省', editionId: '2019' });
    expect(recognise(seedText(), [first])).toEqual({ year: 2020, unitName: '海南省', editionId: '2019' });
  });

  test.each(Object.entries(layouts))('tells the editions apart by their columns, with %s', (_name, layout) => {
    const shanghai = renderPublished(publishedReport('shanghai-govoffice-2019'), first.form, layout);
    const suqian = renderPublished(publishedReport('suqian-city-2024'), second.form, layout);
    expect(recognise(shanghai, editions)).toEqual({ year: 2019, unitName: '上海市人民政府办公厅', editionId: '2019' });
    expect(recognise(suqian, editions)).toEqual({ year: 2024, unitName: '宿迁市', editionId: 'second' });
    expect(recognise(suqian, [first]).editionId).toBeNull();
  });

  test('takes the year from the stated period where there is no title', () => {
    expect(recognise(seedText().replace('海南省2020年政府信息公开工作年度报告', ''), editions)).toEqual({
      year: 2020,
      unitName: null,
      editionId: '2019',
    });
  });

  test.each(['', '今天天气很好。', '{"format":"nianbao.filing/1"}'])('knows nothing of %j', (text) => {
    expect(recognise(text, editions)).toEqual({ year: null, unitName: null, editionId: null });
  });
});

describe('readTitle', () => {
  test.each([
    ['海南省2020年政府信息公开工作年度报告', 2020, '海南省'],
    ['2022年上海市政府信息公开工作年度报告', 2022, '上海市'],
    ['2025年度上海市政府信息公开工作年度报告', 2025, '上海市'],
    ['政府信息公开工作年度报告', null, null],
    ['沭阳县2025年度政府信息公开工作年度报告', 2025, '沭阳县'],
    ['海口市商务局２０２０年政府信息公开工作年度报告', 2020, '海口市商务局'],
    ['海口市商务局二〇二〇年政府信息公开工作年度报告', 2020, '海口市商务局'],
    ['海口市商务局政府信息公开工作年度报告（2020年）', 2020, '海口市商务局'],
    ['海口市商务局2020年政府信息公开工作年度报告（2021年1月发布）', 2020, '海口市商务局'],
    ['海口市商务局政府信息公开工作年度报告（2021年1月发布）', null, '海口市商务局'],
    ['海口市商务局2020年政府信息公开年报', 2020, '海口市商务局'],
    ['海口市商务局\n2020年政府信息公开工作年度报告', 2020, '海口市商务局'],
    ['海口市商务局2020年\n政府信息公开工作年度报告', 2020, '海口市商务局'],
    ['海口市商务局\n2020年政府信息公开\n工作年度报告', 2020, '海口市商务局'],
    [
      '首页 > 政府信息公开 > 政府信息公开年报\n索引号：123\n海口市商务局2020年政府信息公开工作年度报告\n发布日期：2021-01-20',
      2020,
      '海口市商务局',
    ],
    ['# 海口市商务局 2020 年政府信息公开工作年度报告', 2020, '海口市商务局'],
  ])('reads %j', (text, year, unitName) => {
    expect(readTitle(splitLines(text))).toMatchObject({ year, unitName });
  });

  test.each(['根据《中华人民共和国政府信息公开条例》编制本报告', '本单位2020年政府信息公开工作年度报告', '2020年工作总结'])(
    'finds none in %j',
    (text) => {
      expect(readTitle(splitLines(text))).toBeNull();
    },
  );
});
