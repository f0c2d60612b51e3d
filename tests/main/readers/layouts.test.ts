/** The published reports in every layout of every kind of file: each figure comes back. */
import { describe, expect, test } from 'vitest';
import { asMarkdown, pipeStyles } from '../../fixtures/layouts/pipes.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { asWebPage, pageStyles } from '../../fixtures/layouts/web-pages.ts';
import { asWordFile, wordStyles } from '../../fixtures/layouts/word-files.ts';
import { asWorkbook, bookStyles } from '../../fixtures/layouts/workbooks.ts';
import { publishedReport, publishedReports, reportNames, unitsOf, valuesOf, type ReportName } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, takeHere } from './read-here.ts';

const cases = reportNames.map((name) => ({ name }));

async function expectAll(name: ReportName, extension: string, render: (blocks: ReturnType<typeof blocksOf>) => Uint8Array | string) {
  const report = publishedReport(name);
  const { edition } = publishedReports[name];
  const { form } = shippedEdition(edition);
  const intake = await takeHere(render(blocksOf(name)), extension, { edition, name: report.unit, year: report.year });
  expect(differences(intake, valuesOf(report, form), form)).toEqual([]);
  expect(intake.report.notFound).toEqual([]);
  expect(intake.filing.cellUnits).toEqual(unitsOf(report, form));
  expect(intake.filing.title).toBe(printable(report, form).title);
  return intake;
}

function blocksOf(name: ReportName) {
  const { form } = shippedEdition(publishedReports[name].edition);
  return printReport(printable(publishedReport(name), form), form);
}

describe.each(Object.entries(pipeStyles))('Markdown with %s', (_style, style) => {
  test.each(cases)('gives back $name', async ({ name }) => {
    const { filing } = await expectAll(name, '.md', (blocks) => asMarkdown(blocks, style));
    expect(Object.keys(filing.narrative)).toEqual(['preamble', 'overview', 'problems', 'otherMatters']);
  });
});

describe.each(Object.entries(pageStyles))('a web page, %s,', (_style, style) => {
  test.each(cases)('gives back $name', async ({ name }) => {
    const { filing, report } = await expectAll(name, '.html', (blocks) => asWebPage(blocks, style));
    expect(filing.narrative['problems']).toHaveLength(1);
    expect(report.notUnderstood).toEqual([]);
  });
});

describe.each(Object.entries(wordStyles))('a Word document, %s,', (_style, style) => {
  test.each(cases)('gives back $name', async ({ name }) => {
    const { report } = await expectAll(name, '.docx', (blocks) => asWordFile(blocks, style));
    expect(report.notUnderstood).toEqual([]);
  });
});

describe.each(Object.entries(bookStyles))('a workbook, %s,', (_style, style) => {
  test.each(cases)('gives back $name', async ({ name }) => {
    const { report } = await expectAll(name, `.${style.type}`, (blocks) => asWorkbook(blocks, style));
    expect(report.notUnderstood).toEqual([]);
  });
});
