/** A statutory table as cells of a sheet: its paper layout with exact labels and merges, totals as formulas. */
import { toMillionths, type CellValue } from '../lib/exact.ts';
import { cellKey, type CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { AmountUnit, FormTable } from '../form/edition.ts';
import { cellOf, type Form, type FormCell } from '../form/form.ts';
import { unitBeside, unitOfColumn } from './amount-units.ts';
import { placeLayout, type PlacedLabel } from './placed-layout.ts';
import { argumentsText, type SheetPlace } from './workbook-address.ts';
import { rowHeight } from './workbook-heights.ts';
import { figureLook, formatOf, looks } from './workbook-looks.ts';
import { textContent, type CellContent, type PlannedCell } from './workbook-plan.ts';

export type TableFigures = {
  readonly cells: Cells;
  readonly cellUnits: Readonly<Record<CellKey, AmountUnit>>;
  /** Shown in brackets behind the figures, where figures are only shown. */
  readonly cellNotes?: Readonly<Record<CellKey, string>>;
};

export type WorkbookTable = {
  readonly sheet: string;
  readonly form: Form;
  readonly table: FormTable;
  readonly figures: TableFigures;
  /** To be filled in, with totals as formulas; or figures that are only shown. */
  readonly purpose: 'entry' | 'reading';
  /** What stands in small letters under the heading: whose report of which year it is. */
  readonly subtitle: string;
};

export type PlannedTable = {
  readonly cells: readonly PlannedCell[];
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly places: ReadonlyMap<CellKey, SheetPlace>;
  /** Rows that stay in sight: heading, subtitle and the table's header. */
  readonly headRows: number;
  readonly labelColumns: number;
};

/** Rows above the table: its heading, and whose report it is. */
const rowsAbove = 2;
const narrowest = 4.5;

export function planTable(asked: WorkbookTable): PlannedTable {
  const { table, form, sheet } = asked;
  const layout = placeLayout(table);
  const widths = widthsOf(table);
  const places = new Map(
    layout.values.map(({ rowId, columnId, row, column }): [CellKey, SheetPlace] => [
      cellKey(table.id, rowId, columnId),
      { sheet, row: row + rowsAbove, column },
    ]),
  );
  const wide = { column: 0, rowSpan: 1, colSpan: widths.length };
  const above: PlannedCell[] = [
    { row: 0, ...wide, content: textContent(table.heading), look: looks.title },
    { row: 1, ...wide, content: textContent(asked.subtitle), look: looks.subtitle },
  ];
  const labels = layout.labels.map((label): PlannedCell => {
    const isRowLabel = label.line.kind === 'data' && label.rowSpan === 1;
    const { row, column, rowSpan, colSpan } = label;
    const look = isRowLabel ? looks.rowLabel : looks.label;
    return { row: row + rowsAbove, column, rowSpan, colSpan, content: textContent(labelText(asked, label)), look };
  });
  const values = layout.values.map(({ rowId, columnId, row, column, rowSpan, colSpan }): PlannedCell => {
    const cell = cellOf(form, cellKey(table.id, rowId, columnId));
    const role = asked.purpose === 'reading' ? 'shown' : cell.computed ? 'computed' : 'input';
    const content = figureContent(asked, cell, places);
    const look = figureLook(cell.value, role);
    const format = role === 'shown' && cell.value === 'amount' ? formatOf(valueAt(asked.figures.cells, cell.key), '#,##') : look.format;
    return { row: row + rowsAbove, column, rowSpan, colSpan, content, look: { ...look, format } };
  });
  const heights = table.layout.map((_line, row) => rowHeight([...labels], row + rowsAbove, widths));
  return {
    cells: [...above, ...labels, ...values],
    widths,
    heights: [30, 18, ...heights],
    places,
    headRows: rowsAbove + layout.headerRows,
    labelColumns: layout.labelColumns,
  };
}

/** The printed proportions, at a size that fills a landscape page; figures of seven digits have room everywhere. */
function widthsOf({ widths, columns }: FormTable): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const size = Math.min(124, 40 + 12 * Math.max(widths.length, columns.length));
  return widths.map((width) => Math.max(narrowest, Math.round((10 * size * width) / total) / 10));
}

/** Where only figures are shown, the unit of an amount stands beside its label as in the other documents. */
function labelText({ figures, form, table, purpose }: WorkbookTable, { line, text }: PlacedLabel): string {
  if (purpose === 'entry' || line.kind !== 'header') return text;
  const column = table.columns.find((each) => each.label === text);
  const unit = column === undefined ? null : unitOfColumn(figures, form, table, column.id);
  return unit === null ? text : `${text}（${unit}）`;
}

function figureContent(asked: WorkbookTable, cell: FormCell, places: ReadonlyMap<CellKey, SheetPlace>): CellContent {
  const { figures, form, purpose, sheet } = asked;
  const value = valueAt(figures.cells, cell.key);
  const total = purpose === 'entry' ? form.totals.find(({ target }) => target === cell.key) : undefined;
  if (total === undefined) {
    const unit = purpose === 'reading' ? unitBeside(figures, form, cell) : null;
    const note = purpose === 'reading' ? (figures.cellNotes?.[cell.key] ?? '') : '';
    if (unit === null && note === '') return valueContent(value);
    return textContent(`${String(value ?? '')}${unit ?? ''}${note === '' ? '' : `（${note}）`}`);
  }
  const parts = argumentsText(
    total.terms.flatMap((term) => places.get(term) ?? []),
    sheet,
  );
  const sum = cell.value === 'amount' ? `ROUND(SUM(${parts}),6)` : `SUM(${parts})`;
  return { kind: 'formula', formula: `IF(COUNT(${parts})=0,"",${sum})`, cached: cachedValue(value) };
}

/** A number where a spreadsheet keeps it exactly (15 digits), else its text. */
export function valueContent(value: CellValue): CellContent {
  if (value === null) return { kind: 'blank' };
  const number = exactNumber(value);
  return number === null ? { kind: 'text', text: String(value) } : { kind: 'number', value: number };
}

/** What a formula shows for a value; nothing for a blank. */
export function cachedValue(value: CellValue): number | string {
  return value === null ? '' : (exactNumber(value) ?? String(value));
}

function exactNumber(value: number | string): number | null {
  const digits = String(toMillionths(value)).replace('-', '').replace(/0+$/u, '');
  return digits.length <= 15 && Math.abs(Number(value)) < 1e15 ? Number(value) : null;
}
