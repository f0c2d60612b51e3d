/** What a rule across units must keep beyond its shape: its tables and rows exist, its messages can be filled. */
import type { FormEdition } from '../form/edition.ts';
import { openPlace } from './message-places.ts';
import type { AcrossUnitsRule } from './rule.ts';
import { placesOfSimilarity } from './similarity-rule.ts';
import { placesOfSummation, strangerOf } from './summation-rule.ts';

/** Why the rule cannot be applied to its edition, or null. */
export function findAcrossUnitsFault(rule: AcrossUnitsRule, edition: FormEdition): string | null {
  const places = rule.kind === 'similarity' ? placesOfSimilarity[rule.against] : placesOfSummation[rule.asks];
  const open = openPlace(rule.message.zh, places) ?? openPlace(rule.message.en, places);
  if (open !== null) return `a place that nothing fills: ${open}`;
  return rule.kind === 'summation' ? strangerOf(rule, edition) : null;
}
