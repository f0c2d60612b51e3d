/** Finds cells of the tables by what a clerk calls them: row, column, table, or the value itself. */
import type { Language } from '#core/lib/bilingual.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import type { Form, FormCell } from '#core/form/form.ts';
import { toHalfWidth } from '#core/lib/half-width.ts';
import { cellLabel } from '#core/rules/labels.ts';

export type FoundCell = { readonly cell: CellKey; readonly table: string; readonly label: string; readonly value: string };

export type CellQuery = {
  readonly query: string;
  readonly language: Language;
  /** A cell's value as it is printed; blank is the empty text. */
  readonly show: (cell: CellKey) => string;
  readonly most: number;
};

/** Every word of the query has to occur. Cells with just that value come first, then those that are called so, then filled totals. */
export function findCells(form: Form, { query, language, show, most }: CellQuery): readonly FoundCell[] {
  const words = plain(query)
    .split(' ')
    .filter((each) => each !== '');
  return form.cells
    .map((cell) => ({ cell, value: show(cell.key) }))
    .filter(({ cell, value }) => isFound(textOf(cell, value), words))
    .map(({ cell, value }) => ({ cell, value, rank: rankOf(cell, value, words) }))
    .toSorted((left, right) => left.rank - right.rank)
    .slice(0, most)
    .map(({ cell, value }) => ({ cell: cell.key, table: cell.table.number, label: cellLabel(cell)[language], value }));
}

function rankOf(cell: FormCell, value: string, words: readonly string[]): number {
  if (words.length > 0 && words.every((word) => word === value || word === value.replaceAll(',', ''))) return 0;
  const label = plain(`${cell.row.short} ${cell.row.en} ${cell.column.label} ${cell.column.en}`);
  const text = textOf(cell, value);
  const isIn = (place: string) => words.every((word) => place.includes(word));
  const places = isIn(label) ? 1 : isIn(text) ? 2 : 3;
  // 「总计」 is meant more by 办理结果总计（总计） than by 予以公开（总计）.
  const often = words.reduce((sum, word) => sum + label.split(word).length - 1, 0);
  return places * 100 - Math.min(often, 9) * 10 - (cell.computed && value !== '' ? 1 : 0);
}

function isFound(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word) || (!/\d/u.test(word) && isWithin(text, word)));
}

/** The characters of the word occur in their order, with others between them: `新收自然人`. */
function isWithin(text: string, word: string): boolean {
  let at = -1;
  for (const character of word) {
    at = text.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function textOf({ table, row, column }: FormCell, value: string): string {
  const names = [table.number, table.short, table.en, ...row.path, row.short, row.en, column.label, column.en];
  return plain([...names, value, value.replaceAll(',', '')].join(' '));
}

function plain(text: string): string {
  return toHalfWidth(text).toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
