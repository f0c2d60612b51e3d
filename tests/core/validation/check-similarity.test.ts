import { describe, expect, test } from 'vitest';
import { excuses, justify } from '#core/filing/justification.ts';
import { subjectOf } from '#core/filing/subject-of.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { plainText } from '#core/narrative/narrative-text.ts';
import { validate } from '#core/validation/validate.ts';
import { ownProseOf } from '#core/validation/own-prose.ts';
import { lettersOf } from '#core/similarity/letters.ts';
import { sharedProse } from '#core/validation/shared-prose.ts';
import { edition, overview, problems, proseWith, townFiling, townProse, withFiguresOf } from './prose-reports.ts';

const { form, book } = edition;
const thisYear = (narrative: Narrative) => townFiling('469030101', '示例镇', narrative, 2024);
const lastYear = { form, cells: {}, narrative: townProse };

function foundIn(narrative: Narrative, before: Narrative | null = townProse): readonly Finding[] {
  const prior = before === null ? null : { ...lastYear, narrative: before };
  return validate(form, book, subjectOf(thisYear(narrative), prior)).filter(({ code }) => code === 'Y-6');
}

const newFigures = { overview: withFiguresOf(2024, overview), problems: withFiguresOf(2024, problems) };
const ownProblems = [
  '今年的不足在于平台检索功能不好用，村级公开栏更换较慢，企业和群众参与讨论的渠道不多，还没有形成经常性的意见收集机制。',
  '下一步将改造检索入口，为二十一个村统一制作公开栏，并在每次重大决策前召开听证会，把采纳情况逐条反馈给提出意见的人，年底前完成。',
];

describe('Y-6: prose that repeats the unit’s own report of last year', () => {
  test('Y-6 is a warning for last year’s words with this year’s figures, and names how much', () => {
    const [finding, ...rest] = foundIn(proseWith(newFigures));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', kind: 'similarity', table: null, cells: [], section: 'overview' });
    expect(finding?.clause).toContain('〔2021〕30号');
    expect(finding?.message.zh).toMatch(/^正文 100% 的文字与本单位上年报告相同（20 字以上相同的段落 5 处，最长 5\d 字）/u);
    expect(finding?.message.en).toMatch(/^100% of the text repeats .* \(5 passages of 20 letters or more, the longest of 5\d\)/u);
  });

  test('Y-6 quotes the longest passage where it stands', () => {
    const narrative = proseWith({ ...newFigures, overview: [...newFigures.overview.slice(0, 4), '本镇自己写的一句话，与往年不同。'] });
    const [finding] = foundIn(narrative);
    const { block = -1, start, end, words } = finding?.quotation ?? {};
    const content = narrative[finding?.section ?? '']?.[block];
    expect(content === undefined ? '' : plainText(content, () => '').slice(start, end)).toBe(words);
    expect(words).toMatch(/^2024年，我镇通过.*公开$|^改进措施.*公开水平$/u);
  });

  test('Y-6 passes when a part is written anew', () => {
    expect(foundIn(proseWith({ ...newFigures, problems: ownProblems }))).toEqual([]);
    expect(sharedProse(thisYear2({ problems: ownProblems }), lastYear, 20).percent).toBeLessThan(70);
  });

  test('Y-6 speaks from exactly nine tenths of the letters on', () => {
    const repeated = lettersOf(ownProseOf(thisYear2({})).paragraphs).total;
    const own = (letters: number) => ({
      ...newFigures,
      otherMatters: ['甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'.repeat(5).slice(0, letters)],
    });
    const most = Math.floor(repeated / 9);
    expect(foundIn(proseWith(own(most)))).toHaveLength(1);
    expect(foundIn(proseWith(own(most + 1)))).toEqual([]);
  });

  test('headings and the preamble count for nothing: they are the notice’s', () => {
    const preamble = Array.from({ length: 9 }, () => '根据《中华人民共和国政府信息公开条例》及有关规定，由本单位编制本年度报告。');
    const old = proseWith({ preamble, overview, problems });
    expect(foundIn(proseWith({ preamble, overview: ['（一）主动公开', ...ownProblems], problems: ownProblems }), old)).toEqual([]);
  });

  test('short prose is alike by its nature and is not compared', () => {
    const short = proseWith({ overview: ['本年度没有发生政府信息公开申请，也没有行政复议和行政诉讼。'], problems: ['无。'] });
    expect(foundIn(short, short)).toEqual([]);
    expect(foundIn(short, null)).toEqual([]);
  });

  test('without last year’s prose it says so once, as a hint', () => {
    for (const before of [null, {}, proseWith({ preamble: ['前言。'], overview: ['无'] })]) {
      expect(foundIn(townProse, before)).toMatchObject([{ severity: 'hint', section: null, quotation: null }]);
    }
    expect(foundIn(townProse, null)[0]?.message.zh).toBe('没有可比的上年正文（新设立的单位属正常），与上年报告是否雷同（Y-6）未能核对');
  });
});

describe('an explanation of Y-6', () => {
  const before = proseWith(newFigures);
  const [finding] = foundIn(before);
  const explained = finding === undefined ? null : justify(finding, {}, '职责与做法没有变化', '王芳');
  const isExcused = (narrative: Narrative) => foundIn(narrative).some((each) => explained !== null && excuses(explained, each, {}));

  test('is bound to the longest passage: it stays while other words change', () => {
    expect(isExcused(before)).toBe(true);
    expect(isExcused(proseWith({ ...newFigures, otherMatters: ['新加的一句话。'] }))).toBe(true);
    expect(isExcused(proseWith({ ...newFigures, overview: ['先说一句。', ...newFigures.overview] }))).toBe(true);
  });

  test('goes stale when the passage is touched anywhere', () => {
    const { words = '' } = finding?.quotation ?? {};
    for (const at of [0, Math.floor(words.length / 2), words.length - 1]) {
      const touched = `${words.slice(0, at)}甴${words.slice(at + 1)}`;
      const replace = (lines: readonly string[]) => lines.map((line) => line.replace(words, touched));
      const narrative = proseWith({ overview: replace(newFigures.overview), problems: replace(newFigures.problems) });
      expect(narrative).not.toEqual(before);
      expect(foundIn(narrative)).toHaveLength(1);
      expect(isExcused(narrative)).toBe(false);
    }
  });

  test('of a long passage goes stale in the middle, too, though only its ends are kept', () => {
    const long = Array.from(
      { length: 8 },
      (_unused, index) => `第${'一二三四五六七八'.charAt(index)}项工作按照计划稳步推进并且取得了新的成效，`,
    ).join('');
    const [whole] = foundIn(proseWith({ overview: [long] }), proseWith({ overview: [long] }));
    expect(whole?.quotation?.sentence.length).toBeLessThanOrEqual(120);
    expect(whole?.quotation?.sentence).toContain('…');
    const edited = `${long.slice(0, 100)}甴${long.slice(101)}`;
    const [after] = foundIn(proseWith({ overview: [edited] }), proseWith({ overview: [long] }));
    expect(after?.quotation?.sentence).not.toBe(whole?.quotation?.sentence);
  });
});

/** This year's report with last year's words, but for some sections. */
function thisYear2(sections: Readonly<Record<string, readonly string[]>>) {
  return { form, cells: {}, narrative: proseWith({ ...newFigures, ...sections }) };
}
