/** A drawn chart as HTML: the drawing with its sentence, and its figures as a table for who wants or needs them. */
import type { Chart } from '../charts/chart.ts';
import { fillPlaces } from '../lib/bilingual.ts';
import { documentWords } from './document-words.ts';
import { escapeHtml } from './escape-html.ts';

/** `svg` is an `svg` element of our own making. */
export type DrawnChart = { readonly chart: Chart; readonly svg: string; readonly isWide: boolean };

/** Letters of a notice that would take so many lines that one page becomes two. */
const longNotice = 150;

/** Over charts of a sum that is incomplete: who is not in it. */
export function noticeHtml(notice: string): string {
  return `<p class="notice${notice.length > longNotice ? ' many' : ''}"><strong>${escapeHtml(notice)}</strong></p>\n`;
}

/** @param heading the level of its title, `h2` to `h6` */
export function chartHtml({ chart, svg, isWide }: DrawnChart, heading: 'h2' | 'h3'): string {
  const { id, title, summary, table } = chart;
  const drawn = svg.replace('<svg ', `<svg role="img" aria-labelledby="chart-${id}" aria-describedby="chart-${id}-summary" `);
  const cells = (tag: 'th' | 'td', texts: readonly string[], scope = '') =>
    texts.map((text) => `<${tag}${scope}>${escapeHtml(text)}</${tag}>`).join('');
  const rows = table.rows.map((row) => `<tr><th scope="row">${escapeHtml(row.label)}</th>${cells('td', row.cells)}</tr>\n`);
  const asTable = escapeHtml(fillPlaces(documentWords.infographic.asTable, { title }));
  return [
    `<figure class="chart${isWide ? ' is-wide' : ''}">\n<${heading} id="chart-${id}">${escapeHtml(title)}</${heading}>\n${drawn}\n`,
    `<figcaption>\n<p id="chart-${id}-summary">${escapeHtml(summary)}</p>\n`,
    `<details><summary>${asTable}</summary>\n<table>\n<thead>\n<tr>${cells('th', [table.corner, ...table.columns], ' scope="col"')}</tr>\n`,
    `</thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n</details>\n</figcaption>\n</figure>\n`,
  ].join('');
}
