/** The paper layout of a table as intake looks for it: labels in printed order and the rows of values behind them. */
import type { AmountUnit, FormTable, LayoutLine } from '../form/edition.ts';
import { cellKey } from '../form/cell-key.ts';
import { amountUnits, cellOf, type Form, type FormCell } from '../form/form.ts';
import { labelKey } from './label-key.ts';

export type PrintedLabel = {
  readonly text: string;
  /** What reports call it in full, for places in the intake report. */
  readonly place: string;
  /** Keys by which it is recognised, with the unit that the spelling names. */
  readonly keys: ReadonlyMap<string, AmountUnit | null>;
  /** Keys that stand for it when they fill one cell: the label behind the labels of its group. */
  readonly wholeKeys: readonly string[];
  /** Cells that reach down into its line from above, left of it; counted for the first label of a line only. */
  readonly coveredBefore: number;
  readonly colSpan: number;
  /** True when the meaning of values depends on it: a column or row label in the head of the table. */
  readonly governs: boolean;
  /** The columns it heads, where it carries their unit. */
  readonly unitColumns: readonly string[];
};

/** `label` and `governing` count in the labels of the table; `label` is null for a row that only has a head. */
export type PrintedRow = {
  readonly place: string;
  readonly cells: readonly FormCell[];
  readonly label: number | null;
  readonly firstLabel: number;
  /** How many cells fewer its line has than the table has columns. */
  readonly shortBy: number;
  readonly governing: readonly number[];
  /** For each cell, the lowest label above it. */
  readonly heads: readonly (number | null)[];
};

/** Rows that share the label before their own; `rows` count in the rows of the table. */
export type PrintedGroup = { readonly label: number; readonly rows: readonly number[] };

export type PrintedTable = {
  readonly table: FormTable;
  readonly labels: readonly PrintedLabel[];
  readonly rows: readonly PrintedRow[];
  readonly groups: readonly PrintedGroup[];
};

const known = new WeakMap<FormTable, PrintedTable>();

/** Forms are never changed, so that it is worked out once. */
export function printTable(form: Form, table: FormTable): PrintedTable {
  const printed = known.get(table) ?? workOut(form, table);
  known.set(table, printed);
  return printed;
}

function workOut(form: Form, table: FormTable): PrintedTable {
  const labels: PrintedLabel[] = [];
  const rows: PrintedRow[] = [];
  const groups: PrintedGroup[] = [];
  const places = placeLines(table);
  let head: { readonly label: number; readonly column: number; readonly end: number }[] = [];
  let previous: LayoutLine['kind'] | null = null;
  for (const [index, line] of table.layout.entries()) {
    const firstLabel = labels.length;
    const place = places[index] ?? { columns: [], coveredBefore: 0 };
    labels.push(...line.labels.map((_label, order) => printLabel(table, line, order, order === 0 ? place.coveredBefore : 0)));
    if (line.kind === 'header') {
      head = previous === 'header' ? head : [];
      for (const [order, { colSpan }] of line.labels.entries()) {
        const column = place.columns[order] ?? 0;
        head.push({ label: firstLabel + order, column, end: column + colSpan });
      }
    }
    previous = line.kind;
    if (line.values.length === 0) continue;
    const group = line.labels.at(-2);
    if (group !== undefined && group.rowSpan > 1) {
      groups.push({ label: labels.length - 2, rows: Array.from({ length: group.rowSpan }, (_each, below) => rows.length + below) });
    }
    const cells = line.values.map((value) => cellOf(form, cellKey(table.id, value.row, value.column)));
    rows.push({
      place: placeOf(table, line),
      cells,
      label: line.labels.length === 0 ? null : labels.length - 1,
      firstLabel,
      shortBy: table.widths.length - line.labels.length - line.values.length,
      governing: head.map((each) => each.label).filter((each) => labels[each]?.governs === true),
      heads: line.values.map((_value, order) => {
        const column = place.columns[line.labels.length + order] ?? 0;
        return head.findLast((each) => each.column <= column && column < each.end)?.label ?? null;
      }),
    });
  }
  return { table, labels, rows, groups };
}

function printLabel(table: FormTable, line: LayoutLine, order: number, coveredBefore: number): PrintedLabel {
  const label = line.labels[order];
  if (label === undefined) throw new Error('a label of its own line is missing');
  const key = labelKey(label.text);
  const keys = new Map<string, AmountUnit | null>([[key, null]]);
  const columns = line.kind === 'header' ? table.columns.filter((column) => column.label === label.text) : [];
  const unitColumns = columns.filter((column) => column.value === 'amount' && column.unit === null).map((column) => column.id);
  if (unitColumns.length > 0) {
    for (const unit of amountUnits) for (const before of ['', '单位', '人民币', '单位人民币']) keys.set(key + before + unit, unit);
  }
  const isLeaf = line.values.length > 0 && order === line.labels.length - 1;
  const path = isLeaf ? pathOf(table, line) : [];
  const inHead = line.kind === 'header' && (columns.length > 0 || table.rows.some((row) => row.path.includes(label.text)));
  return {
    text: label.text,
    place: isLeaf ? placeOf(table, line) : `${table.heading}｜${label.text}`,
    keys,
    wholeKeys: path.slice(0, -1).map((_above, from) => path.slice(from).map(labelKey).join('')),
    coveredBefore,
    colSpan: label.colSpan,
    governs: inHead,
    unitColumns,
  };
}

function placeOf(table: FormTable, line: LayoutLine): string {
  return [table.heading, ...pathOf(table, line)].join('｜');
}

/** The path of the row that a line prints; a line that prints several rows has none. */
function pathOf(table: FormTable, line: LayoutLine): readonly string[] {
  const ids = new Set(line.values.map((value) => value.row));
  const [id] = ids;
  return ids.size === 1 ? (table.rows.find((row) => row.id === id)?.path ?? []) : [];
}

type LinePlace = {
  /** The column of each label and then of each value. */
  readonly columns: readonly number[];
  /** How many cells from above cover its beginning. */
  readonly coveredBefore: number;
};

function placeLines(table: FormTable): readonly LinePlace[] {
  let open: { column: number; colSpan: number; rows: number }[] = [];
  return table.layout.map((line) => {
    const isTaken = (column: number) => open.some((each) => column >= each.column && column < each.column + each.colSpan);
    const added: typeof open = [];
    let at = 0;
    for (const each of [...line.labels, ...line.values.map((value) => ({ ...value, rowSpan: 1 }))]) {
      while (isTaken(at)) at += 1;
      added.push({ column: at, colSpan: each.colSpan, rows: each.rowSpan });
      at += each.colSpan;
    }
    const columns = added.map((each) => each.column);
    const coveredBefore = open.filter((each) => each.column < (columns[0] ?? 0)).length;
    open = [...open, ...added].map((each) => ({ ...each, rows: each.rows - 1 })).filter((each) => each.rows > 0);
    return { columns, coveredBefore };
  });
}
