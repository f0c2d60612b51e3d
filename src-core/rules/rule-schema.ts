/** The shape of rules in a rule book file; whether their cells exist is checked against the edition afterwards. */
import * as v from 'valibot';
import { completenessRuleSchema } from './completeness-schema.ts';
import { narrativeFigureRuleSchema } from './narrative-figure-rule.ts';
import { patternRuleSchema } from './pattern-rule.ts';
import { bilingualSchema as both, ruleBaseSchema } from './rule-base.ts';
import { relations } from './rule.ts';
import { priorSimilarityRuleSchema, unitSimilarityRuleSchema } from './similarity-rule.ts';
import { summationRuleSchema } from './summation-rule.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const ids = v.pipe(v.array(words), v.minLength(1));
const whole = v.pipe(v.number(), v.safeInteger());
const positive = v.pipe(whole, v.minValue(1));

const base = { ...ruleBaseSchema, table: words };
const term = v.strictObject({
  table: v.exactOptional(words),
  row: v.exactOptional(words),
  column: v.exactOptional(words),
  coefficient: v.exactOptional(whole),
  prior: v.exactOptional(v.literal(true)),
  constant: v.exactOptional(whole),
});
const terms = v.pipe(v.array(term), v.minLength(1));
const comparison = { left: terms, relation: v.picklist(relations), right: terms };

export const ruleSchema = v.variant('kind', [
  v.strictObject({
    ...base,
    kind: v.literal('linear'),
    over: v.picklist(['rows', 'columns']),
    of: ids,
    ...comparison,
    when: v.exactOptional(v.pipe(v.array(v.strictObject(comparison)), v.minLength(1))),
    unchecked: v.exactOptional(both),
  }),
  v.strictObject({ ...base, kind: v.literal('integer') }),
  v.strictObject({ ...base, kind: v.literal('nonNegative') }),
  v.strictObject({ ...base, kind: v.literal('required') }),
  v.strictObject({ ...base, kind: v.literal('applies'), rows: ids }),
  v.strictObject({
    ...base,
    kind: v.literal('change'),
    cells: v.pipe(v.array(v.strictObject({ row: words, column: words, priorColumn: v.exactOptional(words) })), v.minLength(1)),
    priorEdition: v.exactOptional(words),
    factor: v.pipe(whole, v.minValue(2)),
    minimum: positive,
    unchecked: both,
  }),
  patternRuleSchema,
  narrativeFigureRuleSchema,
  completenessRuleSchema,
  priorSimilarityRuleSchema,
]);

const acrossUnitsRuleSchema = v.variant('kind', [unitSimilarityRuleSchema, summationRuleSchema]);

export const ruleBookSchema = v.strictObject({
  format: v.literal('nianbao.rules/1'),
  edition: words,
  rules: v.pipe(v.array(ruleSchema), v.minLength(1)),
  acrossUnits: v.exactOptional(v.array(acrossUnitsRuleSchema)),
});
