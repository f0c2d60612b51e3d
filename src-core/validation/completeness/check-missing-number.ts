/** Sentences from which a number was lost: 「共收到政府信息公开申请件。」, 「现行有效的规范性文件。」, 「增长%」. */
import type { Range } from '../../figures/passage.ts';
import type { MissingNumberRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import { once } from '../memory.ts';
import type { Prose } from '../prose.ts';
import { findSlips, joinRanges, sentenceAround, type Slip } from '../slips.ts';
import { anyOf, rangesIn } from '../word-pattern.ts';

export function checkMissingNumber(rule: MissingNumberRule, { blocks }: Prose): readonly Finding[] {
  // a heading names what follows rather than saying something
  const patterns = patternsOf(rule);
  const sentences = blocks.filter(({ kind }) => kind !== 'heading');
  return findSlips(rule, sentences, (text) => readMissing(text, patterns));
}

type Patterns = Readonly<Record<'counted' | 'announced' | 'leads' | 'denials' | 'alone' | 'opening', RegExp>>;

const stop = '[,;。!?)\\n]|$';
const sentenceEnd = '[;。!?\\n]|$';

const patternsOf = once(({ leads, verbs, objects, units, denials, alone, openings }: MissingNumberRule): Patterns => ({
  counted: new RegExp(`${anyOf(verbs)}了?${anyOf(objects)}${anyOf(units)}(?=${stop})`, 'gu'),
  announced: new RegExp(`${anyOf(leads)}${anyOf(verbs)}?${anyOf(units)}(?=${stop})`, 'gu'),
  leads: new RegExp(anyOf(leads), 'u'),
  denials: new RegExp(anyOf(denials), 'u'),
  alone: new RegExp(`${anyOf(alone)}${anyOf(units)}?(?=${sentenceEnd})`, 'gu'),
  opening: new RegExp(`(?:^|[,;。!?\\n])${anyOf(openings)}?$`, 'u'),
}));
/** A percent sign stands behind its number; in an address it stands behind anything but Chinese. */
const percent = /(?![一二三四五六七八九十百几余多两])\p{Script=Han}%/gu;
const longestClause = 60;
const longestOpening = 12;
const longestShown = 8;

function readMissing(text: string, { counted, announced, leads, denials, alone, opening }: Patterns): readonly Slip[] {
  const counts = rangesIn(text, counted).filter((range) => {
    const sentence = sentenceAround(text, range);
    const before = text.slice(Math.max(sentence.start, range.start - longestClause), range.start);
    return leads.test(before) && !denials.test(before.slice(lastStop(before) + 1));
  });
  const clauses = rangesIn(text, alone).filter(({ start }) => opening.test(text.slice(Math.max(0, start - longestOpening), start)));
  const signs = text.includes('%') ? rangesIn(text, percent) : [];
  const slips = [...counts, ...rangesIn(text, announced), ...clauses, ...signs];
  return joinRanges(slips, 0).map((range) => ({ range: widened(text, range) }));
}

function lastStop(text: string): number {
  return Math.max(...[',', ';', '。', ':'].map((each) => text.lastIndexOf(each)));
}

/** A sign alone says little: 「同比增长%」 shows what it belongs to. */
function widened(text: string, { start, end }: Range): Range {
  const near = Math.max(0, start - longestShown);
  const from = near + lastStop(text.slice(near, start)) + 1;
  return end - start > 2 ? { start, end } : { start: from, end };
}
