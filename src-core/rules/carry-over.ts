/** What last year's report tells of this year's, across editions as far as both forms have the cells, and what it cannot tell. */
import type { CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { LoadedEdition } from './loaded-edition.ts';
import type { LinearRule } from './rule.ts';
import type { Subject } from './subject.ts';
import { sumOf, unroll, type Unrolled } from './unrolled-linear.ts';

/** By the rule `rule` the cell is `value`; what an error rule says is certain. */
export type CarriedCell = {
  readonly cell: CellKey;
  readonly value: CellValue;
  readonly rule: string;
  readonly severity: Exclude<LinearRule['severity'], 'hint'>;
};

/** Why a cell that a rule ties to last year gets nothing: last year's form has no such cell, or a figure is blank. */
export type NotCarried = {
  readonly cell: CellKey;
  readonly rule: string;
  readonly why: 'not-in-last-years-form' | 'blank-last-year' | 'blank-this-year';
  /** The cells of last year, or of this, that it would take. */
  readonly needs: readonly CellKey[];
};

export type CarryOver = { readonly carried: readonly CarriedCell[]; readonly notCarried: readonly NotCarried[] };

/**
 * By the rules that set one entered cell equal to figures of last year (Y-1, Y-2, Y-3; domain.md 2.4), worked out with what
 * `subject` has of this year; nothing where it has no last year.
 */
export function carryOver({ form, book }: LoadedEdition, subject: Subject): CarryOver {
  const { cells, prior } = subject;
  if (prior === null) return { carried: [], notCarried: [] };
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
      else carried.push({ cell, value: sumOf(unrolled.right, subject), rule: rule.code, severity: rule.severity });
    }
  }
  return { carried, notCarried };
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
