/** The HTML report against the standard (html-validate), and its tables against what screen readers need. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { renderReportHtml } from '#core/documents/report-html.ts';
import { printableHtml } from '#core/documents/printable-html.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';

const judge = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The widths of the columns: they have to survive pasting into a content system, which drops style sheets.
    'no-inline-style': 'off',
    // Titles are as long as the names of units.
    'long-title': 'off',
    // A scrolling table needs a name and the keyboard; a section would be one more heading to skip.
    'prefer-native-element': 'off',
  },
});

describe.each(editionIds)('the HTML report of edition %s', (id) => {
  const { form } = shippedEdition(id);
  const filing = fullFiling(id);

  test.each([
    ['as it is published', null],
    ['as the paper copy', { bundleDigest: 'ab'.repeat(32) }],
    ['as the paper copy without a bundle', { bundleDigest: null }],
  ] as const)('is valid %s', (_name, paper) => {
    const report = judge.validateStringSync(renderReportHtml(filing, form, paper));
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${String(line)} ${ruleId} ${message}`)),
    ).toEqual([]);
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
