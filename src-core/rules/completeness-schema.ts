/** The shape of completeness rules in a rule book file. */
import * as v from 'valibot';
import { anyWordsSchema, bilingualSchema, ruleBaseSchema, wordsSchema } from './rule-base.ts';

const base = { ...ruleBaseSchema, kind: v.literal('completeness') };
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const sections = v.pipe(v.array(text), v.minLength(1));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const topics = v.pipe(v.array(v.strictObject({ name: bilingualSchema, words: wordsSchema })), v.minLength(1));
const notice = v.strictObject({
  number: v.pipe(v.string(), v.regex(/^〔\d{4}〕\d+号$/u, 'a number such as 〔2021〕30号')),
  titles: wordsSchema,
});

export const completenessRuleSchema = v.variant('asks', [
  v.strictObject({ ...base, asks: v.literal('text'), section: text, minimum: positive, nothing: anyWordsSchema }),
  v.strictObject({ ...base, asks: v.literal('topics'), sections, topics, nothing: anyWordsSchema }),
  v.strictObject({
    ...base,
    asks: v.literal('parts'),
    sections,
    subjects: wordsSchema,
    minimum: v.pipe(positive, v.minValue(2)),
    parts: topics,
  }),
  v.strictObject({ ...base, asks: v.literal('amountUnit'), table: text, row: text, column: text }),
  v.strictObject({
    ...base,
    asks: v.literal('basis'),
    issuer: text,
    own: notice,
    others: v.pipe(v.array(notice), v.minLength(1)),
    mixed: bilingualSchema,
  }),
  v.strictObject({ ...base, asks: v.literal('titleYear') }),
  v.strictObject({ ...base, asks: v.literal('titleUnit') }),
  v.strictObject({ ...base, asks: v.literal('titleWording'), wording: text }),
  v.strictObject({
    ...base,
    asks: v.literal('period'),
    section: text,
    terms: wordsSchema,
    names: wordsSchema,
    passing: wordsSchema,
  }),
  v.strictObject({ ...base, asks: v.literal('dates') }),
  v.strictObject({
    ...base,
    asks: v.literal('missingNumber'),
    leads: wordsSchema,
    verbs: wordsSchema,
    objects: wordsSchema,
    units: wordsSchema,
    denials: wordsSchema,
    alone: wordsSchema,
    openings: wordsSchema,
  }),
  v.strictObject({
    ...base,
    asks: v.literal('selfReference'),
    names: v.pipe(v.array(v.strictObject({ words: wordsSchema, fits: wordsSchema, ends: wordsSchema })), v.minLength(1)),
    chance: wordsSchema,
  }),
  v.strictObject({
    ...base,
    asks: v.literal('compiler'),
    sections,
    frames: v.pipe(v.array(v.strictObject({ before: wordsSchema, after: wordsSchema })), v.minLength(1)),
    ends: wordsSchema,
    starts: wordsSchema,
  }),
  v.strictObject({ ...base, asks: v.literal('numbering'), sections }),
]);
