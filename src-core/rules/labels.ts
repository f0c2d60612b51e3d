/** How rules name rows, columns and cells in messages. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { FormCell } from '../form/form.ts';

export function rowLabel(cell: FormCell): Bilingual {
  return { zh: cell.row.short, en: cell.row.en };
}

export function columnLabel(cell: FormCell): Bilingual {
  return { zh: cell.column.label, en: cell.column.en };
}

/** A cell by row and column: `上年结转（自然人）`. */
export function cellLabel(cell: FormCell): Bilingual {
  return { zh: `${cell.row.short}（${cell.column.label}）`, en: `${cell.row.en} (${cell.column.en})` };
}
