/** What rules are applied to: a filing's figures, whose they are, and last year's where they are known. */
import type { CellValue } from '../lib/exact.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Form } from '../form/form.ts';
import type { UnitLevel } from '../form/unit-level.ts';
import type { Narrative } from '../narrative/narrative.ts';

/** Last year's filing of the same unit; its edition may be the one before. */
export type PriorYear = { readonly form: Form; readonly cells: Cells };

export type Subject = {
  readonly cells: Cells;
  readonly cellUnits: Readonly<Record<CellKey, AmountUnit>>;
  readonly level: UnitLevel;
  readonly prior: PriorYear | null;
};

/** Last year's whole report, as far as rules look at it. */
export type PriorFiling = PriorYear & { readonly narrative: Narrative };

/** A whole report: the figures with the prose, and whose report of which year it is. */
export type FilingSubject = Subject & {
  readonly narrative: Narrative;
  readonly reportYear: number;
  readonly unitName: string;
  readonly title: string;
  readonly prior: PriorFiling | null;
};

/** Last year's value; null where there is no filing of last year, its edition has no such cell, or the cell was left blank. */
export function priorValueAt({ prior }: Subject, key: CellKey): CellValue {
  return prior?.form.cellByKey.has(key) === true ? valueAt(prior.cells, key) : null;
}
