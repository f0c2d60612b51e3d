/** The topics that a section speaks of. */
import type { Bilingual } from '../../lib/bilingual.ts';
import type { Topic, TopicsRule } from '../../rules/completeness-rule.ts';
import type { Finding } from '../../rules/finding.ts';
import { once } from '../memory.ts';
import { blocksOf, type Prose } from '../prose.ts';
import { proseFinding } from '../prose-finding.ts';
import { readable } from '../word-pattern.ts';
import { plainOf, saysNothing } from './plain-words.ts';

/** One finding that names all topics of which no block speaks. */
export function checkTopics(rule: TopicsRule, prose: Prose): readonly Finding[] {
  const [section = ''] = rule.sections;
  if (saysNothing(plainOf(blocksOf(prose, section)), rule.nothing)) return [];
  const blocks = rule.sections.flatMap((each) => blocksOf(prose, each));
  const words = wordsOf(rule.topics);
  const missing = rule.topics.filter((_topic, at) => !blocks.some(({ passage }) => isNamed(words[at], passage.text)));
  if (missing.length === 0) return [];
  const topics = namesOf(missing);
  return [proseFinding(rule, { section, quotation: null }, { zh: { topics: topics.zh }, en: { topics: topics.en } })];
}

const wordsOf = once((topics: readonly Topic[]) => topics.map(({ words }) => words.map(readable)));

function isNamed(words: readonly string[] | undefined, text: string): boolean {
  for (const word of words ?? []) if (text.includes(word)) return true;
  return false;
}

/** The topics with a word in `text`. */
export function topicsIn(topics: readonly Topic[], text: string): readonly Topic[] {
  const words = wordsOf(topics);
  return topics.filter((_topic, at) => isNamed(words[at], text));
}

export function namesOf(topics: readonly Topic[]): Bilingual {
  return { zh: topics.map(({ name }) => name.zh).join('、'), en: topics.map(({ name }) => name.en).join(', ') };
}
