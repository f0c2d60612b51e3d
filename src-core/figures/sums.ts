/** The sums that a figure may equal, from the cells. */
import { decimalPlaces, sumExact, toMillionths, type CellValue } from '../lib/exact.ts';
import { cellKey } from '../form/cell-key.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf, type Form, type FormCell } from '../form/form.ts';
import type { Operand } from '../rules/finding.ts';
import { cellLabel } from '../rules/labels.ts';
import type { Alternative } from '../rules/narrative-figure-rule.ts';

export type SumTerm = { readonly cell: FormCell; readonly coefficient: number };

/** A form with its cells: of this year, or of the year before. */
export type Tables = { readonly form: Form; readonly cells: Cells };

/** `value` is null where all its cells are blank; single blanks add nothing, as in the rules about the tables. */
export type Sum = { readonly terms: readonly SumTerm[]; readonly value: CellValue; readonly tables: Tables };

/** Families joined in one figure have many combinations; more than these say nothing certain any more. */
const mostCombinations = 64;

export type Accepting = { readonly table: string; readonly accepts: readonly Alternative[] };

/** The sums of one family in order; of joined families every combination, and the last family's own after them. */
export function sumsOf(families: readonly Accepting[], tables: Tables): readonly Sum[] {
  const [own = [], ...others] = families.map(({ table, accepts }) =>
    accepts.map((each) => sumOf(termsOf(table, each, tables.form), tables)),
  );
  if (others.length === 0) return own;
  let combined: readonly Sum[] = own;
  for (const sums of others) {
    combined = combined.flatMap((sum) => sums.map((other) => addSums(sum, other, tables))).slice(0, mostCombinations);
  }
  return [...combined, ...own];
}

export function sumOf(terms: readonly SumTerm[], tables: Tables): Sum {
  const value = sumExact(terms.map(({ cell, coefficient }) => ({ coefficient, value: valueOf(cell.key, tables) })));
  return { terms, value, tables };
}

/** The cells of a sum are looked up once for a form: a report is judged again after every edit. */
const known = new WeakMap<Alternative, { readonly form: Form; readonly terms: readonly SumTerm[] }>();

function termsOf(table: string, alternative: Alternative, form: Form): readonly SumTerm[] {
  const last = known.get(alternative);
  if (last?.form === form) return last.terms;
  const terms = alternative.map(({ row, column, coefficient }) => ({
    cell: cellOf(form, cellKey(table, row, column)),
    coefficient: coefficient ?? 1,
  }));
  known.set(alternative, { form, terms });
  return terms;
}

/** A total that was left blank is worth the sum of what it totals: some reports leave a whole column of totals out. */
function valueOf(key: CellKey, tables: Tables): CellValue {
  const stated = valueAt(tables.cells, key);
  if (stated !== null) return stated;
  return sumExact(partsOf(key, tables.form).map((part) => ({ coefficient: 1, value: valueOf(part, tables) })));
}

function partsOf(key: CellKey, form: Form): readonly CellKey[] {
  return form.totals.find(({ target }) => target === key)?.terms ?? [];
}

function addSums(one: Sum, other: Sum, tables: Tables): Sum {
  const terms = [...one.terms, ...other.terms];
  return one.value === null || other.value === null ? { terms, value: null, tables } : sumOf(terms, tables);
}

/** The arithmetic of a sum, for those who are to see it. */
export function operandsOf({ terms, tables }: Sum, isPrior: boolean): readonly Operand[] {
  return terms.map(({ cell, coefficient }) => ({
    cell: cell.key,
    label: cellLabel(cell),
    coefficient,
    value: valueOf(cell.key, tables),
    isPrior,
  }));
}

/** All cells whose values make the sum: those of its terms, and the parts of totals that were left blank. */
export function cellsOf({ terms, tables }: Sum): readonly CellKey[] {
  return terms.flatMap(({ cell }) => withParts(cell.key, tables));
}

function withParts(key: CellKey, tables: Tables): readonly CellKey[] {
  if (valueAt(tables.cells, key) !== null) return [key];
  return [key, ...partsOf(key, tables.form).flatMap((part) => withParts(part, tables))];
}

const one = 10n ** BigInt(decimalPlaces);

/**
 * True when `stated`, written to `step`, is the value: rounded half up or cut off, which for a whole count without 万
 * means equal.
 */
export function agrees(stated: bigint, step: bigint, value: number | string): boolean {
  const exact = toMillionths(value);
  if (exact === stated) return true;
  if (step === one && typeof value === 'number') return false;
  return 2n * exact >= 2n * stated - step && exact < stated + step;
}
