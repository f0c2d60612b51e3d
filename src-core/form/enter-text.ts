/** What a person types into cells: understood text becomes values, the rest stays beside them as it was typed. */
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from './cell-key.ts';
import { applyEdits, type CellEdit, type Cells } from './edit-cells.ts';
import type { AmountUnit } from './edition.ts';
import { cellOf, type Form } from './form.ts';
import { parseCell } from './parse-cell.ts';

export type CellText = { readonly cell: CellKey; readonly text: string };

export type Entered = {
  readonly cells: Cells;
  /** Typed text that is no value of its cell, kept until it is corrected. */
  readonly pending: Readonly<Record<CellKey, string>>;
  readonly cellUnits: Readonly<Record<CellKey, AmountUnit>>;
};

/** Applies typed texts. A text that is not understood leaves its cell blank, so that no old figure stands in its place. */
export function enterTexts<T extends Entered>(form: Form, state: T, texts: readonly CellText[]): T {
  const pending = { ...state.pending };
  const cellUnits = { ...state.cellUnits };
  const edits: CellEdit[] = [];
  for (const { cell, text } of texts) {
    const { value: kind, unitOpen, column } = cellOf(form, cell);
    const parsed = parseCell(text, kind);
    let value: CellValue = null;
    // 251000元 is no value of a column that the form prints in 万元
    if (parsed.kind === 'value' && (parsed.unit === null || unitOpen || parsed.unit === column.unit)) {
      value = parsed.value;
      delete pending[cell];
      if (unitOpen && parsed.unit !== null) cellUnits[cell] = parsed.unit;
    } else {
      pending[cell] = text;
    }
    edits.push({ cell, value });
  }
  return { ...state, cells: applyEdits(form, state.cells, edits), pending, cellUnits };
}
