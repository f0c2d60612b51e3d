/** Prose against tables: the figures and denials that contradict the cells. */
import { findingId, type Finding } from '../rules/finding.ts';
import { makeUnchecked } from '../rules/make-finding.ts';
import type { GrowthRule } from '../rules/narrative-figure-rule.ts';
import { narrativeFinding } from './narrative-finding.ts';
import { readFigures, type NarrativeOrder } from './read-figures.ts';
import type { PassageReading } from './reading.ts';

/**
 * One finding for each contradiction, in the order of the prose. Bound figures never contradict. A sentence that stands
 * there twice, word for word, is one finding: what is said of it holds for both. A rule about growth says once, as a hint,
 * that it could not be checked, where the prose speaks of growth and last year's figures are missing.
 */
export function checkNarrative(order: NarrativeOrder): readonly Finding[] {
  const found = new Map<string, Finding>();
  const unchecked = new Set<GrowthRule>();
  for (const reading of readFigures(order, isTold)) {
    if (reading.rule.reads === 'growth' && reading.verdict === 'open') {
      unchecked.add(reading.rule);
      continue;
    }
    const finding = narrativeFinding(reading);
    const id = findingId(finding);
    if (!found.has(id)) found.set(id, finding);
  }
  return [...found.values(), ...[...unchecked].map((rule) => makeUnchecked(rule, rule.unchecked))];
}

function isTold({ rule, verdict }: PassageReading): boolean {
  return verdict === 'differs' || verdict === 'narrower' || (verdict === 'open' && rule.reads === 'growth');
}
