/** The report as one HTML file for the portal: no scripts, nothing loaded from elsewhere, the same bytes every time. */
import { formatExact } from '../lib/exact.ts';
import { valueAt } from '../form/edit-cells.ts';
import { sumNoteOf } from '../consolidation/sum-note.ts';
import type { Form } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';
import type { ShowFigure } from '../narrative/narrative-text.ts';
import { escapeHtml } from './escape-html.ts';
import { blocksHtml } from './narrative-html.ts';
import { closingLines } from './closing.ts';
import { chartHtml, noticeHtml, type DrawnChart } from './chart-html.ts';
import { documentWords } from './document-words.ts';
import { chartStyle } from './infographic-style.ts';
import type { ReportAdditions } from './report-additions.ts';
import { reportPolicy } from './report-policy.ts';
import { chartsStyle, reportStyle } from './report-style.ts';
import { signOffHtml } from './sign-off-html.ts';
import { tableHtml } from './table-html.ts';
import { printedNote } from './table-note.ts';

/** Title, narrative, tables and notes in the edition's printed order; then what is added: unit and date, charts, the page to sign. */
export function renderReportHtml(filing: Filing, form: Form, { paper = null, date = null, charts = [] }: ReportAdditions = {}): string {
  const title = escapeHtml(filing.title);
  const parts = form.edition.order.map((id) => partHtml(filing, form, id));
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${reportPolicy}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<title>${title}</title>\n<style>${reportStyle}${charts.length === 0 ? '' : chartStyle + chartsStyle}</style>\n</head>\n<body>\n<main>\n<h1>${title}</h1>\n`,
    ...parts,
    closingHtml(filing.unit.name, date),
    chartsHtml(charts, sumNoteOf(filing)),
    paper === null ? '' : signOffHtml(filing, paper),
    '</main>\n</body>\n</html>\n',
  ].join('');
}

function partHtml(filing: Filing, form: Form, id: string): string {
  const showFigure: ShowFigure = (cell) => formatExact(valueAt(filing.cells, cell), '—');
  const blocks = blocksHtml(filing.narrative[id] ?? [], showFigure);
  if (id === form.edition.preamble.id) return blocks === '' ? '' : `<section>\n${blocks}</section>\n`;
  const table = form.edition.tables.find((each) => each.id === id);
  const section = form.edition.sections.find((each) => each.id === id);
  const heading = escapeHtml(table?.heading ?? section?.heading ?? '');
  const body = table === undefined ? blocks : tableHtml(filing, form, table, id) + noteHtml(filing.tableNotes[id]);
  const kind = table === undefined ? '' : ' class="with-table"';
  return `<section${kind}>\n<h2 id="${id}">${heading}</h2>\n${body}</section>\n`;
}

function closingHtml(unitName: string, date: string | null): string {
  const lines = closingLines(unitName, date);
  return lines.length === 0 ? '' : `<div class="closing">\n${lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join('')}</div>\n`;
}

function chartsHtml(charts: readonly DrawnChart[], notice: string | null): string {
  if (charts.length === 0) return '';
  return `<section class="charts">\n<h2>${documentWords.additions.charts}</h2>\n${notice === null ? '' : noticeHtml(notice)}${charts.map((each) => chartHtml(each, 'h3')).join('')}</section>\n`;
}

function noteHtml(note: string | undefined): string {
  const text = printedNote(note);
  return text === '' ? '' : `<p class="table-note">${escapeHtml(text).replaceAll('\n', '<br>')}</p>\n`;
}
