/** Numbers before headings and paragraphs that skip, repeat or begin in the middle: （二） where （一） is due. */
import { parseChineseNumber } from '../../figures/chinese-number.ts';
import type { NumberingRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import { blocksOf, type Prose, type ProseBlock } from '../prose.ts';
import { alike, slipFinding } from '../slips.ts';

/** At most one finding for each section: behind a slip every further number may be one. */
export function checkNumbering(rule: NumberingRule, prose: Prose): readonly Finding[] {
  return rule.sections.flatMap((section) => {
    const slip = firstSlip(blocksOf(prose, section));
    if (slip === null) return [];
    const { block, mark, due } = slip;
    const places = alike({ number: mark.text, expected: mark.style.write(due) });
    return [slipFinding(rule, block, { range: { start: 0, end: mark.text.length }, places })];
  });
}

type Style = { readonly pattern: RegExp; readonly isInner: boolean; readonly write: (number: number) => string };
type Mark = { readonly style: Style; readonly number: number; readonly text: string };
type NumberSlip = { readonly block: ProseBlock; readonly mark: Mark; readonly due: number };

/** `一、` and `（一）` are followed by `（一）` and `1.`, which begin anew under each. */
const styles: readonly Style[] = [
  { pattern: /^([一二三四五六七八九十]{1,3})[、.]/u, isInner: false, write: (number) => `${chinese(number)}、` },
  { pattern: /^\(([一二三四五六七八九十]{1,3})\)/u, isInner: false, write: (number) => `(${chinese(number)})` },
  { pattern: /^(\d{1,2})[.、](?!\d)/u, isInner: true, write: (number) => `${String(number)}.` },
];
const numerals = '零一二三四五六七八九';
const longestHeading = 40;

function firstSlip(blocks: readonly ProseBlock[]): NumberSlip | null {
  const last = new Map<Style, number>();
  const lastAt = new Map<Style, number>();
  let mayBeginAnew = false;
  for (const [at, block] of blocks.entries()) {
    const { text } = block.passage;
    const mark = block.kind === 'list' ? null : readMark(text);
    if (mark !== null) {
      const due = (last.get(mark.style) ?? 0) + 1;
      const isAnew = mark.number === 1 && (mark.style.isInner || mayBeginAnew);
      // `（一）…；（二）…。` in one paragraph, and `（三）` begins the next
      const isWithin = ({ passage }: ProseBlock) => passage.text.includes(mark.style.write(mark.number - 1));
      const isCounted = mark.number > due && blocks.slice(lastAt.get(mark.style) ?? 0, at).some(isWithin);
      if (mark.number !== due && !isAnew && !isCounted) return { block, mark, due };
      last.set(mark.style, mark.number);
      lastAt.set(mark.style, at);
      if (!mark.style.isInner) mayBeginAnew = false;
      // 一、 … （一）（二） 二、 … （一）（二）
      if (mark.style === styles[0]) mayBeginAnew = true;
    } else if (block.kind === 'heading' || (text.length <= longestHeading && !text.includes('。'))) mayBeginAnew = true;
  }
  return null;
}

function readMark(text: string): Mark | null {
  for (const style of styles) {
    const found = style.pattern.exec(text);
    if (found === null) continue;
    const [whole, digits = ''] = found;
    const number = style.isInner ? Number(digits) : parseChineseNumber(digits);
    return number === null ? null : { style, number, text: whole };
  }
  return null;
}

/** 1 to 99. */
function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 && tens > 0 ? '' : numerals.charAt(number % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : numerals.charAt(tens)}十${ones}`;
}
