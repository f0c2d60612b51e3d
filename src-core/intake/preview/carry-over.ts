/** What last year's report tells of this year's, across editions as far as both forms have the cells, and what it cannot tell. */
import type { CellValue } from '../../lib/exact.ts';
import type { CellKey } from '../../form/cell-key.ts';
import { valueAt, type Cells } from '../../form/edit-cells.ts';
import { cellOf, type Form } from '../../form/form.ts';
import type { LoadedEdition } from '../../rules/loaded-edition.ts';
import { sumOf, unroll, type Unrolled } from '../../rules/unrolled-linear.ts';
import type { Filing } from '../../filing/filing.ts';
import type { IntakePreview, IntakeSource, PreviewCell } from './preview.ts';

/** By the rule `rule` the cell is `value`. */
export type CarriedCell = { readonly cell: CellKey; readonly value: CellValue; readonly rule: string };

/** Why a cell that a rule ties to last year gets nothing: last year's form has no such cell, or a figure is blank. */
export type NotCarried = {
  readonly cell: CellKey;
  readonly rule: string;
  readonly why: 'not-in-last-years-form' | 'blank-last-year' | 'blank-this-year';
  /** The cells of last year, or of this, that it would take. */
  readonly needs: readonly CellKey[];
};

export type CarryOver = { readonly carried: readonly CarriedCell[]; readonly notCarried: readonly NotCarried[] };

type LastYear = { readonly form: Form; readonly cells: Cells };

/** By the rules that set one entered cell equal to figures of last year (Y-1, Y-2, Y-3; domain.md 2.4). */
export function carryOver({ form, book }: LoadedEdition, { cells, cellUnits, unit }: Filing, prior: LastYear): CarryOver {
  const subject = { cells, cellUnits, level: unit.level, prior };
  const carried: CarriedCell[] = [];
  const notCarried: NotCarried[] = [];
  for (const rule of book.rules) {
    if (rule.kind !== 'linear' || rule.relation !== '=' || rule.severity === 'hint') continue;
    for (const unrolled of unroll(rule)) {
      const cell = targetOf(form, unrolled);
      if (cell === null) continue;
      const needs = [
        { why: 'not-in-last-years-form', cells: unrolled.priorCells.filter((each) => !prior.form.cellByKey.has(each)) },
        { why: 'blank-last-year', cells: unrolled.priorCells.filter((each) => valueAt(prior.cells, each) === null) },
        { why: 'blank-this-year', cells: ownCells(unrolled).filter((each) => valueAt(cells, each) === null) },
      ] as const;
      const missing = needs.find((each) => each.cells.length > 0);
      if (missing !== undefined) notCarried.push({ cell, rule: rule.code, why: missing.why, needs: missing.cells });
      else carried.push({ cell, value: sumOf(unrolled.right, subject), rule: rule.code });
    }
  }
  return { carried, notCarried };
}

/** The preview of a carry-over, to be shown and chosen from as that of a file. */
export function previewCarryOver(form: Form, filing: Filing, { carried }: CarryOver, source: IntakeSource): IntakePreview {
  const tables = form.edition.tables.map(({ id }) => {
    const cells = carried.flatMap(({ cell, value }): readonly PreviewCell[] => {
      if (cellOf(form, cell).table.id !== id || value === null) return [];
      const from = valueAt(filing.cells, cell);
      const kind = from === null ? 'new' : from === value ? 'same' : 'conflict';
      return [{ cell, kind, from, to: value, unit: null, note: null }];
    });
    return { table: id, cells, kept: [], notFound: [], notUnderstood: [], statedTotals: [], notes: [], tableNote: null };
  });
  return { source, tables, sections: [], notes: [] };
}

/** The entered cell of this year that stands alone on the left, where last year's figures stand on the right. */
function targetOf(form: Form, { left, priorCells, guards }: Unrolled): CellKey | null {
  const [only, ...others] = left;
  if (only === undefined || others.length > 0 || guards.length > 0 || priorCells.length === 0) return null;
  if (only.cell === null || only.isPrior || only.coefficient !== 1) return null;
  return cellOf(form, only.cell).computed ? null : only.cell;
}

function ownCells({ right }: Unrolled): readonly CellKey[] {
  return right.flatMap(({ cell, isPrior }) => (cell === null || isPrior ? [] : [cell]));
}
