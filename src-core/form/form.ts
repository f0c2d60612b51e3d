/** An edition made ready for use: its cells in printed order and the totals in the order they can be computed. */
import { cellKey, type CellKey } from './cell-key.ts';
import type { AmountUnit, FormColumn, FormEdition, FormRow, FormTable, ValueKind } from './edition.ts';

export type FormCell = {
  readonly key: CellKey;
  /** Its index among the form's cells. */
  readonly place: number;
  readonly table: FormTable;
  readonly row: FormRow;
  readonly column: FormColumn;
  readonly value: ValueKind;
  readonly computed: boolean;
  /** True where the form prints no unit for an amount, so that the filing has to keep it. */
  readonly unitOpen: boolean;
};

export type Total = { readonly target: CellKey; readonly terms: readonly CellKey[] };

export type Form = {
  readonly edition: FormEdition;
  readonly cells: readonly FormCell[];
  readonly cellsByTable: ReadonlyMap<string, readonly FormCell[]>;
  readonly cellByKey: ReadonlyMap<string, FormCell>;
  readonly totals: readonly Total[];
};

export const amountUnits = ['元', '万元'] as const satisfies readonly AmountUnit[];

/** Indexes a decoded edition. */
export function openForm(edition: FormEdition): Form {
  const totals = orderTotals(edition.tables.flatMap(totalsOf));
  const computed = new Set<string>(totals.map((each) => each.target));
  const placeless = edition.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.columns.map((columnId): Omit<FormCell, 'place'> => {
        const column = table.columns.find((each) => each.id === columnId);
        if (column === undefined) throw new Error(`undecoded edition: ${table.id}.${row.id}.${columnId}`);
        const key = cellKey(table.id, row.id, columnId);
        const unitOpen = column.value === 'amount' && column.unit === null;
        return { key, table, row, column, value: column.value, computed: computed.has(key), unitOpen };
      }),
    ),
  );
  const cells = placeless.map((cell, place): FormCell => ({ ...cell, place }));
  const cellsByTable = new Map(edition.tables.map((table) => [table.id, cells.filter((cell) => cell.table === table)]));
  return { edition, cells, cellsByTable, cellByKey: new Map(cells.map((each) => [each.key, each])), totals };
}

/** The cell of a key that is known to exist in the form. @throws Error otherwise (keys are decoded at the door). */
export function cellOf(form: Form, key: string): FormCell {
  const cell = form.cellByKey.get(key);
  if (cell === undefined) throw new Error(`no cell ${key} in edition ${form.edition.id}`);
  return cell;
}

/** True when `year` is one of the edition's report years. */
export function coversYear(edition: FormEdition, year: number): boolean {
  return year >= edition.reportYears.from && (edition.reportYears.to === null || year <= edition.reportYears.to);
}

function totalsOf(table: FormTable): Total[] {
  return table.totals.flatMap((total) =>
    total.of.map((each): Total => {
      const key = (id: string) => (total.over === 'columns' ? cellKey(table.id, id, each) : cellKey(table.id, each, id));
      return { target: key(total.target), terms: total.terms.map(key) };
    }),
  );
}

/** Every total after the totals it is made of; the edition's decoder has refused cycles. */
function orderTotals(totals: readonly Total[]): Total[] {
  const byTarget = new Map(totals.map((each) => [each.target, each]));
  const ordered = new Set<Total>();
  const visit = (total: Total): void => {
    if (ordered.has(total)) return;
    for (const term of total.terms) {
      const part = byTarget.get(term);
      if (part !== undefined) visit(part);
    }
    ordered.add(total);
  };
  totals.forEach(visit);
  return [...ordered];
}
