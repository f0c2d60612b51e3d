/** The notice that the report cites as its basis: by number, and by title and number together. */
import type { BasisRule, Notice } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import { once } from '../memory.ts';
import type { Prose } from '../prose.ts';
import { alike, findSlips, type Slip } from '../slips.ts';
import { anyOf, matchesIn, rangeOf, readable } from '../word-pattern.ts';

export function checkBasis(rule: BasisRule, { blocks }: Prose): readonly Finding[] {
  const number = numberOf(rule);
  return findSlips(rule, blocks, (text) => readCitations(rule, text, number));
}

/** The year of a number stands in brackets of any kind: 〔2021〕, [2021], (2021). */
const numberOf = once(({ issuer }: BasisRule) => new RegExp(`${anyOf([issuer])}[〔\\[【(]?(\\d{4})[〕\\]】)]?第?(\\d+)号`, 'gu'));
const longestTitle = 120;

function readCitations(rule: BasisRule, text: string, numberPattern: RegExp): readonly Slip[] {
  return matchesIn(text, numberPattern).flatMap((found): readonly Slip[] => {
    const notices = [rule.own, ...rule.others];
    const number = `〔${found[1] ?? ''}〕${found[2] ?? ''}号`;
    const cited = notices.find((notice) => notice.number === number);
    const { start, end } = rangeOf(found);
    const title = titleBefore(text, start);
    const titled = title === null ? null : noticeTitled(title.text, notices);
    if (title !== null && titled !== null && titled !== cited) {
      const places = alike({ title: title.text, number: `${rule.issuer}${number}`, own: `${rule.issuer}${rule.own.number}` });
      return [{ range: { start: title.start, end }, places, message: rule.mixed }];
    }
    const isOther = cited !== undefined && cited !== rule.own;
    return isOther ? [{ range: { start, end }, places: alike({ own: `${rule.issuer}${rule.own.number}` }) }] : [];
  });
}

/** 《…〈…〉…》 that ends where the number, or the bracket around it, begins. */
function titleBefore(text: string, numberAt: number): { readonly start: number; readonly text: string } | null {
  const end = text.charAt(numberAt - 1) === '(' ? numberAt - 1 : numberAt;
  if (text.charAt(end - 1) !== '》') return null;
  let depth = 0;
  for (let at = end - 1; at >= Math.max(0, end - longestTitle); at -= 1) {
    if (text.charAt(at) === '》') depth += 1;
    if (text.charAt(at) !== '《') continue;
    depth -= 1;
    if (depth === 0) return { start: at, text: text.slice(at, end) };
  }
  return null;
}

/** The notice with the longest words in the title: 格式（试行） is not 格式. */
function noticeTitled(title: string, notices: readonly Notice[]): Notice | null {
  let best: { readonly notice: Notice; readonly length: number } | null = null;
  for (const notice of notices) {
    for (const words of notice.titles) {
      if (title.includes(readable(words)) && words.length > (best?.length ?? 0)) best = { notice, length: words.length };
    }
  }
  return best?.notice ?? null;
}
