/** Which totals follow their parts instead of standing as figures of their own. */
import { sameValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { computeTotal, valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf, type Form, type Total } from '../form/form.ts';
import type { Footing } from './repair.ts';

export type Footings = {
  readonly ofTable: ReadonlyMap<string, Footing>;
  /** Totals that follow: those of a computed table, and everywhere those left blank, which contradict nothing. */
  readonly followers: ReadonlyMap<CellKey, Total>;
};

/** Judges each table of a filing by its own totals. */
export function judgeFootings(form: Form, cells: Cells): Footings {
  const ofTable = new Map<string, Footing>(form.edition.tables.map((table) => [table.id, 'computed']));
  for (const total of form.totals) {
    if (contradicts(total, cells)) ofTable.set(tableOf(form, total), 'stated');
  }
  const following = form.totals.filter((total) => {
    const value = valueAt(cells, total.target);
    return value === null || (ofTable.get(tableOf(form, total)) === 'computed' && sameValue(value, computeTotal(cells, total)));
  });
  return { ofTable, followers: new Map(following.map((total) => [total.target, total])) };
}

/** The cells that a cell's value comes from: itself, or the parts of a total that follows. */
export function sourcesOf(cell: CellKey, followers: Footings['followers']): readonly CellKey[] {
  const total = followers.get(cell);
  return total === undefined ? [cell] : total.terms.flatMap((term) => sourcesOf(term, followers));
}

function tableOf(form: Form, total: Total): string {
  return cellOf(form, total.target).table.id;
}

/** A zero above blank parts is no contradiction. */
function contradicts(total: Total, cells: Cells): boolean {
  const stated = valueAt(cells, total.target);
  return stated !== null && !sameValue(stated, computeTotal(cells, total) ?? 0);
}
