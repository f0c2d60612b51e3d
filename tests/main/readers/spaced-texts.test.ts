/** Texts whose columns are kept apart by spaces alone: which cells are blank is proven by the columns, or nothing is taken. */
import { describe, expect, test } from 'vitest';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { asSpacedText, type SpacedStyle } from '../../fixtures/layouts/spaced.ts';
import { publishedReport, publishedReports, valuesOf, type ReportName } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, takeHere } from './read-here.ts';

const styles: readonly SpacedStyle[] = ['in columns', 'one space'];
const names: readonly ReportName[] = ['suqian-city-2024', 'hainan-province-2020'];

/** The report with blank cells for its noughts. */
function reportWithBlanks(name: ReportName) {
  const { edition } = publishedReports[name];
  const { form } = shippedEdition(edition);
  const report = publishedReport(name);
  const { textOf, ...rest } = printable(report, form);
  const asBlank = (key: string) => (textOf(key) === '0' ? '' : textOf(key));
  const figures = Object.fromEntries(Object.entries(valuesOf(report, form)).map(([key, value]) => [key, value === 0 ? null : value]));
  const blocks = printReport({ ...rest, textOf: asBlank }, form);
  return { blocks, figures, form, asked: { edition, name: report.unit, year: report.year } };
}

describe.each(styles)('blank cells, %s', (style) => {
  test.each(names)('%s comes back', async (name) => {
    const { blocks, figures, form, asked } = reportWithBlanks(name);
    const intake = await takeHere(asSpacedText(blocks, style), '.txt', asked);
    expect(differences(intake, figures, form)).toEqual([]);
    expect(intake.report.notFound).toEqual([]);
    expect(intake.report.notes.map((note) => note.code)).toContain('read-by-columns');
  });
});

const row = 'applications.petitionOrComplaint';

test.each(styles)('%s: a row whose figures stand between the columns is not taken, and named', async (style) => {
  const { blocks, form, asked } = reportWithBlanks('suqian-city-2024');
  const text = asSpacedText(blocks, style);
  const line = text.split('\n').find((each) => each.includes('1.信访举报投诉类申请')) ?? '';
  const moved = line.replace(/(申请)(\s+)(?=\d)/u, style === 'in columns' ? '$1$2      ' : '$1$2 ');
  expect(moved).not.toBe(line);
  const { filing, report } = await takeHere(text.replace(line, moved), '.txt', asked);
  const own = form.cells.filter((cell) => cell.key.startsWith(`${row}.`)).map((cell) => cell.key);
  expect(own.filter((key) => filing.cells[key] !== null)).toEqual([]);
  expect(report.notFound.map((each) => each.cell)).toEqual(expect.arrayContaining(own));
});
