/** What messages of rules may show: a `{place}` that the rule's kind does not fill would stand there as it is. */
import { assertNever } from '../lib/assert-never.ts';
import type { Bilingual } from '../lib/bilingual.ts';
import { placesOfCompleteness, placesOfMixed } from './completeness-rule.ts';
import { placesOfPattern } from './pattern-rule.ts';
import type { Rule } from './rule.ts';
import { placesOfSimilarity } from './similarity-rule.ts';

/** The first place of a message that nothing fills, with where it stands (`message.zh: {foo}`), or null. */
export function findOpenPlace(rule: Rule): string | null {
  const messages: readonly (readonly [string, Bilingual | undefined, readonly string[]])[] = [
    ['message', rule.message, placesOf(rule)],
    ['mixed', 'mixed' in rule ? rule.mixed : undefined, placesOfMixed],
    ['unchecked', 'unchecked' in rule ? rule.unchecked : undefined, []],
    ['scope.message', rule.kind === 'narrativeFigure' && 'scope' in rule ? rule.scope.message : undefined, placesOf(rule)],
  ];
  for (const [name, message, places] of messages) {
    for (const language of ['zh', 'en'] as const) {
      const open = openPlace(message?.[language] ?? '', places);
      if (open !== null) return `${name}.${language}: ${open}`;
    }
  }
  return null;
}

function placesOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'linear':
      return ['row', 'column', 'left', 'right', 'leftValue', 'rightValue', 'difference'];
    case 'integer':
    case 'nonNegative':
      return ['cell', 'value'];
    case 'required':
      return ['count'];
    case 'applies':
      return ['row', 'cells'];
    case 'change':
      return ['cell', 'value', 'prior', 'factor'];
    case 'pattern':
      return placesOfPattern[rule.pattern.shape];
    case 'narrativeFigure':
      return ['sentence', 'figure', 'name', 'stated', 'value', 'others', 'difference'];
    case 'completeness':
      return placesOfCompleteness[rule.asks];
    case 'similarity':
      return placesOfSimilarity[rule.against];
    default:
      return assertNever(rule);
  }
}

/** A brace that belongs to no place is an open one, too. */
export function openPlace(text: string, places: readonly string[]): string | null {
  const found = Array.from(text.matchAll(/\{([^{}]*)\}|[{}]/gu));
  return found.find(([, name]) => name === undefined || !places.includes(name))?.[0] ?? null;
}
