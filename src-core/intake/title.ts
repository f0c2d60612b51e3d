/** The title of a published report, and what it says of unit and year: 「XX（单位全称）XXXX年政府信息公开工作年度报告」. */
import { proseOf, type Line } from './lines.ts';
import { toSimplified } from './traditional.ts';

export type Title = {
  readonly text: string;
  /** The numbers of the lines it stands on. */
  readonly lines: readonly number[];
  readonly year: number | null;
  readonly unitName: string | null;
};

const longestTitle = 80;
/** A title is looked for among so many lines; web pages put navigation and dates above it. */
const linesToLookAt = 60;
const mostLinesOfTitle = 3;

const titlePattern = /政府信息公开.*(?:年度报告|报告|年报)(?:\([^()]{1,20}\))?$/u;
/** Sentences, and the paths that web pages print above their articles (首页 > 政府信息公开年报). */
const otherPattern = /[。；;>»:]|^(本|根据|按照|依据|现将|[一二三四五六]、)/u;
const yearPattern = /(\d{4}|[〇○零一二三四五六七八九]{4})年?度?(?=\D|$)/u;
/** 「…年度报告（2020年）」 says the year, 「…年度报告（2021年1月发布）」 and the like do not. */
const remarkPattern = /\((?!(?:\d{4}|[〇○零一二三四五六七八九]{4})年?度?\)$)[^()]*\)$/u;
const chineseDigits = '〇一二三四五六七八九';

/** The title among the lines above the first section heading, or null. It may be broken over lines. */
export function readTitle(lines: readonly Line[]): Title | null {
  const written = lines.filter((line) => proseOf(line) !== '').slice(0, linesToLookAt);
  let best: Title | null = null;
  for (let count = 1; count <= mostLinesOfTitle; count += 1) {
    for (const [index] of written.entries()) {
      const title = titleOf(written, index, count);
      if (title !== null && saysMore(title, best)) best = title;
    }
  }
  return best;
}

/** The indexes of all lines that read like a title with its unit or year. */
export function titleLines(lines: readonly Line[]): readonly number[] {
  return lines.flatMap((line, index) => {
    const text = proseOf(line);
    if (text === '' || text.length > longestTitle || !isTitle(text)) return [];
    const { year, unitName } = describe(text, [line]);
    return year !== null || unitName !== null ? [index] : [];
  });
}

function titleOf(written: readonly Line[], index: number, count: number): Title | null {
  const part = written.slice(index, index + count);
  const text = part.map(proseOf).join('');
  // the cells of a row are no title: 「信息名称」 beside the report's own
  if (part.length < count || text.includes('\t') || !isTitle(text) || !part.slice(0, -1).every(isBeginning)) return null;
  const title = describe(text, part);
  const above = written[index - 1];
  // 「海口市商务局」 on a line of its own above 「2020年政府信息公开工作年度报告」
  if (title.unitName !== null || above === undefined || !isBeginning(above)) return title;
  return describe(proseOf(above) + text, [above, ...part]);
}

function isTitle(text: string): boolean {
  const plain = flatten(text);
  return plain.length <= longestTitle && titlePattern.test(plain) && !otherPattern.test(plain);
}

/** A unit's name, with or without the year. */
function isBeginning(line: Line): boolean {
  if (proseOf(line).includes('\t')) return false;
  const text = flatten(proseOf(line)).replace(/\d{4}年?度?/u, '');
  return text.length <= 40 && /\p{Script=Han}/u.test(text) && !/[:,。；;、!?>»|\d]/u.test(text);
}

function saysMore(title: Title, best: Title | null): boolean {
  const worth = (each: Title) => (each.year === null ? 0 : 2) + (each.unitName === null ? 0 : 1);
  return best === null || worth(title) > worth(best);
}

function describe(text: string, lines: readonly Line[]): Title {
  const plain = flatten(text).replace(remarkPattern, '');
  const year = yearPattern.exec(plain);
  const subject = plain.indexOf('政府信息公开');
  const isBefore = year !== null && year.index < subject;
  // 「海南省2020年…」, but also 「2022年上海市…」
  const names = isBefore ? [plain.slice(0, year.index), plain.slice(year.index + year[0].length, subject)] : [plain.slice(0, subject)];
  const unitName = names.map((name) => name.replace(/^关于|的$/gu, '')).find((name) => name !== '');
  return {
    text,
    lines: lines.map((line) => line.number),
    year: year === null ? null : yearOf(year[1] ?? ''),
    unitName: unitName ?? null,
  };
}

function yearOf(text: string): number {
  const digits = Array.from(text, (each) => (/\d/u.test(each) ? each : String(chineseDigits.indexOf(each.replace(/[○零]/u, '〇')))));
  return Number(digits.join(''));
}

function flatten(text: string): string {
  return toSimplified(text.normalize('NFKC').replace(/\s/gu, ''));
}
