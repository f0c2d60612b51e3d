/** The sums that a figure may equal, from the cells. */
import { sumExact, toMillionths, type CellValue } from '../lib/exact.ts';
import { cellKey } from '../form/cell-key.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Operand } from '../rules/finding.ts';
import { cellLabel } from '../rules/labels.ts';
import type { Alternative } from '../rules/narrative-figure-rule.ts';

/** `value` is null where all its cells are blank; single blanks add nothing, as in the rules about the tables. */
export type Sum = { readonly operands: readonly Operand[]; readonly value: CellValue };

/** Families joined in one figure have many combinations; more than these say nothing certain any more. */
const mostCombinations = 64;

export type Accepting = { readonly table: string; readonly accepts: readonly Alternative[] };

/** The sums of one family in order; of joined families every combination, and the last family's own after them. */
export function sumsOf(families: readonly Accepting[], form: Form, cells: Cells): readonly Sum[] {
  const own = (families[0]?.accepts ?? []).map((alternative) => sumOf(families[0]?.table ?? '', alternative, form, cells));
  if (families.length < 2) return own;
  let combined: readonly Sum[] = own;
  for (const { table, accepts } of families.slice(1)) {
    const others = accepts.map((alternative) => sumOf(table, alternative, form, cells));
    combined = combined.flatMap((sum) => others.map((other) => addSums(sum, other))).slice(0, mostCombinations);
  }
  return [...combined, ...own];
}

function sumOf(table: string, alternative: Alternative, form: Form, cells: Cells): Sum {
  const operands = alternative.map(({ row, column, coefficient }): Operand => {
    const cell = cellOf(form, cellKey(table, row, column));
    return { cell: cell.key, label: cellLabel(cell), coefficient: coefficient ?? 1, value: valueOf(form, cells, cell.key), isPrior: false };
  });
  return { operands, value: sumExact(operands) };
}

/** A total that was left blank is worth the sum of what it totals: some reports leave a whole column of totals out. */
function valueOf(form: Form, cells: Cells, key: CellKey): CellValue {
  const stated = valueAt(cells, key);
  if (stated !== null || !cellOf(form, key).computed) return stated;
  const terms = form.totals.find(({ target }) => target === key)?.terms ?? [];
  return sumExact(terms.map((term) => ({ coefficient: 1, value: valueOf(form, cells, term) })));
}

function addSums(one: Sum, other: Sum): Sum {
  if (one.value === null || other.value === null) return { operands: [...one.operands, ...other.operands], value: null };
  const operands = [...one.operands, ...other.operands];
  return { operands, value: sumExact(operands) };
}

/**
 * True when `stated`, written to `step`, is the value: rounded half up or cut off, which for a whole count without 万
 * means equal.
 */
export function agrees(stated: bigint, step: bigint, value: number | string): boolean {
  const exact = toMillionths(value);
  return 2n * exact >= 2n * stated - step && exact < stated + step;
}
