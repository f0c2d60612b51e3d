/** All cells of a filing with their official labels: what `show` prints. */
import type { CellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { Guidance } from '../form/edition.ts';
import type { Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import { rowPath } from './cell-label.ts';

export type ShownCell = {
  /** `二、主动公开政府信息情况` */
  readonly table: string;
  /** `三、本年度办理结果｜（一）予以公开` */
  readonly row: string;
  readonly column: string;
  /** As it is kept in the filing; blank is empty. */
  readonly value: string;
  readonly key: CellKey;
  /** What the row counts; null where the edition does not say. Not part of the TSV. */
  readonly guidance: Guidance | null;
};

/** Every cell in the edition's order. */
export function showCells(filing: Pick<Filing, 'cells'>, form: Form): readonly ShownCell[] {
  return form.cells.map((cell) => ({
    table: cell.table.heading,
    row: rowPath(cell),
    column: cell.column.label,
    value: String(valueAt(filing.cells, cell.key) ?? ''),
    key: cell.key,
    guidance: cell.row.guidance ?? null,
  }));
}

/** The head of every list of cells as data. */
export const dataHead = ['表', '行', '列', '值'] as const;

/** True for the sheet of our own workbooks that repeats every figure as a line of data: it is not another report. */
export function isDataList(rows: readonly (readonly { readonly text: string }[])[]): boolean {
  const head = rows[0]?.map((cell) => cell.text.trim()).filter((text) => text !== '') ?? [];
  return head.join('\t') === dataHead.join('\t');
}

/** Tab-separated text with a header line; values and labels contain neither tabs nor line breaks. */
export function cellsAsTsv(cells: readonly ShownCell[]): string {
  const lines = cells.map((cell) => [cell.table, cell.row, cell.column, cell.value]);
  return [dataHead, ...lines].map((fields) => `${fields.join('\t')}\n`).join('');
}
