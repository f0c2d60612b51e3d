/**
 * The figures of a report as they are looked up thousands of times by the rules: by the place of a cell in the form, which
 * takes a tenth of the time of a look-up by key.
 */
import type { CellValue } from '../lib/exact.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { Form, FormCell } from '../form/form.ts';
import { priorValueAt, type Subject } from './subject.ts';

export type PlacedValues = {
  /** This year's values in the order of the form's cells. */
  readonly now: readonly CellValue[];
  /** Last year's values of the same cells. */
  readonly before: readonly CellValue[];
};

/** This year's value of a cell of the form. */
export function valueNow({ now }: PlacedValues, { place }: FormCell): CellValue {
  return now[place] ?? null;
}

export function placeValues(form: Form, subject: Subject): PlacedValues {
  const { cells, prior } = subject;
  const now = form.cells.map(({ key }) => valueAt(cells, key));
  if (prior === null) return { now, before: form.cells.map(() => null) };
  // In the same form, which is usual, every cell is known to have been there.
  if (prior.form === form) return { now, before: form.cells.map(({ key }) => valueAt(prior.cells, key)) };
  return { now, before: form.cells.map(({ key }) => priorValueAt(subject, key)) };
}
