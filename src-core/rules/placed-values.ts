/**
 * The figures of a report as they are looked up thousands of times by the rules: by the place of a cell in the form, which
 * takes a tenth of the time of a look-up by key.
 */
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import { priorValueAt, type Subject } from './subject.ts';

export type PlacedValues = {
  /** This year's values in the order of the form's cells. */
  readonly now: readonly CellValue[];
  /** Last year's values of the same cells. */
  readonly before: readonly CellValue[];
};

/** This year's value of a cell of the form. */
export function valueNow(form: Form, { now }: PlacedValues, key: CellKey): CellValue {
  return now[cellOf(form, key).place] ?? null;
}

export function placeValues(form: Form, subject: Subject): PlacedValues {
  const { cells } = subject;
  return {
    now: form.cells.map(({ key }) => valueAt(cells, key)),
    before: subject.prior === null ? form.cells.map(() => null) : form.cells.map(({ key }) => priorValueAt(subject, key)),
  };
}
