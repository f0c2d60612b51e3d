/** The printed table with the place of every label and value: spans of earlier lines push later cells to the right. */
import type { FormTable, LayoutLabel, LayoutLine, LayoutValue } from '../form/edition.ts';
import type { Area } from './workbook-plan.ts';

export type PlacedLabel = LayoutLabel & Area & { readonly line: LayoutLine };
export type PlacedValue = Omit<LayoutValue, 'row' | 'column'> & Area & { readonly rowId: string; readonly columnId: string };

export type PlacedLayout = {
  readonly labels: readonly PlacedLabel[];
  readonly values: readonly PlacedValue[];
  /** Header lines that the table begins with. */
  readonly headerRows: number;
  /** Columns to the left of all figures: those of the labels. */
  readonly labelColumns: number;
};

/** Rows and columns count from the table's own corner. The edition's decoder has made sure that everything fits. */
export function placeLayout(table: FormTable): PlacedLayout {
  const labels: PlacedLabel[] = [];
  const values: PlacedValue[] = [];
  /** For each column: the first row that is free in it. */
  const free = table.widths.map(() => 0);
  for (const [row, line] of table.layout.entries()) {
    let column = 0;
    const take = ({ colSpan, rowSpan }: { colSpan: number; rowSpan: number }): Area => {
      while ((free[column] ?? 0) > row) column += 1;
      const area = { row, column, rowSpan, colSpan };
      free.fill(row + rowSpan, column, column + colSpan);
      column += colSpan;
      return area;
    };
    for (const label of line.labels) labels.push({ ...label, ...take(label), line });
    for (const { row: rowId, column: columnId, colSpan } of line.values) {
      values.push({ rowId, columnId, ...take({ colSpan, rowSpan: 1 }) });
    }
  }
  const body = table.layout.findIndex((line) => line.kind !== 'header');
  const labelColumns = Math.min(table.widths.length, ...values.map(({ column }) => column));
  return { labels, values, headerRows: body < 0 ? table.layout.length : body, labelColumns };
}
