/** A statutory table as it is printed: every label and figure at its place, each figure with the labels it stands under. */
import { cellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { formatCell } from '../form/format-cell.ts';
import type { FormTable } from '../form/edition.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import { unitBeside, unitOfColumn } from './amount-units.ts';
import { placeLayout, type PlacedLabel, type PlacedLayout } from './placed-layout.ts';
import type { Area } from './workbook-plan.ts';

export type PrintedCell = Area & {
  /** `heading` spans the table above a block of rows (第二十条第（一）项). */
  readonly kind: 'heading' | 'columnLabel' | 'rowLabel' | 'figure';
  readonly text: string;
  /** A long label in a column too narrow for it: its letters stand one below the other. */
  readonly isVertical: boolean;
  /** The note on a figure, without brackets; empty for most. */
  readonly remark: string;
  /** Of a label: its name within the page. */
  readonly id: string;
  /** Of a figure: the ids of its labels, from the outermost column label to the innermost row label. */
  readonly labelledBy: readonly string[];
};

export type PrintedTable = {
  readonly table: FormTable;
  /** Lines that are repeated where the table goes on over a page. */
  readonly headerRows: number;
  readonly labelColumns: number;
  /** The cells of each line from left to right, without the places that a span from above covers. */
  readonly rows: readonly (readonly PrintedCell[])[];
};

/** The note on a figure as it is printed behind it. */
export function printedRemark(remark: string): string {
  return remark === '' ? '' : `（${remark}）`;
}

/** True for a table that takes most of a page, even in small letters. */
export function isLong({ rows }: PrintedTable): boolean {
  return rows.length > 20;
}

type Figures = Pick<Filing, 'cells' | 'cellUnits' | 'cellNotes'>;

/** The same filing gives the same table in every document. */
export function printTable(filing: Figures, form: Form, table: FormTable): PrintedTable {
  const layout = placeLayout(table);
  const labels = layout.labels.map((label): PrintedCell => {
    const { row, column, rowSpan, colSpan, line } = label;
    const kind = line.kind === 'header' ? 'columnLabel' : line.kind === 'heading' ? 'heading' : 'rowLabel';
    const text = kind === 'columnLabel' ? columnText(filing, form, table, label.text) : label.text;
    return {
      row,
      column,
      rowSpan,
      colSpan,
      kind,
      text,
      isVertical: isVertical(table, label),
      remark: '',
      id: idOf(table, label),
      labelledBy: [],
    };
  });
  const figures = layout.values.map((value): PrintedCell => {
    const { row, column, rowSpan, colSpan } = value;
    const cell = cellOf(form, cellKey(table.id, value.rowId, value.columnId));
    const text = formatCell(cell.value, valueAt(filing.cells, cell.key)) + (unitBeside(filing, form, cell) ?? '');
    const labelledBy = labelsOf(table, layout, value).map((label) => idOf(table, label));
    return {
      row,
      column,
      rowSpan,
      colSpan,
      kind: 'figure',
      text,
      isVertical: false,
      remark: filing.cellNotes[cell.key] ?? '',
      id: '',
      labelledBy,
    };
  });
  const cells = [...labels, ...figures];
  const rows = table.layout.map((_line, row) => cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column));
  return { table, headerRows: layout.headerRows, labelColumns: layout.labelColumns, rows };
}

/** Where all figures of a column share a unit that the form leaves open, it stands beside the column's label. */
function columnText(filing: Figures, form: Form, table: FormTable, text: string): string {
  const column = table.columns.find((each) => each.label === text);
  const unit = column === undefined ? null : unitOfColumn(filing, form, table, column.id);
  return unit === null ? text : `${text}（${unit}）`;
}

function isVertical({ widths }: FormTable, { column, colSpan, rowSpan, text }: PlacedLabel): boolean {
  const share =
    widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0) / widths.reduce((sum, width) => sum + width, 0);
  return text.length > 4 && rowSpan > text.length && share < 0.06;
}

function idOf({ id }: FormTable, { row, column }: PlacedLabel): string {
  return `${id}-${String(row + 1)}-${String(column + 1)}`;
}

/** The labels above, of the nearest lines of labels with the heading over them, then those to the left. */
function labelsOf(table: FormTable, { labels }: PlacedLayout, figure: Area): readonly PlacedLabel[] {
  const last = table.layout.slice(0, figure.row).findLastIndex((line) => line.kind !== 'data');
  const before = table.layout.slice(0, last + 1);
  const first = before.findLastIndex((line) => line.kind === 'data') + 1;
  const isAbove = (label: PlacedLabel) =>
    label.row >= first &&
    label.row <= last &&
    label.column < figure.column + figure.colSpan &&
    figure.column < label.column + label.colSpan;
  const isBeside = (label: PlacedLabel) =>
    label.line.kind === 'data' && label.row <= figure.row && figure.row < label.row + label.rowSpan && label.column < figure.column;
  return [...labels.filter(isAbove), ...labels.filter(isBeside)];
}
