/** A rule for every family, so that each can be heard by itself. */
import type { CountRule, Family, NarrativeFigureRule, NoneRule } from '../rules/narrative-figure-rule.ts';

export type CountFamily = Omit<CountRule, 'families'> & Family;
export type NoneFamily = Omit<NoneRule, 'families'> & Family;
export type FlatRule = CountFamily | NoneFamily | Exclude<NarrativeFigureRule, CountRule | NoneRule>;

export function flattenRules(rules: readonly NarrativeFigureRule[]): readonly FlatRule[] {
  return rules.flatMap((rule): readonly FlatRule[] => {
    if (rule.reads !== 'count' && rule.reads !== 'none') return [rule];
    const { families, ...shared } = rule;
    return families.map((family) => ({
      ...shared,
      ...family,
      objects: [...shared.objects, ...family.objects],
      excludes: [...shared.excludes, ...family.excludes],
    }));
  });
}
