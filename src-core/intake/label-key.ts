/** Labels as they are compared: without spaces, punctuation and quotes, in one width, so that print and form agree. */

import { rememberTexts } from './remember.ts';
import { toSimplified } from './traditional.ts';

/** The letters and digits of a text; `3.危及“三安全一稳定”` and `３．危及 三安全一稳定` have one key. */
export const labelKey: (text: string) => string = rememberTexts((text) =>
  toSimplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, ''),
);

/** Beyond this length a text is prose and no label. */
const longestLabel = 80;
/** No caller asks for less likeness; labels whose lengths rule it out are not compared letter by letter. */
const leastTelling = 0.4;

/** A label in the spellings that count as its own: with and without a remark in brackets at its end. */
export type Spellings = ReadonlySet<string>;

/** A remark in brackets may be missing or added (`规章（县级无此项）`), and 合计 is as good as 总计. */
export function spellingsOf(text: string): Spellings {
  const unremarked = text.normalize('NFKC').replace(/(?<=\S)\s*\([^()]*\)\s*$/u, '');
  return new Set([text, unremarked].map((each) => labelKey(each).replaceAll('合计', '总计')).filter((key) => key !== ''));
}

/** How alike two labels are, from 0 to 1: the share of characters that they have in common, in the same order. */
export function likeness(left: Spellings, right: Spellings): number {
  let best = 0;
  for (const one of left) {
    for (const other of right) best = Math.max(best, shareInCommon(one, other));
  }
  return best;
}

function shareInCommon(left: string, right: string): number {
  const one = Array.from(left);
  const other = Array.from(right);
  const letters = one.length + other.length;
  const most = (2 * Math.min(one.length, other.length)) / letters;
  if (one.length > longestLabel || other.length > longestLabel || most < leastTelling) return 0;
  return (2 * commonLength(one, other)) / letters;
}

/** Length of the longest common subsequence. */
function commonLength(one: readonly string[], other: readonly string[]): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const letter of one) {
    const row = [0];
    for (const [index, each] of other.entries()) {
      const skipped = Math.max(above[index + 1] ?? 0, row[index] ?? 0);
      row.push(letter === each ? (above[index] ?? 0) + 1 : skipped);
    }
    above = row;
  }
  return above[other.length] ?? 0;
}
