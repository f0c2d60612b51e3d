/** Sheets saved as text: every separator and encoding of the programs that write them, and files only known by their content. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { utils } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { plainBook, sheetOf, bookOf, writeBook } from '../../fixtures/layouts/workbooks.ts';
import { publishedReport, valuesOf } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, readHere, takeHere } from './read-here.ts';

const { form } = shippedEdition('2021');
const report = publishedReport('huaian-hongze-district-2023');
const blocks = printReport(printable(report, form), form);
const asked = { edition: '2021', name: report.unit, year: report.year } as const;
const sheet = sheetOf(blocks, plainBook);
const separated = (separator: string) => utils.sheet_to_csv(sheet, { FS: separator, forceQuotes: separator !== '\t' });
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('a sheet saved as', () => {
  test.each([
    ['CSV', '.csv', separated(',')],
    ['CSV with a byte order mark', '.csv', `\ufeff${separated(',')}`],
    ['CSV with semicolons', '.csv', separated(';')],
    [
      'CSV with line breaks in labels',
      '.csv',
      separated(',').replaceAll('商业企业', '商业\n企业').replaceAll('1.属于国家秘密', '1.属于\r\n国家秘密'),
    ],
    ['CSV with apostrophes before its figures', '.csv', separated(',').replace(/"(\d+)"/gu, '"\'$1"')],
    ['Unicode text (.txt)', '.txt', utf16(separated('\t'))],
    ['Unicode text (.csv)', '.csv', utf16(separated('\t'))],
    ['a flat OpenDocument sheet', '.fods', writeBook(bookOf(blocks, plainBook), 'fods')],
  ])('%s gives back every figure and its title', async (_name, extension, bytes) => {
    const intake = await takeHere(bytes, extension, asked);
    expect(differences(intake, valuesOf(report, form), form)).toEqual([]);
    expect(intake.report.notUnderstood).toEqual([]);
    expect(intake.filing.title).toBe(`${report.unit}2023年政府信息公开工作年度报告`);
  });
});

test('a hidden sheet of an OpenDocument workbook is passed over, and that is told', async () => {
  const book = bookOf(blocks, plainBook);
  const other = publishedReport('suqian-city-2023');
  utils.book_append_sheet(book, sheetOf(printReport(printable(other, form), form), plainBook), '上年');
  const files = unzipSync(writeBook(book, 'ods'));
  const hidden = '<style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const content = strFromU8(files['content.xml'] ?? new Uint8Array())
    .replace('</office:automatic-styles>', `${hidden}</office:automatic-styles>`)
    .replace(/(<table:table table:name="上年" table:style-name=")[^"]*/u, '$1ta9');
  expect(content.split('ta9')).toHaveLength(3);
  const intake = await takeHere(zipSync({ ...files, 'content.xml': strToU8(content) }), '.ods', asked);
  expect(differences(intake, valuesOf(report, form), form)).toEqual([]);
  expect(intake.report.notes.filter((note) => note.code !== 'one-row-for-group')).toEqual([
    { code: 'hidden-sheet', place: '', text: '上年', expected: '' },
  ]);
});

test('rich text (.rtf) is refused as what it is', async () => {
  const read = await readHere('{\\rtf1\\ansi 政府信息公开}', '.rtf', asked);
  expect(read.ok ? null : read.problem.code).toBe('intake/old-word');
});
