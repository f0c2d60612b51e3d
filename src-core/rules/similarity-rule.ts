/** The rule kind `similarity`: prose that repeats other prose (内容雷同). */
import * as v from 'valibot';
import type { Bilingual } from '../lib/bilingual.ts';
import { bilingualSchema, ruleBaseSchema, type RuleBase } from './rule-base.ts';

type Base = RuleBase & {
  readonly kind: 'similarity';
  /** From so many percent of its letters on the text is said to repeat the other one. */
  readonly threshold: number;
  /** Texts with fewer letters are alike by nature (「无。」). */
  readonly minimum: number;
  /** Shared passages of so many letters are counted and shown. */
  readonly passage: number;
};

/** Against the unit's own report of last year. */
export type PriorSimilarityRule = Base & {
  readonly against: 'priorYear';
  /** What is said instead where last year's prose is missing. */
  readonly unchecked: Bilingual;
};

/** Against other units' reports of the year where several are at hand. */
export type UnitSimilarityRule = Base & { readonly against: 'otherUnits' };

export type SimilarityRule = PriorSimilarityRule | UnitSimilarityRule;

/** What messages may show: `{count}` passages, the `{longest}` of them in letters; the `{unit}` that is most alike of `{units}`. */
export const placesOfSimilarity: Readonly<Record<SimilarityRule['against'], readonly string[]>> = {
  priorYear: ['percent', 'passage', 'count', 'longest'],
  otherUnits: ['percent', 'passage', 'count', 'longest', 'unit', 'units'],
};

const whole = v.pipe(v.number(), v.safeInteger());
const base = {
  ...ruleBaseSchema,
  kind: v.literal('similarity'),
  threshold: v.pipe(whole, v.minValue(1), v.maxValue(100)),
  minimum: v.pipe(whole, v.minValue(8)),
  passage: v.pipe(whole, v.minValue(8)),
};

export const priorSimilarityRuleSchema = v.strictObject({ ...base, against: v.literal('priorYear'), unchecked: bilingualSchema });
export const unitSimilarityRuleSchema = v.strictObject({ ...base, against: v.literal('otherUnits') });
