/** Names of units in a message: all of a few, the first of many. */
import type { Language } from '../lib/bilingual.ts';

const mostNamed = 50;

export function listNames(names: readonly string[], language: Language): string {
  const named = names.slice(0, mostNamed).join(language === 'zh' ? '、' : ', ');
  return names.length <= mostNamed ? named : `${named}…`;
}
