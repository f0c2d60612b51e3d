/** Puts cells together again that a converter has split: it repeats the words of a merged cell in every place it covered. */
import { looksLikeValue } from '../read-value.ts';
import type { GridCell } from './document.ts';

/** The rows of a grid without repetitions beside or below; figures are never taken for repetitions. */
export function joinRepeated(rows: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] {
  let above: readonly GridCell[] = [];
  return rows.map((row) => {
    const joined: GridCell[] = [];
    for (const cell of row) {
      const last = joined.at(-1);
      if (last?.text === cell.text && last.column + last.colSpan === cell.column && isLabel(cell)) {
        joined.splice(-1, 1, { ...last, colSpan: last.colSpan + cell.colSpan });
      } else joined.push(cell);
    }
    const isRepeated = (cell: GridCell) =>
      above.some((each) => each.text === cell.text && each.column === cell.column && each.colSpan === cell.colSpan) && isLabel(cell);
    const kept = joined.filter((cell) => !isRepeated(cell));
    above = joined;
    // a row of nothing new is a row that somebody printed twice
    return kept.length === 0 ? joined : kept;
  });
}

function isLabel({ text }: GridCell): boolean {
  return text.trim() !== '' && !looksLikeValue(text);
}
