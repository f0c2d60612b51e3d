/** A pattern rule unrolled: the cells it looks at, worked out once for a rule. */
import { cellKey } from '../form/cell-key.ts';
import { cellOf, type Form, type FormCell } from '../form/form.ts';
import type { Pattern, PatternRule } from './pattern-rule.ts';

export type UnrolledSplit = { readonly whole: FormCell; readonly parts: readonly FormCell[] };

export type UnrolledPattern = {
  /** For shapes that compare columns: the cells of each. */
  readonly columns: readonly (readonly FormCell[])[];
  /** For wholes with their parts: one for each column, with what is asked besides. */
  readonly splits: readonly (UnrolledSplit & { readonly where: UnrolledSplit | null })[];
};

const known = new WeakMap<PatternRule, { readonly form: Form; readonly unrolled: UnrolledPattern }>();

/** Rules are never changed, so it is done once for a form. */
export function unrollPattern(form: Form, rule: PatternRule): UnrolledPattern {
  const done = known.get(rule);
  if (done?.form === form) return done.unrolled;
  const unrolled = { columns: columnsOf(form, rule), splits: splitsOf(form, rule) };
  known.set(rule, { form, unrolled });
  return unrolled;
}

function columnsOf(form: Form, { table, pattern }: PatternRule): UnrolledPattern['columns'] {
  if (pattern.shape !== 'repeatedColumn' && pattern.shape !== 'similarColumn') return [];
  return pattern.columns.map((column) => pattern.rows.map((row) => cellOf(form, cellKey(table, row, column))));
}

function splitsOf(form: Form, { table, pattern }: PatternRule): UnrolledPattern['splits'] {
  if (pattern.shape !== 'singlePart') return [];
  type Split = Pick<Extract<Pattern, { shape: 'singlePart' }>, 'whole' | 'parts'>;
  const split = ({ whole, parts }: Split, column: string): UnrolledSplit => ({
    whole: cellOf(form, cellKey(table, whole, column)),
    parts: parts.map((row) => cellOf(form, cellKey(table, row, column))),
  });
  const { where } = pattern;
  return pattern.columns.map((column) => ({ ...split(pattern, column), where: where === undefined ? null : split(where, column) }));
}
