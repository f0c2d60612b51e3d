/** A statutory table as HTML with the spans of its paper layout. */
import { cellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import { formatCell } from '../form/format-cell.ts';
import type { FormTable, LayoutLabel, LayoutLine, LayoutValue } from '../form/edition.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import { unitBeside, unitOfColumn } from './amount-units.ts';
import { escapeHtml } from './escape-html.ts';

/** @param labelledBy id of the heading that names the table */
export function tableHtml(filing: Filing, form: Form, table: FormTable, labelledBy: string): string {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join('');
  const firstRow = table.layout.findIndex((line) => line.kind !== 'header');
  const head = table.layout.slice(0, Math.max(0, firstRow));
  const body = table.layout.slice(head.length);
  const lines = (each: readonly LayoutLine[]) => each.map((line) => lineHtml(filing, form, table, line)).join('');
  return [
    `<div class="table" role="region" aria-labelledby="${labelledBy}" tabindex="0">\n`,
    `<table aria-labelledby="${labelledBy}">\n<colgroup>${columns}</colgroup>\n`,
    head.length === 0 ? '' : `<thead>\n${lines(head)}</thead>\n`,
    `<tbody>\n${lines(body)}</tbody>\n</table>\n</div>\n`,
  ].join('');
}

function lineHtml(filing: Filing, form: Form, table: FormTable, line: LayoutLine): string {
  const labels = line.labels.map((label) => labelHtml(filing, form, table, line, label));
  const values = line.values.map((value) => valueHtml(filing, form, table, value));
  return `<tr>${[...labels, ...values].join('')}</tr>\n`;
}

function labelHtml(filing: Filing, form: Form, table: FormTable, line: LayoutLine, label: LayoutLabel): string {
  const column = line.kind === 'header' ? table.columns.find((each) => each.label === label.text) : undefined;
  const unit = column === undefined ? null : unitOfColumn(filing, form, table, column.id);
  const text = unit === null ? label.text : `${label.text}（${unit}）`;
  const scope = line.kind === 'data' ? 'row' : 'col';
  return `<th scope="${scope}"${spans(label.colSpan, label.rowSpan)}>${escapeHtml(text)}</th>`;
}

function valueHtml(filing: Filing, form: Form, table: FormTable, value: LayoutValue): string {
  const cell = cellOf(form, cellKey(table.id, value.row, value.column));
  const figure = formatCell(cell.value, valueAt(filing.cells, cell.key)) + (unitBeside(filing, form, cell) ?? '');
  const note = filing.cellNotes[cell.key] ?? '';
  const remark = note === '' ? '' : `<span class="note">（${escapeHtml(note)}）</span>`;
  return `<td${spans(value.colSpan, 1)}>${escapeHtml(figure)}${remark}</td>`;
}

function spans(colSpan: number, rowSpan: number): string {
  return `${colSpan === 1 ? '' : ` colspan="${String(colSpan)}"`}${rowSpan === 1 ? '' : ` rowspan="${String(rowSpan)}"`}`;
}
