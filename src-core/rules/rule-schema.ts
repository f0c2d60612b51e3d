/** The shape of rules in a rule book file; whether their cells exist is checked against the edition afterwards. */
import * as v from 'valibot';
import { unitLevels } from '../form/unit-level.ts';
import { relations, severities } from './rule.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const both = v.strictObject({ zh: words, en: words });
const ids = v.pipe(v.array(words), v.minLength(1));
const whole = v.pipe(v.number(), v.safeInteger());
const positive = v.pipe(whole, v.minValue(1));

const base = {
  code: v.pipe(v.string(), v.regex(/^[A-Z]\d*-\d+$/u, 'a rule code such as T3-1')),
  severity: v.picklist(severities),
  table: words,
  clause: words,
  message: both,
  levels: v.exactOptional(v.pipe(v.array(v.picklist(unitLevels)), v.minLength(1))),
};
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
const shape = v.variant('shape', [
  v.strictObject({ shape: v.literal('repeatedColumn'), columns: ids, rows: ids, minimum: positive }),
  v.strictObject({ shape: v.literal('singlePart'), columns: ids, whole: words, parts: ids, minimum: positive }),
  v.strictObject({ shape: v.literal('wholeAmount'), row: words, column: words, minimum: positive }),
]);

export const ruleSchema = v.variant('kind', [
  v.strictObject({
    ...base,
    kind: v.literal('linear'),
    over: v.picklist(['rows', 'columns']),
    of: ids,
    ...comparison,
    when: v.exactOptional(v.strictObject(comparison)),
    unchecked: v.exactOptional(both),
  }),
  v.strictObject({ ...base, kind: v.literal('integer') }),
  v.strictObject({ ...base, kind: v.literal('nonNegative') }),
  v.strictObject({ ...base, kind: v.literal('required') }),
  v.strictObject({ ...base, kind: v.literal('applies'), rows: ids }),
  v.strictObject({
    ...base,
    kind: v.literal('change'),
    cells: v.pipe(v.array(v.strictObject({ row: words, column: words })), v.minLength(1)),
    factor: v.pipe(whole, v.minValue(2)),
    minimum: positive,
    unchecked: both,
  }),
  v.strictObject({ ...base, kind: v.literal('pattern'), pattern: shape }),
]);

export const ruleBookSchema = v.strictObject({
  format: v.literal('nianbao.rules/1'),
  edition: words,
  rules: v.pipe(v.array(ruleSchema), v.minLength(1)),
});
