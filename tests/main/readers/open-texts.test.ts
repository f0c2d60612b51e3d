/** Texts of LibreOffice (.odt): every figure of a report comes back, and what is not its text does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asOpenText, openText, paragraph } from '../../fixtures/layouts/open-text.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { publishedReport, publishedReports, reportNames, unitsOf, valuesOf } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { parseDocument } from '#main/readers/parse-document.ts';
import { differences, takeHere } from './read-here.ts';

test.each(reportNames)('gives back %s', async (name) => {
  const report = publishedReport(name);
  const { edition } = publishedReports[name];
  const { form } = shippedEdition(edition);
  const file = asOpenText(printReport(printable(report, form), form));
  const intake = await takeHere(file, '.odt', { edition, name: report.unit, year: report.year });
  expect(differences(intake, valuesOf(report, form), form)).toEqual([]);
  expect(intake.filing.cellUnits).toEqual(unitsOf(report, form));
  expect([intake.report.notFound, intake.report.notUnderstood]).toEqual([[], []]);
});

test('a report that LibreOffice itself has written gives back every figure', async () => {
  const { form } = shippedEdition('2021');
  const report = publishedReport('suqian-city-2024');
  const file = readFileSync(join(import.meta.dirname, '../../fixtures/intake/by-libreoffice.odt'));
  const intake = await takeHere(file, '.odt', { edition: '2021', name: report.unit, year: report.year });
  expect(differences(intake, valuesOf(report, form), form)).toEqual([]);
  expect([intake.report.notFound, intake.report.notUnderstood, intake.report.notes]).toEqual([[], [], []]);
});

async function blocksOf(body: string, styles = '') {
  const parsed = await parseDocument({ bytes: openText(body, styles), fileName: 'report.odt', extension: '.odt' });
  if (!parsed.ok) return parsed.problem;
  return parsed.value.kind === 'document' ? parsed.value.document.parts[0]?.blocks : null;
}

test('deleted and hidden text and remarks go, notes stay in brackets, spaces and breaks are what they say', async () => {
  const hidden = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
  const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${paragraph('含修订')}</text:note-body></text:note>`;
  const body = [
    `<text:tracked-changes><text:changed-region>${paragraph('删去的')}</text:changed-region></text:tracked-changes>`,
    `<text:p>现行<text:span text:style-name="T1">隐藏</text:span>有效<text:s text:c="3"/>1<text:line-break/>22${note}</text:p>`,
    `<text:p><office:annotation>${paragraph('批注')}</office:annotation>末段</text:p>`,
  ].join('');
  expect(await blocksOf(body, hidden)).toEqual([
    { kind: 'paragraph', text: '现行有效 1\n22（含修订）' },
    { kind: 'paragraph', text: '末段' },
  ]);
});

test('repeated cells are as many as they say, and beyond measure a refusal', async () => {
  const table = (times: number) =>
    `<table:table><table:table-row><table:table-cell table:number-columns-repeated="${String(times)}">${paragraph('7')}</table:table-cell></table:table-row></table:table>`;
  const [grid] = ((await blocksOf(table(3))) ?? []) as readonly { readonly kind: string; readonly rows: readonly unknown[][] }[];
  expect(grid?.rows[0]).toHaveLength(3);
  expect(await blocksOf(table(100_000_000))).toMatchObject({ code: 'intake/too-large' });
});

test('content that is no XML is damaged, in words', async () => {
  expect(await blocksOf('<text:p>')).toMatchObject({ code: 'intake/damaged', details: { reason: 'broken-content' } });
});
