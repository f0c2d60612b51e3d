/** What only workbooks have: several sheets, hidden ones, formulas, encodings, and several units in one file. */
import { utils, type WorkBook } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { publishedReport, valuesOf, type ReportName } from '../../fixtures/published-report.ts';
import { bookOf, plainBook, sheetOf, writeBook, type BookStyle } from '../../fixtures/layouts/workbooks.ts';
import { asMarkdown, pipeStyles } from '../../fixtures/layouts/pipes.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { asWebPage } from '../../fixtures/layouts/web-pages.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { differences, readHere, takeHere } from './read-here.ts';

const { form } = shippedEdition('2021');
const asked = { edition: '2021', name: '宿迁市', year: 2024 } as const;
const figures = valuesOf(publishedReport('suqian-city-2024'), form);

function blocksOf(name: ReportName) {
  return printReport(printable(publishedReport(name), form), form);
}

function book(style: BookStyle = plainBook): WorkBook {
  return bookOf(blocksOf('suqian-city-2024'), style);
}

test('a figure comes back with the noughts it is printed with, and exactly as it is stored where it is printed shorter', async () => {
  const made = book();
  const sheet = made.Sheets['年报'];
  const [address] = Object.entries(sheet ?? {}).find(([, cell]) => (cell as { v?: unknown }).v === 72701.2578) ?? [];
  const cell = sheet?.[address ?? ''] as { z?: string; v?: number };
  cell.z = '#,##0.00';
  const fee = 'proactiveDisclosure.administrativeFee.feeAmount';
  expect((await takeHere(writeBook(made), '.xlsx', asked)).filing.cells[fee]).toBe('72701.2578');
  cell.v = 72701.5;
  expect((await takeHere(writeBook(made), '.xlsx', asked)).filing.cells[fee]).toBe('72701.50');
});

test('a formula counts by its stored result, and without one it is named', async () => {
  const made = book();
  const sheet = made.Sheets['年报'];
  const addresses = Object.entries(sheet ?? {}).filter(([, cell]) => (cell as { v?: unknown }).v === 3525);
  expect(addresses).toHaveLength(1);
  const cell = addresses[0]?.[1] as { f?: string; v?: number; t: string };
  cell.f = '1+1';
  expect(differences(await takeHere(writeBook(made), '.xlsx', asked), figures, form)).toEqual([]);
  delete cell.v;
  const { report } = await takeHere(writeBook(made), '.xlsx', asked);
  expect(report.notFound.map((each) => each.cell)).toEqual(['applications.receivedThisYear.total']);
  expect(report.notUnderstood[0]).toMatchObject({ text: '=1+1', source: `年报!${addresses[0]?.[0] ?? ''}` });
  expect(report.notes.map((note) => note.code)).toEqual(['no-cached-value']);
});

describe('hidden parts', () => {
  test('rows are read, and that is told', async () => {
    const made = book();
    const sheet = made.Sheets['年报'];
    if (sheet !== undefined) sheet['!rows'] = Array.from({ length: 30 }, (_each, row) => ({ hidden: row === 25 }));
    const intake = await takeHere(writeBook(made), '.xlsx', asked);
    expect(differences(intake, figures, form)).toEqual([]);
    expect(intake.report.notes.map((note) => note.code)).toEqual(['hidden-rows']);
  });

  test('a hidden sheet is passed over where others are not hidden, and that is told', async () => {
    const made = book();
    utils.book_append_sheet(made, sheetOf(blocksOf('suqian-city-2023'), plainBook), '上年');
    made.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    const intake = await takeHere(writeBook(made), '.xlsx', asked);
    expect(differences(intake, figures, form)).toEqual([]);
    expect(intake.report.notes).toEqual([{ code: 'hidden-sheet', place: '', text: '上年', expected: '' }]);
  });
});

describe('several reports in one workbook', () => {
  const several = book();
  utils.book_append_sheet(several, sheetOf(blocksOf('suqian-city-2023'), plainBook), '2023年');
  utils.book_append_sheet(several, sheetOf(blocksOf('huaian-hongze-district-2023'), plainBook), '洪泽区');
  const bytes = writeBook(several);

  test.each([
    ['宿迁市', 2024, 'suqian-city-2024'],
    ['宿迁市', 2023, 'suqian-city-2023'],
    ['淮安市洪泽区', 2023, 'huaian-hongze-district-2023'],
  ] as const)('%s %i is read alone', async (name, year, report) => {
    const intake = await takeHere(bytes, '.xlsx', { edition: '2021', name, year });
    expect(differences(intake, valuesOf(publishedReport(report), form), form)).toEqual([]);
    expect(intake.report.notes.map((note) => note.code)).toContain('one-of-several');
  });

  test('a unit that none of them is of is told which there are', async () => {
    const read = await readHere(bytes, '.xlsx', { edition: '2021', name: '海口市', year: 2023 });
    expect(read.ok ? null : read.problem).toEqual({
      code: 'intake/several-reports',
      details: {
        fileName: 'report.xlsx',
        count: 3,
        names:
          '宿迁市2024年政府信息公开工作年度报告（年报）；宿迁市2023年政府信息公开工作年度报告（2023年）；淮安市洪泽区人民政府2023年政府信息公开工作年度报告（洪泽区）',
      },
    });
  });
});

test('sheets of nothing but tables, named by units, are told apart by their names', async () => {
  const made = utils.book_new();
  const bare = { ...plainBook, hasHeadings: false };
  for (const [name, report] of [
    ['甲局', 'suqian-city-2024'],
    ['乙局', 'suqian-city-2023'],
  ] as const) {
    const tables = blocksOf(report).filter((block) => block.kind === 'table');
    utils.book_append_sheet(made, sheetOf(tables, bare), name);
  }
  const intake = await takeHere(writeBook(made), '.xlsx', { ...asked, name: '甲局' });
  expect(differences(intake, figures, form)).toEqual([]);
});

test.each(['utf-8', 'utf-8 with a mark', 'gb18030'])('a web page and a table of separated values in %s', async (encoding) => {
  const encode = (text: string) => (encoding === 'gb18030' ? toGb18030(text) : Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`));
  const page = asWebPage(blocksOf('suqian-city-2024'), {}, encoding === 'gb18030' ? 'gb2312' : 'utf-8');
  expect(differences(await takeHere(encode(page), '.html', asked), figures, form)).toEqual([]);
  const csv = asMarkdown(blocksOf('suqian-city-2024'), pipeStyles['covered cells blank, no ruler'] ?? { covered: 'blank' })
    .split('\n')
    .map((line) => (line.startsWith('|') ? line.slice(2, -2).split(' | ').map(quoted).join(',') : line.replace(/^#+ /u, '')))
    .join('\r\n');
  expect(differences(await takeHere(encode(csv), '.csv', asked), figures, form)).toEqual([]);
});

function quoted(text: string): string {
  return /[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Node can read the encoding and not write it: its two-byte letters are looked up in what they read as. */
function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Buffer.from(
    Array.from(text).flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : [...(codes.get(letter) ?? [0x3f])])),
  );
}
