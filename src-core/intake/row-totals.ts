/** The sums inside one row of a table: what tells that its values stand where they belong. */
import { sameValue, sumExact, type CellValue } from '../lib/exact.ts';
import type { Form } from '../form/form.ts';
import type { PrintedRow } from './printed-table.ts';

/** A total and its parts, counted in the cells of the row. */
export type RowTotal = { readonly target: number; readonly terms: readonly number[] };

const known = new WeakMap<Form, WeakMap<PrintedRow, readonly RowTotal[]>>();

export function rowTotals(form: Form, row: PrintedRow): readonly RowTotal[] {
  const ofForm = known.get(form) ?? new WeakMap<PrintedRow, readonly RowTotal[]>();
  known.set(form, ofForm);
  const found = ofForm.get(row) ?? findTotals(form, row);
  ofForm.set(row, found);
  return found;
}

function findTotals(form: Form, row: PrintedRow): readonly RowTotal[] {
  const places = new Map<string, number>(row.cells.map((cell, index) => [cell.key, index]));
  return form.totals.flatMap((total) => {
    const target = places.get(total.target);
    const terms = total.terms.flatMap((term) => places.get(term) ?? []);
    return target === undefined || terms.length < total.terms.length ? [] : [{ target, terms }];
  });
}

/** Blank parts count as nothing; a blank total agrees with blank parts only. */
export function holds(values: readonly CellValue[], { target, terms }: RowTotal): boolean {
  return sameValue(values[target] ?? null, sumExact(terms.map((term) => ({ coefficient: 1, value: values[term] ?? null }))));
}
