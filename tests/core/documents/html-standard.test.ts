/** The HTML report against the standard (html-validate), and its tables against what screen readers need. */
import { describe, expect, test } from 'vitest';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { printableHtml } from '#core/documents/printable-html.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { faultsOf } from '../../fixtures/html-judge.ts';

describe.each(editionIds)('the HTML report of edition %s', (id) => {
  const { form } = shippedEdition(id);
  const filing = fullFiling(id);

  test.each([
    ['as it is published', {}],
    ['as the paper copy', { paper: { bundleDigest: 'ab'.repeat(32) } }],
    ['as the paper copy without a bundle', { paper: { bundleDigest: null }, date: '2026-01-23' }],
  ] as const)('is valid %s', (_name, additions) => {
    expect(faultsOf(renderReportHtml(filing, form, additions))).toEqual([]);
  });

  test('names the labels of every figure: its column from the top, then its row from the left', () => {
    const html = renderReportHtml(filing, form);
    const labels = new Map([...html.matchAll(/<th id="([^"]+)"[^>]*>([^<]*)/gu)].map(([, key = '', text = '']) => [key, text]));
    const figures = [...html.matchAll(/<td(?: class="tight")? headers="([^"]+)"/gu)].map(([, ids = '']) =>
      ids.split(' ').map((each) => labels.get(each)),
    );
    expect(figures).toHaveLength(form.cells.length);
    expect(figures.flat()).not.toContain(undefined);
    for (const [at, cell] of form.cells.entries()) {
      for (const label of cell.row.path) if (cell.table.id !== 'remedies') expect(figures[at], cell.key).toContain(label);
      const own = figures[at]?.some((text) => text === cell.column.label || text?.startsWith(`${cell.column.label}（`));
      expect(own, cell.key).toBe(true);
    }
  });

  test('has a caption for every table, and names its language', () => {
    const html = renderReportHtml(filing, form);
    expect([...html.matchAll(/<caption>([^<]*)/gu)].map((match) => match[1])).toEqual(form.edition.tables.map(({ heading }) => heading));
    expect(html).toContain('<html lang="zh-CN">');
  });
});

test('a page is printed with the fonts of the app only when it is a report of ours', () => {
  const html = renderReportHtml(fullFiling('2021'), shippedEdition('2021').form);
  const printable = printableHtml(html, "@font-face { font-family: 'A$&'; }");
  expect(printable).toContain("<style>@font-face { font-family: 'A$&'; }");
  expect(printable).toContain("form-action 'none'; font-src 'self'");
  expect(() => printableHtml('<p>别的</p>', '')).toThrow('not a report of ours');
});
