/** Files that were made to break their readers, or are of no use to one: each is refused with words, or read, in good time. */
import { deflateRawSync } from 'node:zlib';
import { CFB, utils } from 'xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { createParser, secondsToParse, type ParseFile } from '#main/readers/parse-thread.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { asWordFile } from '../../fixtures/layouts/word-files.ts';
import { asWorkbook, plainBook, writeBook } from '../../fixtures/layouts/workbooks.ts';
import { publishedReport } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { rawZip } from '../bundle/raw-zip.ts';
import { builtWorker } from './built-worker.ts';

const { form } = shippedEdition('2021');
const blocks = printReport(printable(publishedReport('suqian-city-2024'), form), form);
const wordBytes = asWordFile(blocks);
const spaces = 450 * 1024 * 1024;

/** The part of the library's container writer that is used; its types leave it open. */
type Containers = {
  readonly utils: { readonly cfb_new: () => object; readonly cfb_add: (file: object, name: string, content: Buffer) => void };
  readonly write: (file: object, options: { readonly type: 'buffer' }) => Buffer;
};
const containers = CFB as Containers;

function oleFile(stream: string): Uint8Array {
  const file = containers.utils.cfb_new();
  containers.utils.cfb_add(file, `/${stream}`, Buffer.from('x'.repeat(5_000)));
  return new Uint8Array(containers.write(file, { type: 'buffer' }));
}

/** A workbook of one sheet written by hand: the library would fill the whole range. */
function sheetFile(cells: Readonly<Record<string, string>>, merges: readonly string[] = []): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const rows = Object.entries(cells).map(
    ([address, text]) => `<row r="${/\d+/u.exec(address)?.[0] ?? ''}"><c r="${address}" t="str"><v>${text}</v></c></row>`,
  );
  const merged = merges.map((merge) => `<mergeCell ref="${merge}"/>`).join('');
  const relation = (type: string, target: string) =>
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return rawZip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}</Types>`,
    },
    { name: '_rels/.rels', data: relation('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/_rels/workbook.xml.rels', data: relation('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${rows.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    },
  ]);
}

let bomb: { readonly packed: Buffer };
let parse: ParseFile;

beforeAll(async () => {
  bomb = { packed: deflateRawSync(Buffer.alloc(spaces, 0x20), { level: 9 }) };
  parse = createParser(await builtWorker());
}, 60_000);

async function refusal(bytes: Uint8Array, extension: string): Promise<Problem> {
  const parsed = await parse({ bytes, fileName: `report${extension}`, extension });
  if (parsed.ok) throw new Error(`it was read: ${JSON.stringify(parsed.value).slice(0, 200)}`);
  return parsed.problem;
}

const types = { name: '[Content_Types].xml', data: '<Types/>' };

describe('refused with what it is, and what to do', () => {
  test.each([
    ['an encrypted workbook', () => oleFile('EncryptedPackage'), '.xlsx', 'intake/encrypted'],
    [
      'an encrypted entry',
      () => rawZip([types, { name: 'xl/workbook.xml', data: 'x'.repeat(50), size: 38, flags: 1 }]),
      '.xlsx',
      'intake/encrypted',
    ],
    ['an old Word document', () => oleFile('WordDocument'), '.doc', 'intake/old-word'],
    ['an old Word document called .docx', () => oleFile('WordDocument'), '.docx', 'intake/old-word'],
    [
      'a workbook with macros',
      () => rawZip([types, { name: 'xl/workbook.xml', data: '' }, { name: 'xl/vbaProject.bin', data: 'x' }]),
      '.xlsm',
      'intake/has-macros',
    ],
    ['a workbook with macros called .xlsx', () => rawZip([{ name: 'xl/vbaProject.bin', data: 'x' }]), '.xlsx', 'intake/has-macros'],
    ['a truncated Word document', () => wordBytes.subarray(0, wordBytes.length / 2), '.docx', 'intake/damaged'],
    [
      'a Word document with a damaged entry',
      () => wordBytes.map((byte, index) => (index === 900 ? byte ^ 0xff : byte)),
      '.docx',
      'intake/damaged',
    ],
    ['a slide show', () => rawZip([types, { name: 'ppt/presentation.xml', data: '<p/>' }]), '.pptx', 'intake/other-office-file'],
    ['a PDF', () => Buffer.from('%PDF-1.7 …'), '.txt', 'intake/is-pdf'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), '.png', 'intake/tables-are-pictures'],
    ['a web archive', () => Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'), '.doc', 'intake/is-web-archive'],
    ['bytes that are no text', () => Buffer.from([0x80, 0xff, 0x00, 0x80, 0xff]), '.txt', 'intake/unknown-encoding'],
    [
      'an entry larger than allowed',
      () => rawZip([types, { name: 'xl/workbook.xml', data: '', packed: bomb.packed, deflated: true, size: spaces }]),
      '.xlsx',
      'intake/too-large',
    ],
    [
      'an entry that lies about its size',
      () => rawZip([types, { name: 'xl/workbook.xml', data: '', packed: bomb.packed, deflated: true, size: 1_000 }]),
      '.xlsx',
      'intake/damaged',
    ],
    [
      'more entries than allowed',
      () => rawZip(Array.from({ length: 2_001 }, (_each, index) => ({ name: `${String(index)}.xml`, data: '' }))),
      '.xlsx',
      'intake/too-large',
    ],
    ['a page nested a hundred thousand deep', () => Buffer.from(`${'<div>'.repeat(100_000)}一`), '.html', 'intake/too-large'],
    ['tables nested ten thousand deep', () => Buffer.from('<table><tr><td>'.repeat(10_000)), '.html', 'intake/too-large'],
    ['a cell at the end of the sheet', () => sheetFile({ XFD1048576: '0' }), '.xlsx', 'intake/too-large'],
  ] as const)('%s', async (_name, make, extension, code) => {
    const problem = await refusal(make(), extension);
    expect(problem.code).toBe(code);
    for (const language of ['zh', 'en'] as const) {
      const words = describeProblem(problem, language);
      expect(words).toContain(`report${extension}`);
      expect(words).not.toMatch(/[{}]/u);
    }
  });

  test('a sheet with more cells than any form', async () => {
    const sheet = utils.aoa_to_sheet(
      Array.from({ length: 2_100 }, (_row, row) => Array.from({ length: 100 }, (_cell, cell) => row * cell)),
    );
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '一');
    const problem = await refusal(writeBook(book), '.xlsx');
    expect(problem).toMatchObject({ code: 'intake/too-large', details: { reason: 'workbook-cells' } });
  });
});

describe('read all the same', () => {
  test.each([
    ['a merge over the whole sheet', () => sheetFile({ A1: '一、总体情况' }, ['A1:XFD1048576']), '.xlsx'],
    ['merges that overlap', () => sheetFile({ B2: '1' }, ['A1:C3', 'B2:C3', 'A2:B3']), '.xlsx'],
    [
      'a cell that spans a million columns',
      () => Buffer.from('<table><tr><td colspan=1000000 rowspan=1000000>一<td>2<tr><td>3<td>4</table>'),
      '.html',
    ],
    ['entities that multiply', () => entities(), '.docx'],
    ['a name that leaves the folder', () => rawZip([types, { name: '../../xl/evil.xml', data: '' }, ...workbookEntries()]), '.xlsx'],
  ] as const)('%s', async (_name, make, extension) => {
    const parsed = await parse({ bytes: make(), fileName: `report${extension}`, extension });
    expect(parsed.ok ? 'read' : parsed.problem.code).toMatch(/^(?:read|intake\/damaged)$/u);
  });
});

function workbookEntries() {
  return [{ name: 'xl/workbook.xml', data: '<workbook/>' }];
}

function entities(): Uint8Array {
  const levels = Array.from({ length: 12 }, (_each, index) => `<!ENTITY e${String(index + 1)} "${`&e${String(index)};`.repeat(10)}">`).join(
    '',
  );
  const document = `<!DOCTYPE d [<!ENTITY e0 "0000000000">${levels}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>`;
  return rawZip([
    { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: 'word/document.xml', data: document },
  ]);
}

test('a file that takes more memory or time than allowed is given up, and the next one is read', async () => {
  const slow = Buffer.from('<p>'.repeat(5_000_000));
  const problem = await refusal(slow, '.html');
  expect(problem).toEqual({ code: 'intake/too-slow', details: { fileName: 'report.html', seconds: secondsToParse } });
  const next = await parse({ bytes: asWorkbook(blocks, plainBook), fileName: 'next.xlsx', extension: '.xlsx' });
  expect(next.ok).toBe(true);
});

test('files that are sent at once are all answered, each for itself', async () => {
  const orders = ['.html', '.docx', '.html', '.docx'].map((extension) => ({
    bytes: extension === '.docx' ? new Uint8Array(wordBytes) : Buffer.from('<p>一</p>'),
    fileName: `x${extension}`,
    extension,
  }));
  const answers = await Promise.all(orders.map((order) => parse(order)));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(JSON.stringify(answers[0])).not.toBe(JSON.stringify(answers[1]));
});
