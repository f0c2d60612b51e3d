/** The rule kind `pattern`: shapes of numbers that are suspicious though nothing contradicts them. */
import * as v from 'valibot';
import { ruleBaseSchema, type RuleBase } from './rule-base.ts';

/** Two columns hold the same numbers in all `rows`, which sum to `minimum` at least. */
type RepeatedColumn = {
  readonly shape: 'repeatedColumn';
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly minimum: number;
};
/**
 * Two columns differ in some, but at most `differing` rows, and agree in figures other than 0 in `alike` rows at least,
 * which sum to `minimum` at least: one was copied from the other, and a figure mended.
 */
type SimilarColumn = {
  readonly shape: 'similarColumn';
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly minimum: number;
  readonly alike: number;
  readonly differing: number;
};
type Split = { readonly whole: string; readonly parts: readonly string[] };
/**
 * In a column everything in `whole` went to a single one of `parts`, and it is `minimum` at least. With `where` the
 * column is looked at only if the same is true of that whole and its parts.
 */
type SinglePart = Split & {
  readonly shape: 'singlePart';
  readonly columns: readonly string[];
  readonly minimum: number;
  readonly where?: Split;
};
/** An amount of `minimum` or more without a fraction, where 万元 is meant: it may be in 元. */
type WholeAmount = { readonly shape: 'wholeAmount'; readonly row: string; readonly column: string; readonly minimum: number };

export type Pattern = RepeatedColumn | SimilarColumn | SinglePart | WholeAmount;

export type PatternRule = RuleBase & { readonly kind: 'pattern'; readonly table: string; readonly pattern: Pattern };

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const ids = v.pipe(v.array(words), v.minLength(1));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const split = { whole: words, parts: ids };
const columns = { columns: ids, rows: ids, minimum: positive };

export const patternRuleSchema = v.strictObject({
  ...ruleBaseSchema,
  kind: v.literal('pattern'),
  table: words,
  pattern: v.variant('shape', [
    v.strictObject({ shape: v.literal('repeatedColumn'), ...columns }),
    v.strictObject({ shape: v.literal('similarColumn'), ...columns, alike: positive, differing: positive }),
    v.strictObject({
      shape: v.literal('singlePart'),
      columns: ids,
      ...split,
      minimum: positive,
      where: v.exactOptional(v.strictObject(split)),
    }),
    v.strictObject({ shape: v.literal('wholeAmount'), row: words, column: words, minimum: positive }),
  ]),
});

/** What the message of each shape may show. */
export const placesOfPattern: Readonly<Record<Pattern['shape'], readonly string[]>> = {
  repeatedColumn: ['column', 'other'],
  similarColumn: ['column', 'other', 'count', 'rows'],
  singlePart: ['column', 'whole', 'part', 'value'],
  wholeAmount: ['cell', 'value'],
};

/** The cells a pattern refers to, for the check that its edition has them. */
export function cellsOfPattern(pattern: Pattern): readonly { readonly row: string; readonly column: string }[] {
  if (pattern.shape === 'wholeAmount') return [{ row: pattern.row, column: pattern.column }];
  const rows = pattern.shape === 'singlePart' ? [pattern, pattern.where].flatMap(rowsOfSplit) : pattern.rows;
  return pattern.columns.flatMap((column) => rows.map((row) => ({ row, column })));
}

/** Lists in which no name may stand twice. */
export function namesOfPattern(pattern: Pattern): readonly (readonly string[])[] {
  if (pattern.shape === 'wholeAmount') return [];
  return pattern.shape === 'singlePart'
    ? [pattern.columns, rowsOfSplit(pattern), rowsOfSplit(pattern.where)]
    : [pattern.columns, pattern.rows];
}

function rowsOfSplit(split: Split | undefined): readonly string[] {
  return split === undefined ? [] : [split.whole, ...split.parts];
}
