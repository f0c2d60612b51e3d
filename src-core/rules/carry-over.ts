/** What last year's report decides of this year's: 上年结转 is last year's 结转下年度, as the rule book says (Y-1). */
import { cellOf, type Form } from '../form/form.ts';
import { valueAt, type CellEdit, type Cells } from '../form/edit-cells.ts';
import type { RuleBook } from './rule.ts';
import { unroll, type Summand } from './unrolled-linear.ts';

/** The entered cells that an error rule sets equal to one cell of last year, with what stands there; blank ones are left out. */
export function carriedOver(form: Form, book: RuleBook, prior: { readonly form: Form; readonly cells: Cells }): readonly CellEdit[] {
  return book.rules.flatMap((rule) => {
    if (rule.kind !== 'linear' || rule.severity !== 'error') return [];
    return unroll(rule).flatMap(({ left, relation, right, guards }) => {
      const [to, from] = [onlyCell(left, false), onlyCell(right, true)];
      if (relation !== '=' || guards.length > 0 || to === null || from === null) return [];
      if (cellOf(form, to).computed || !prior.form.cellByKey.has(from)) return [];
      const value = valueAt(prior.cells, from);
      return value === null ? [] : [{ cell: to, value }];
    });
  });
}

/** The cell of a side that is one cell, counted once, of this year or of last year. */
function onlyCell(side: readonly Summand[], isPrior: boolean) {
  const [only, ...others] = side;
  return only === undefined || others.length > 0 || only.coefficient !== 1 || only.isPrior !== isPrior ? null : only.cell;
}
