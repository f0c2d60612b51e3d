/** Reports with prose, for the tests of 内容雷同. */
import { newFiling } from '#core/filing/new-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { Narrative } from '#core/narrative/narrative.ts';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { shippedEdition } from '../../fixtures/editions.ts';

export const edition = shippedEdition('2021');

/** A town's prose as towns write it, about 330 letters. */
export const overview = [
  '（一）主动公开',
  '2023年，我镇通过县政府门户网站公开各类信息126条，其中政策文件8条、财政资金15条、乡村振兴39条，均在信息形成之日起二十个工作日内公开。',
  '（二）依申请公开',
  '全年共收到政府信息公开申请3件，均为自然人提出，已全部按期答复，没有因依申请公开引起的行政复议和行政诉讼。',
  '（三）政府信息管理',
  '坚持先审后发、一事一审，落实信息发布三审三校，定期对已公开的内容开展清理，及时更新失效和错误的链接，确保公开的信息准确规范。',
];
export const problems = [
  '存在的问题主要是部分公开内容更新不够及时，政策解读的形式比较单一，工作人员的业务能力有待提高。',
  '改进措施：一是加强日常巡查，明确各栏目的责任人；二是用图解、短视频等方式解读政策；三是每季度组织一次业务培训，提升公开水平。',
];

export function proseWith(sections: Readonly<Record<string, readonly string[]>>): Narrative {
  return Object.fromEntries(Object.entries(sections).map(([section, lines]) => [section, narrativeFromText(lines.join('\n'))]));
}

export const townProse = proseWith({
  preamble: ['根据《中华人民共和国政府信息公开条例》编制本报告。'],
  overview,
  problems,
  otherMatters: ['无。'],
});

/** Last year's words with this year's figures. */
export const withFiguresOf = (year: number, lines: readonly string[]) =>
  lines.map((line) => line.replaceAll(/\d+/gu, (figure) => (figure === '2023' ? String(year) : String(Number(figure) * 2 + 1))));

/** The filing of a town. */
export function townFiling(code: string, name: string, narrative: Narrative, reportYear = 2023): Filing {
  const unit = { code, name, creditCode: null, level: 'township' } as const;
  return { ...newFiling(unit, reportYear, edition), narrative };
}
