/** How reports and lists name a cell by its official labels. */
import type { FormCell } from '../form/form.ts';

/** The row's path: `三、本年度办理结果｜（一）予以公开`. */
export function rowPath(cell: FormCell): string {
  return cell.row.path.join('｜');
}

/** Short name of the table, path of the row, column: `依申请公开｜三、本年度办理结果｜（一）予以公开｜自然人`. */
export function cellLabel(cell: FormCell): string {
  return [cell.table.short, rowPath(cell), cell.column.label].join('｜');
}

/** The same with the table's printed heading, as a place in a text. */
export function cellPlace(cell: FormCell): string {
  return [cell.table.heading, rowPath(cell), cell.column.label].join('｜');
}
