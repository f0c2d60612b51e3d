/** Ordinary workbooks are read without the library: whatever it would find in them is found, and all else is left to it. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { planTemplate } from '#core/documents/template-workbook.ts';
import { readLibrarySheets } from '#main/readers/library-sheets.ts';
import { readPlainWorkbook } from '#main/readers/plain-workbook.ts';
import { storedArchive } from '#main/files/office-archive.ts';
import { writeReportWorkbook } from '#main/writers/report-documents.ts';
import { writeWorkbook } from '#main/writers/write-workbook.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { asWorkbook, bookStyles, plainBook } from '../../fixtures/layouts/workbooks.ts';
import { printable, printReport } from '../../fixtures/layouts/printed.ts';
import { publishedReport } from '../../fixtures/published-report.ts';
import { shippedEdition } from '../../fixtures/editions.ts';
import { readHere, takeHere } from './read-here.ts';

const edition = shippedEdition('2021');
const { form } = edition;
const asked = { edition: '2021', name: '宿迁市', year: 2024 } as const;
const unit = { code: '321300', name: '宿迁市', creditCode: null, level: 'prefecture' } as const;
const blocks = printReport(printable(publishedReport('suqian-city-2024'), form), form);
const everyPart = { hasHiddenParts: false, hasFormulas: true };

async function compare(entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const plain = readPlainWorkbook(entries);
  expect(plain).not.toBeNull();
  expect(plain).toEqual(await readLibrarySheets(storedArchive(entries), everyPart));
}

const xlsxStyles = Object.entries(bookStyles).filter(([, style]) => style.type === 'xlsx');
const made: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'the template': () => writeWorkbook(planTemplate({ unit, reportYear: 2024, edition, prior: null })),
  'a report as a workbook': () => writeReportWorkbook(fullFiling('2021'), form),
  ...Object.fromEntries(xlsxStyles.map(([name, style]) => [name, () => Promise.resolve(asWorkbook(blocks, style))])),
};
describe('what the library finds is found in', () => {
  test.each(Object.entries(made))('%s', async (_name, make) => {
    await compare(new Map(Object.entries(unzipSync(await make()))));
  });
});

const types =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.00&quot; 万元&quot;"/><numFmt numFmtId="165" formatCode="#,##0.000"/></numFmts>';
const looks = [0, 2, 4, 164, 165, 14, 49].map((id) => `<xf numFmtId="${String(id)}" applyNumberFormat="1"><alignment wrapText="1"/></xf>`);
const shared = ['甲', ' 乙 &amp; &lt;丙&gt;', '行一\r\n行二'];

/** A workbook of one sheet, as programs other than ours write them. */
function entriesOf(
  rows: string,
  { texts = shared.map((text) => `<si><t xml:space="preserve">${text}</t><phoneticPr fontId="1"/></si>`).join(''), below = '' } = {},
) {
  const files = {
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\n<sheet name="表&amp;一" sheetId="1" r:id="rId1" state="hidden"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet>${types}<cellXfs count="7">${looks.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst count="3" uniqueCount="3">${texts}</sst>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>${rows}</sheetData>${below}</worksheet>`,
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  };
  return new Map(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
}

const row = (cells: string) => `<row r="2" spans="1:9">${cells}</row>`;
const alike: Readonly<Record<string, string>> = {
  'figures of every format': row(
    looks.map((_look, style) => `<c r="${'ABCDEFG'.charAt(style)}2" s="${String(style)}"><v>1234.5</v></c>`).join(''),
  ),
  'shared texts with references and line breaks': row(
    '<c r="A2" t="s"><v>0</v></c><c r="B2" s="1" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c>',
  ),
  'numbers written in any way': row(
    '<c r="A2"><v>-0.5</v></c><c r="B2"><v>1E3</v></c><c r="C2"><v>0.30000000000000004</v></c><c r="AA2" t="n"><v>007</v></c>',
  ),
  'formulas with results, also of text and of nothing': row(
    '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>A1&amp;""</f><v>甲&amp;</v></c><c r="C2" t="str"><f>""</f><v></v></c>',
  ),
  'formulas without results': row('<c r="A2"><f>SUM(A1:B1)</f></c><c r="B2"><f>A1&gt;1</f><v></v></c>'),
  'rows and cells of nothing': `<row r="1"/>\n${row('<c r="A2" s="3"/><c r="B2"/>')}<row r="9" ht="12" customHeight="1"></row>`,
};

describe('as the library reads them:', () => {
  test.each(Object.entries(alike))('%s', async (_name, rows) => {
    await compare(entriesOf(rows, { below: '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells><pageMargins left="1"/>' }));
  });
});

const unusual: Readonly<Record<string, ReadonlyMap<string, Uint8Array>>> = {
  'a text with several looks': entriesOf(row('<c r="A2" t="s"><v>0</v></c>'), { texts: '<si><r><t>甲</t></r><r><t>乙</t></r></si>' }),
  'a text in its cell': entriesOf(row('<c r="A2" t="inlineStr"><is><t>甲</t></is></c>')),
  'a text that there is not': entriesOf(row('<c r="A2" t="s"><v>77</v></c>')),
  'letters by number': entriesOf(row('<c r="A2" t="str"><v>&#49;2</v></c>')),
  'a formula shared with others, without a result': entriesOf(row('<c r="A2"><f t="shared" si="0"/></c>')),
  'cells in another order': entriesOf(row('<c r="B2"><v>1</v></c><c r="A2"><v>2</v></c>')),
  'cells without their places': entriesOf(row('<c><v>1</v></c>')),
  'a figure that is none': entriesOf(row('<c r="A2"><v>1,234</v></c>')),
  'a comment': entriesOf(`<!-- -->${row('<c r="A2"><v>1</v></c>')}`),
  'something else among the cells': entriesOf(row('<c r="A2"><v>1</v><extLst/></c>')),
  'a merge of another spelling': entriesOf('', { below: "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>" }),
};

test.each(Object.entries(unusual))('%s is left to the library', (_name, entries) => {
  expect(readPlainWorkbook(entries)).toBeNull();
});

test('formula-without-result-or-type: a total that no program has computed is named and never read as blank', async () => {
  const entries = unzipSync(asWorkbook(blocks, plainBook));
  const path = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(entries[path] ?? new Uint8Array());
  const without = (formula: string) => xml.replace(/(<c r="(\w+)")[^<>]*><v>3525<\/v>/u, `$1>${formula}`);
  for (const formula of ['<f>SUM(A1:B1)</f><v></v>', '<f><!-- -->SUM(A1:B1)</f><v></v>']) {
    expect(without(formula)).not.toBe(xml);
    const bytes = storedArchive(new Map(Object.entries({ ...entries, [path]: strToU8(without(formula)) })));
    const { report, filing } = await takeHere(bytes, '.xlsx', asked);
    expect(report.notFound.map((each) => each.cell)).toEqual(['applications.receivedThisYear.total']);
    expect(report.notes.map((note) => note.code)).toEqual(['no-cached-value']);
    expect(filing.cells['applications.receivedThisYear.total']).toBeNull();
  }
});

test('the sheet of data that our own workbooks hide is no hidden report', async () => {
  const filing = fullFiling('2021');
  const read = await readHere(await writeReportWorkbook(filing, form), '.xlsx', {
    edition: '2021',
    name: filing.unit.name,
    year: filing.reportYear,
  });
  expect(read.ok ? read.value.report.notes.map((note) => note.code) : read.problem).not.toContain('hidden-sheet');
});
