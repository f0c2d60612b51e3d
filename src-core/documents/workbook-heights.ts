/** Row heights: spreadsheets do not grow rows for merged cells, so the lines of each label are counted here. */
import type { PlannedCell } from './workbook-plan.ts';

const lowest = 20;
const padding = 6;

/** The height in points that the texts standing in this row alone need. */
export function rowHeight(cells: readonly PlannedCell[], row: number, widths: readonly number[]): number {
  const heights = cells.filter((cell) => cell.row === row && cell.rowSpan === 1).map((cell) => textHeight(cell, widths));
  return Math.max(lowest, ...heights);
}

function textHeight({ content, column, colSpan, look }: PlannedCell, widths: readonly number[]): number {
  if (content.kind !== 'text') return 0;
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0);
  return linesNeeded(content.text, width - 1.5, look.size) * look.size * 1.35 + padding;
}

/** Widths are in digits of 11 points; a Chinese letter is two digits wide. */
function linesNeeded(text: string, width: number, size: number): number {
  const perLine = Math.max(2, Math.floor((width * 11) / size));
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);
}

function widthOf(text: string): number {
  return Array.from(text, (letter) => (/[ -~]/u.test(letter) ? 1 : 2)).reduce((sum: number, each) => sum + each, 0);
}
