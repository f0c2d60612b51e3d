/** Tables redrawn by converters, browsers and careless hands: every figure of the published reports comes back. */
import { describe, expect, test } from 'vitest';
import { asLookedText, looks, redrawn, textLooks } from '../../fixtures/layouts/looks.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { asWebPage } from '../../fixtures/layouts/web-pages.ts';
import { publishedReport, publishedReports, valuesOf, type ReportName } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, takeHere } from './read-here.ts';

/** Reports without blanks: some of these looks lose where a blank stands. */
const names = ['hainan-province-2020', 'suqian-city-2023', 'suqian-city-2024'] as const satisfies readonly ReportName[];

function open(name: ReportName) {
  const report = publishedReport(name);
  const { edition } = publishedReports[name];
  const { form } = shippedEdition(edition);
  return { report, form, blocks: printReport(printable(report, form), form), asked: { edition, name: report.unit, year: report.year } };
}

describe.each(Object.entries(looks))('a web page with %s', (_look, look) => {
  test.each(names)('gives back %s', async (name) => {
    const { report, form, blocks, asked } = open(name);
    const intake = await takeHere(asWebPage(redrawn(blocks, look), {}), '.html', asked);
    expect(differences(intake, valuesOf(report, form), form)).toEqual([]);
    expect(intake.report.notFound).toEqual([]);
  });
});

describe.each(Object.entries(textLooks))('a text with tables %s', (_look, look) => {
  test.each(names)('gives back %s', async (name) => {
    const { report, form, blocks, asked } = open(name);
    const intake = await takeHere(asLookedText(blocks, look), '.txt', asked);
    expect(differences(intake, valuesOf(report, form), form)).toEqual([]);
    expect(intake.report.notFound).toEqual([]);
  });
});

test('a row that a browser copied with its first cell blank keeps its columns', async () => {
  const { form, asked } = open('suqian-city-2024');
  const report = publishedReport('suqian-city-2024');
  const print = printable(report, form);
  const isLeft = (key: string) => key === 'remedies.reconsideration.upheld';
  const blocks = printReport({ ...print, textOf: (key) => (isLeft(key) ? '' : print.textOf(key)) }, form);
  const look = textLooks['as a browser copies it, cells parted by tabs'] ?? String;
  const intake = await takeHere(asLookedText(blocks, look), '.txt', asked);
  expect(differences(intake, valuesOf(report, form), form)).toEqual(['remedies.reconsideration.upheld: 88 ≠ null']);
});
