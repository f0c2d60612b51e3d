/** Workbooks of every kind become grids: .xlsx, .xls, .et, .ods; formulas count by their stored results. */
import { columnName } from '#core/intake/document/csv.ts';
import type { DocumentNote, DocumentPart, IntakeDocument, RawCell, TemplateMap } from '#core/intake/document/document.ts';
import { isDataList } from '#core/intake/show-cells.ts';
import { templateMetaSheet } from '#core/form/template-meta.ts';
import { storedArchive } from '../files/office-archive.ts';
import { hiddenOpenSheets } from './hidden-open-sheets.ts';
import { readLibrarySheets } from './library-sheets.ts';
import { readPlainWorkbook } from './plain-workbook.ts';
import { ReadRefusal } from './read-refusal.ts';
import { mostCells, mostColumns, mostRows, mostSheets, type FoundSheet, type Merge } from './sheet-cells.ts';

/** What says nothing of cells: left out, it costs no time. */
const idle = /^(?:docProps|customXml|xl\/(?:theme|drawings|charts|printerSettings|comments|threadedComments|persons|calcChain))/iu;

/** @param entries the workbook's ZIP by names */
export async function readPackedWorkbook(entries: ReadonlyMap<string, Uint8Array>): Promise<IntakeDocument> {
  const telling = new Map([...entries].filter(([name]) => !idle.test(name)));
  // the library tells what is hidden along with colours and fonts only, which takes it a quarter longer
  const isKnown = telling.has('xl/workbook.xml');
  const hasHiddenParts = !isKnown || holds(telling, hidden);
  const plain = hasHiddenParts ? null : readPlainWorkbook(telling);
  if (plain !== null) return documentOf(plain);
  const hiddenNames = hiddenOpenSheets(telling);
  const sheets = await readLibrarySheets(storedArchive(telling), { hasHiddenParts, hasFormulas: isKnown && holds(telling, formula) });
  return documentOf(sheets.map((sheet) => (hiddenNames.has(sheet.name) ? { ...sheet, isHidden: true } : sheet)));
}

/** @param bytes of a workbook that is no ZIP */
export async function readWorkbook(bytes: Uint8Array): Promise<IntakeDocument> {
  return documentOf(await readLibrarySheets(bytes, { hasHiddenParts: true, hasFormulas: false }));
}

const hidden = ['"1"', "'1'", '"true"', "'true'"].map((value) => Buffer.from(`hidden=${value}`));
const formula = [Buffer.from('<f')];

function holds(entries: ReadonlyMap<string, Uint8Array>, words: readonly Buffer[]): boolean {
  return [...entries.values()].some((content) => {
    const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    return words.some((each) => buffer.includes(each));
  });
}

function documentOf(sheets: readonly FoundSheet[]): IntakeDocument {
  const named = sheets.filter((sheet) => sheet.name !== templateMetaSheet);
  if (named.length > mostSheets)
    throw new ReadRefusal('intake/too-large', { reason: 'workbook-sheets', found: named.length, limit: mostSheets });
  const notes: DocumentNote[] = [];
  const all = named.map((sheet) => ({ name: sheet.name, isHidden: sheet.isHidden, rows: rowsOf(sheet, notes) }));
  const visible = all.filter((sheet) => !sheet.isHidden && sheet.rows.length > 0);
  const used = visible.length > 0 ? visible : all;
  const passedOver = all.filter((sheet) => !used.includes(sheet) && sheet.rows.length > 0 && !isDataList(sheet.rows));
  notes.push(...passedOver.map(({ name }): DocumentNote => ({ code: 'hidden-sheet', text: name })));
  const parts = used.map(({ name, rows }): DocumentPart => ({ name, blocks: [{ kind: 'grid', counted: false, rows }] }));
  return { parts, notes, template: templateOf(sheets) };
}

function rowsOf(sheet: FoundSheet, notes: DocumentNote[]): readonly (readonly RawCell[])[] {
  const { name, cells } = sheet;
  refuseMore('workbook-cells', cells.length, mostCells);
  for (const { row, column, hasNoResult } of cells) {
    if (hasNoResult === true) notes.push({ code: 'no-cached-value', text: `${name}!${addressOf(row, column)}` });
  }
  if (cells.length === 0) return [];
  const [lastRow, lastColumn] = cells.reduce(([down, right], { row, column }) => [Math.max(down, row), Math.max(right, column)], [0, 0]);
  refuseMore('workbook-rows', lastRow + 1, mostRows);
  refuseMore('workbook-columns', lastColumn + 1, mostColumns);
  if (sheet.firstHiddenRow <= lastRow || sheet.firstHiddenColumn <= lastColumn) notes.push({ code: 'hidden-rows', text: name });
  const texts = new Map(cells.map((cell) => [cell.row * mostColumns + cell.column, cell.text]));
  const spans = spansOf(sheet.merges, lastRow, lastColumn);
  const columns = Array.from({ length: lastColumn + 1 }, (_column, column) => columnName(column));
  return Array.from({ length: lastRow + 1 }, (_row, row) => {
    const line: RawCell[] = [];
    for (const [column, letters] of columns.entries()) {
      const at = row * mostColumns + column;
      const span = spans.get(at) ?? single;
      if (span === 'covered') continue;
      line.push({ text: texts.get(at) ?? '', colSpan: span.colSpan, rowSpan: span.rowSpan, address: letters + String(row + 1) });
    }
    return line;
  });
}

function refuseMore(reason: string, found: number, limit: number): void {
  if (found > limit) throw new ReadRefusal('intake/too-large', { reason, found, limit });
}

function addressOf(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

type Span = { readonly colSpan: number; readonly rowSpan: number };

const single: Span = { colSpan: 1, rowSpan: 1 };

/** Merged cells as far as the sheet is used: a merge to the end of the sheet is no longer than its last row. */
function spansOf(merges: readonly Merge[], lastRow: number, lastColumn: number): ReadonlyMap<number, Span | 'covered'> {
  const spans = new Map<number, Span | 'covered'>();
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, lastRow);
    const right = Math.min(merge.right, lastColumn);
    refuseMore('workbook-merges', spans.size, mostCells);
    for (let row = merge.top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= right; column += 1) spans.set(row * mostColumns + column, 'covered');
    }
    const at = merge.top * mostColumns + merge.left;
    if (spans.has(at)) spans.set(at, { colSpan: right - merge.left + 1, rowSpan: bottom - merge.top + 1 });
  }
  return spans;
}

/** Two columns of the hidden sheet of our own templates. */
function templateOf(sheets: readonly FoundSheet[]): TemplateMap | null {
  const sheet = sheets.find((each) => each.name === templateMetaSheet);
  if (sheet === undefined) return null;
  const rows = new Map<number, [string, string]>();
  for (const { row, column, text } of sheet.cells) {
    const entry = rows.get(row) ?? ['', ''];
    if (column < entry.length) entry[column] = text;
    rows.set(row, entry);
  }
  return { entries: [...rows.values()] };
}
