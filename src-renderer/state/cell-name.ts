/** What a cell of a table is called by those who read it aloud: row, column, and what else is to be seen there. */
import type { CellValue } from '#core/lib/exact.ts';
import { formatCell } from '#core/form/format-cell.ts';
import type { FormCell } from '#core/form/form.ts';
import { gridWords } from '#core/text/screens/grid.ts';
import { reportWords } from '#core/text/screens/report.ts';
import { words } from './words.svelte.ts';

/** `prior`: last year's value where it is shown, otherwise null. */
export function nameOfCell(cell: FormCell, seen: { readonly hasNote: boolean; readonly prior: CellValue }): string {
  const isChinese = words.language === 'zh';
  return [
    ...(isChinese ? [cell.row.path.join(' '), cell.column.label] : [cell.row.en, cell.column.en]),
    ...(cell.computed ? [words.say(reportWords.computed)] : []),
    ...(seen.hasNote ? [words.say(gridWords.hasNote)] : []),
    ...(seen.prior === null ? [] : [words.say(gridWords.lastYearCell, { value: formatCell(cell.value, seen.prior) })]),
  ].join(isChinese ? '，' : ', ');
}
