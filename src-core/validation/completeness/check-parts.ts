/** Sentences that list the parts of the report (「本报告由总体情况、…组成」) and leave some out. */
import type { Range } from '../../figures/passage.ts';
import type { PartsRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import { once } from '../memory.ts';
import { blocksOf, type Prose } from '../prose.ts';
import { findSlips, sentenceAround, type Slip } from '../slips.ts';
import { anyOf, matchesIn } from '../word-pattern.ts';
import { namesOf, topicsIn } from './check-topics.ts';

export function checkParts(rule: PartsRule, prose: Prose): readonly Finding[] {
  const subjects = subjectsOf(rule);
  return rule.sections.flatMap((section) => findSlips(rule, blocksOf(prose, section), (text) => readParts(rule, text, subjects)));
}

const subjectsOf = once(({ subjects }: PartsRule) => new RegExp(anyOf(subjects), 'gu'));

function readParts(rule: PartsRule, text: string, subjects: RegExp): readonly Slip[] {
  const named = matchesIn(text, subjects);
  if (named.length === 0) return [];
  const sentences = new Map<number, Range>();
  for (const { index } of named) {
    const sentence = sentenceAround(text, { start: index, end: index + 1 });
    sentences.set(sentence.start, sentence);
  }
  return [...sentences.values()].flatMap((range) => {
    const listed = topicsIn(rule.parts, text.slice(range.start, range.end));
    if (listed.length < rule.minimum || listed.length === rule.parts.length) return [];
    const topics = namesOf(rule.parts.filter((part) => !listed.includes(part)));
    return [{ range, places: { zh: { topics: topics.zh }, en: { topics: topics.en } } }];
  });
}
