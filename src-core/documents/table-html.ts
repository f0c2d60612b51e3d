/** A statutory table as HTML with the spans of its paper layout; every figure names the labels it stands under. */
import type { FormTable } from '../form/edition.ts';
import type { Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import { escapeHtml } from './escape-html.ts';
import { isLong, printTable, type PrintedCell, type PrintedTable } from './printed-table.ts';

/** Longer figures are printed in smaller letters, not broken. */
const longestFigure = 6;

/** @param labelledBy id of the heading above the table */
export function tableHtml(filing: Filing, form: Form, table: FormTable, labelledBy: string): string {
  const printed = printTable(filing, form, table);
  const { headerRows, rows } = printed;
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join('');
  const lines = (each: PrintedTable['rows']) => each.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>\n`).join('');
  return [
    `<div class="table" role="region" aria-labelledby="${labelledBy}" tabindex="0">\n`,
    `<table class="${tableClass(printed)}">\n<caption>${escapeHtml(table.heading)}</caption>\n<colgroup>${columns}</colgroup>\n`,
    headerRows === 0 ? '' : `<thead>\n${lines(rows.slice(0, headerRows))}</thead>\n`,
    `<tbody>\n${lines(rows.slice(headerRows))}</tbody>\n</table>\n</div>\n`,
  ].join('');
}

/** Small letters where a table has to be narrow or long to stand on one page. */
function tableClass(printed: PrintedTable): string {
  if (isLong(printed)) return 'long';
  return printed.table.widths.length > 10 ? 'wide' : 'plain';
}

function cellHtml({ kind, text, isVertical, remark, id, labelledBy, colSpan, rowSpan }: PrintedCell): string {
  const spans = `${span('colspan', colSpan)}${span('rowspan', rowSpan)}`;
  if (kind !== 'figure') {
    const look = isVertical ? ' class="vertical"' : '';
    return `<th id="${id}"${look} scope="${kind === 'rowLabel' ? 'row' : 'col'}"${spans}>${escapeHtml(text)}</th>`;
  }
  const note = remark === '' ? '' : `<span class="note">（${escapeHtml(remark)}）</span>`;
  const look = text.length > longestFigure ? ' class="tight"' : '';
  return `<td${look} headers="${labelledBy.join(' ')}"${spans}>${escapeHtml(text)}${note}</td>`;
}

function span(name: string, count: number): string {
  return count === 1 ? '' : ` ${name}="${String(count)}"`;
}
