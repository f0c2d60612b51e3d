import { describe, expect, test } from 'vitest';
import { editionIds } from '../../fixtures/editions.ts';
import { findingsOf, type Report } from './form-checks.ts';

const said = (report: Report, code: string) =>
  findingsOf(report, code).map(({ section, severity, message }) => [section, severity, message.zh]);
const messages = (report: Report, code: string) => findingsOf(report, code).map(({ message }) => message.zh);

describe.each(editionIds)('C-1 in the %s edition: sections without text', (edition) => {
  test('no text at all is a warning for each section and nothing more', () => {
    const prose = { preamble: '', overview: '', problems: '', otherMatters: '' };
    expect(findingsOf({ edition, prose }).map(({ code, severity, section }) => [code, severity, section])).toEqual([
      ['C-1', 'warning', 'overview'],
      ['C-1', 'warning', 'problems'],
      ['C-1', 'warning', 'otherMatters'],
    ]);
  });

  test.each(['无', '无。', ' 暂无。', '（无）', '略', '没有。', '。', '\n\n'])('%j is no overview and no account of problems', (text) => {
    const found = findingsOf({ edition, prose: { overview: text, problems: text } });
    expect(found.map(({ code, section }) => [code, section])).toEqual([
      ['C-1', 'overview'],
      ['C-1', 'problems'],
    ]);
    expect(found[0]?.message.zh).toContain('“一、总体情况”没有实质内容（0 字）');
    expect(found[0]?.message.en).toContain('“Overview” says nothing (0 characters)');
  });

  test('a few words are counted and shown', () => {
    expect(messages({ edition, prose: { overview: '工作有序推进。' } }, 'C-1')).toEqual([
      '“一、总体情况”没有实质内容（6 字）；没有可写的也请如实说明',
    ]);
  });

  test('a report without problems has not said what the Regulations ask for', () => {
    expect(said({ edition, prose: { problems: '不存在问题。' } }, 'C-1').map(([section]) => section)).toEqual(['problems']);
  });

  test('无 is enough for other matters, blank is not', () => {
    expect(said({ edition, prose: { otherMatters: '无。' } }, 'C-1')).toEqual([]);
    expect(said({ edition, prose: { otherMatters: '。' } }, 'C-1').map(([section]) => section)).toEqual(['otherMatters']);
  });
});

const topics = {
  主动公开: '通过县政府门户网站主动公开各类信息126条。',
  依申请公开: '收到依申请公开3件，均按期答复。',
  政府信息管理: '落实三审三校，清理失效文件。',
  平台建设: '办好门户网站和微信公众号。',
  监督保障: '开展业务培训两次，纳入年度考核。',
};

describe('C-2: the five topics of the overview', () => {
  const without = (topic: string) =>
    Object.entries(topics)
      .filter(([name]) => name !== topic)
      .map(([, text]) => text)
      .join('');

  test('passes where all are spoken of, with or without headings', () => {
    const text = Object.values(topics);
    expect(findingsOf({ prose: { overview: text.join('') } }, 'C-2')).toEqual([]);
    expect(findingsOf({ prose: { overview: text.map((each, at) => `（${'一二三四五'.charAt(at)}）${each}`).join('\n') } }, 'C-2')).toEqual(
      [],
    );
  });

  test.each([
    ['依申请公开', '依申请公开'],
    ['政府信息管理', '政府信息管理'],
    ['监督保障', '监督保障'],
  ])('without %s it is named', (topic, named) => {
    const overview = `2023年，我局高度重视各项工作，认真贯彻落实上级要求。${without(topic)}`;
    expect(messages({ prose: { overview } }, 'C-2')).toEqual([`“一、总体情况”没有写到：${named}`]);
  });

  test('a section that only announces the report lacks them in one finding: a warning, and a hint before the notice of 2021', () => {
    const overview = '2022年，太平镇认真学习领会《条例》等有关法规文件精神，积极回应群众关注的问题，工作取得一定成效。';
    expect(findingsOf({ prose: { overview } }, 'C-2')).toMatchObject([
      {
        severity: 'warning',
        section: 'overview',
        quotation: null,
        message: {
          zh: '“一、总体情况”没有写到：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
          en: 'The overview does not speak of: proactive disclosure, disclosure upon application, management of government information, disclosure platforms, supervision and support',
        },
      },
    ]);
    expect(findingsOf({ edition: '2019', prose: { overview } }, 'C-2').map(({ severity }) => severity)).toEqual(['hint']);
  });
});

describe.each(editionIds)('C-3 in the %s edition: problems and improvements', (edition) => {
  test('only problems lack the improvements, though they say 有待加强', () => {
    const problems = '一是政策解读水平有待进一步提升；二是信息更新不够及时，工作机制有待完善。';
    expect(said({ edition, prose: { problems } }, 'C-3')).toEqual([
      ['problems', 'warning', '“五、存在的主要问题及改进情况”没有写到：改进情况'],
    ]);
  });

  test('only improvements lack the problems', () => {
    const problems = '下一步，我局将加强业务培训，丰富公开内容，优化公开方式。';
    expect(messages({ edition, prose: { problems } }, 'C-3')).toEqual(['“五、存在的主要问题及改进情况”没有写到：存在的主要问题']);
  });

  test.each([
    '公开质量仍有进一步提升空间。下一步：一是扩大公众参与。',
    '（一）存在问题：信息量偏少。\n（二）整改：提高业务能力。',
    '存在短板：解读多样性需进一步加强。\n针对上述问题，坚持问题导向，增加解读的形式。',
    '由于工作人员较少，存在公开不够及时的问题。下一年度，我乡要完善工作机制。',
  ])('passes: %s', (problems) => {
    expect(findingsOf({ edition, prose: { problems } }, 'C-3')).toEqual([]);
  });
});

describe('C-4: what governments report besides', () => {
  const plain = { overview: Object.values(topics).join('') };

  test('is a hint for governments that names what is not spoken of, wherever it may stand', () => {
    expect(findingsOf({ level: 'county', prose: plain }, 'C-4')).toMatchObject([
      { severity: 'hint', message: { zh: '人民政府的报告还应写明：社会评议、责任追究；正文没有写到' } },
    ]);
    const prose = { ...plain, otherMatters: '未收取信息处理费。全年开展社会评议一次，没有责任追究情况。' };
    expect(findingsOf({ level: 'county', prose }, 'C-4')).toEqual([]);
  });

  test('is not asked of departments and townships', () => {
    expect(findingsOf({ level: 'department', prose: plain }, 'C-4')).toEqual([]);
    expect(findingsOf({ level: 'township', prose: plain }, 'C-4')).toEqual([]);
  });
});

describe('C-5: information processing fees', () => {
  test.each(['无', '无其他需要报告的事项。', '我局暂无其他事项需要报告。'])(
    'a section 六 that says %j does not speak of them: a warning from 2021 on',
    (text) => {
      expect(said({ prose: { otherMatters: text } }, 'C-5')).toEqual([
        ['otherMatters', 'warning', '“六、其他需要报告的事项”没有写信息处理费的收取情况；没有收取也请写明'],
      ]);
    },
  );

  test('that they are told in section 一 does not make 无 true of section 六', () => {
    const overview = `${Object.values(topics).join('')}依法收取信息处理费380元。`;
    expect(findingsOf({ prose: { overview, otherMatters: '无' } }, 'C-5')).toHaveLength(1);
  });

  test.each(['本年度没有收取信息处理费。', '收取信息处理费共计380元，其中民政局1件，收取380元。', '本年度没有产生政府信息处理费。'])(
    'passes: %s',
    (text) => {
      expect(findingsOf({ prose: { otherMatters: text } }, 'C-5')).toEqual([]);
    },
  );

  test('the report for 2020 is not asked for them, the measures came after it', () => {
    expect(findingsOf({ edition: '2019', prose: { otherMatters: '无' } })).toEqual([]);
  });
});
