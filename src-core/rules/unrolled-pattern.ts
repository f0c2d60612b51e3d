/** A pattern rule unrolled: the cells it looks at, worked out once for a rule. */
import { cellKey, type CellKey } from '../form/cell-key.ts';
import type { Pattern, PatternRule } from './pattern-rule.ts';

export type UnrolledSplit = { readonly whole: CellKey; readonly parts: readonly CellKey[] };

export type UnrolledPattern = {
  /** For shapes that compare columns: the cells of each. */
  readonly columns: readonly (readonly CellKey[])[];
  /** For wholes with their parts: one for each column, with what is asked besides. */
  readonly splits: readonly (UnrolledSplit & { readonly where: UnrolledSplit | null })[];
};

const known = new WeakMap<PatternRule, UnrolledPattern>();

/** Rules are never changed, so it is done once. */
export function unrollPattern(rule: PatternRule): UnrolledPattern {
  const done = known.get(rule);
  if (done !== undefined) return done;
  const unrolled = { columns: columnsOf(rule), splits: splitsOf(rule) };
  known.set(rule, unrolled);
  return unrolled;
}

function columnsOf({ table, pattern }: PatternRule): UnrolledPattern['columns'] {
  if (pattern.shape !== 'repeatedColumn' && pattern.shape !== 'similarColumn') return [];
  return pattern.columns.map((column) => pattern.rows.map((row) => cellKey(table, row, column)));
}

function splitsOf({ table, pattern }: PatternRule): UnrolledPattern['splits'] {
  if (pattern.shape !== 'singlePart') return [];
  type Split = Pick<Extract<Pattern, { shape: 'singlePart' }>, 'whole' | 'parts'>;
  const split = ({ whole, parts }: Split, column: string): UnrolledSplit => ({
    whole: cellKey(table, whole, column),
    parts: parts.map((row) => cellKey(table, row, column)),
  });
  const { where } = pattern;
  return pattern.columns.map((column) => ({ ...split(pattern, column), where: where === undefined ? null : split(where, column) }));
}
