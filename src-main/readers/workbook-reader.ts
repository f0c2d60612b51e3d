/** Workbooks of every kind become grids: .xlsx, .xls, .et, .ods; formulas count by their stored results. */
import { read, type CellObject, type Range, type WorkBook, type WorkSheet } from 'xlsx';
import { columnName } from '#core/intake/document/csv.ts';
import type { DocumentNote, DocumentPart, IntakeDocument, RawCell, TemplateMap } from '#core/intake/document/document.ts';
import { templateMetaSheet } from '#core/form/template-meta.ts';
import { storedArchive } from '../files/office-archive.ts';
import { ReadRefusal } from './read-refusal.ts';
import { textOfCell } from './workbook-cell.ts';

const mostRows = 20_000;
const mostColumns = 300;
const mostCells = 200_000;
const mostSheets = 200;

/** Cells that hold something, by row and column from 0. */
type Written = { readonly row: number; readonly column: number; readonly text: string };

/** What says nothing of cells: left out, it costs no time. */
const idle = /^(?:docProps|customXml|xl\/(?:theme|drawings|charts|printerSettings|comments|threadedComments|persons|calcChain))/iu;

/** @param entries the workbook's ZIP by names */
export async function readPackedWorkbook(entries: ReadonlyMap<string, Uint8Array>): Promise<IntakeDocument> {
  const telling = new Map([...entries].filter(([name]) => !idle.test(name)));
  // the library tells what is hidden along with colours and fonts only, which takes it a quarter longer
  const isKnown = telling.has('xl/workbook.xml');
  const hides = [...telling.values()].some((content) =>
    hidesSomething(Buffer.from(content.buffer, content.byteOffset, content.byteLength)),
  );
  return readWorkbook(storedArchive(telling), hides || !isKnown);
}

const hidden = ['"1"', "'1'", '"true"', "'true'"].map((value) => Buffer.from(`hidden=${value}`));

function hidesSomething(sheet: Buffer): boolean {
  return hidden.some((each) => sheet.includes(each));
}

/** @param cellStyles false where nothing is hidden */
export async function readWorkbook(bytes: Uint8Array, cellStyles = true): Promise<IntakeDocument> {
  const book = await open(bytes, cellStyles);
  const names = book.SheetNames.filter((name) => name !== templateMetaSheet);
  if (names.length > mostSheets)
    throw new ReadRefusal('intake/too-large', { reason: 'workbook-sheets', found: names.length, limit: mostSheets });
  const notes: DocumentNote[] = [];
  const all = names.map((name) => ({ name, isHidden: hiddenness(book, name) > 0, rows: rowsOf(name, sheetOf(book, name), notes) }));
  const visible = all.filter((sheet) => !sheet.isHidden && sheet.rows.length > 0);
  const used = visible.length > 0 ? visible : all;
  for (const sheet of all) if (!used.includes(sheet) && sheet.rows.length > 0) notes.push({ code: 'hidden-sheet', text: sheet.name });
  const parts = used.map(({ name, rows }): DocumentPart => ({ name, blocks: [{ kind: 'grid', counted: false, rows }] }));
  return { parts, notes, template: templateOf(book) };
}

async function open(bytes: Uint8Array, cellStyles: boolean): Promise<WorkBook> {
  try {
    return read(bytes, { type: 'array', dense: true, cellStyles, cellHTML: false, bookVBA: false, ...(await codePages(bytes)) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password/iu.test(message)) throw new ReadRefusal('intake/encrypted');
    throw new ReadRefusal('intake/damaged', { reason: 'broken-content' });
  }
}

/** Workbooks from before Unicode are in the system's encoding of their time; here that is GBK. */
async function codePages(bytes: Uint8Array): Promise<{ codepage?: number }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isOld = buffer.includes(Buffer.from('Book\0', 'utf16le')) && !buffer.includes(Buffer.from('Workbook\0', 'utf16le'));
  if (!isOld) return {};
  const [{ set_cptable }, table] = await Promise.all([import('xlsx'), import('xlsx/dist/cpexcel.full.mjs')]);
  set_cptable(table);
  return { codepage: 936 };
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
  return book.Sheets[name] ?? {};
}

function hiddenness(book: WorkBook, name: string): number {
  return book.Workbook?.Sheets?.[book.SheetNames.indexOf(name)]?.Hidden ?? 0;
}

function rowsOf(name: string, sheet: WorkSheet, notes: DocumentNote[]): readonly (readonly RawCell[])[] {
  const written = writtenCells(name, sheet, notes);
  if (written.length === 0) return [];
  const lastRow = Math.max(...written.map((cell) => cell.row));
  const lastColumn = Math.max(...written.map((cell) => cell.column));
  if (lastRow >= mostRows) throw new ReadRefusal('intake/too-large', { reason: 'workbook-rows', found: lastRow + 1, limit: mostRows });
  if (lastColumn >= mostColumns)
    throw new ReadRefusal('intake/too-large', { reason: 'workbook-columns', found: lastColumn + 1, limit: mostColumns });
  noteHidden(name, sheet, lastRow, lastColumn, notes);
  const texts = new Map(written.map((cell) => [cell.row * mostColumns + cell.column, cell.text]));
  const spans = mergesOf(sheet, lastRow, lastColumn);
  return Array.from({ length: lastRow + 1 }, (_row, row) =>
    Array.from({ length: lastColumn + 1 }, (_column, column) => row * mostColumns + column).flatMap((at): RawCell[] => {
      const span = spans.get(at);
      if (span === 'covered') return [];
      const column = at % mostColumns;
      return [{ text: texts.get(at) ?? '', ...(span ?? { colSpan: 1, rowSpan: 1 }), address: columnName(column) + String(row + 1) }];
    }),
  );
}

function writtenCells(name: string, sheet: WorkSheet, notes: DocumentNote[]): readonly Written[] {
  const written: Written[] = [];
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  // sparse arrays: a lone cell at the far end of a sheet is one step, not a million
  rows.forEach((row, rowIndex) => {
    row?.forEach((cell, column) => {
      if (cell === undefined) return;
      const text = textOfCell(cell);
      const address = `${name}!${columnName(column)}${String(rowIndex + 1)}`;
      if (text === null) notes.push({ code: 'no-cached-value', text: address });
      const kept = text ?? `=${cell.f ?? ''}`;
      if (kept.trim() !== '') written.push({ row: rowIndex, column, text: kept });
    });
    if (written.length > mostCells)
      throw new ReadRefusal('intake/too-large', { reason: 'workbook-cells', found: written.length, limit: mostCells });
  });
  return written;
}

type Span = { readonly colSpan: number; readonly rowSpan: number };

/** Merged cells as far as the sheet is used: a merge to the end of the sheet is no longer than its last row. */
function mergesOf(sheet: WorkSheet, lastRow: number, lastColumn: number): ReadonlyMap<number, Span | 'covered'> {
  const spans = new Map<number, Span | 'covered'>();
  const merges: readonly Range[] = sheet['!merges'] ?? [];
  for (const { s: from, e: end } of merges) {
    const bottom = Math.min(end.r, lastRow);
    const right = Math.min(end.c, lastColumn);
    if (spans.size > mostCells)
      throw new ReadRefusal('intake/too-large', { reason: 'workbook-merges', found: spans.size, limit: mostCells });
    for (let row = from.r; row <= bottom; row += 1) {
      for (let column = from.c; column <= right; column += 1) spans.set(row * mostColumns + column, 'covered');
    }
    const at = from.r * mostColumns + from.c;
    if (spans.has(at)) spans.set(at, { colSpan: right - from.c + 1, rowSpan: bottom - from.r + 1 });
  }
  return spans;
}

function noteHidden(name: string, sheet: WorkSheet, lastRow: number, lastColumn: number, notes: DocumentNote[]): void {
  const isHidden = (all: readonly ({ hidden?: boolean } | undefined)[] | undefined, last: number) =>
    (all ?? []).some((each, index) => index <= last && each?.hidden === true);
  if (isHidden(sheet['!rows'], lastRow) || isHidden(sheet['!cols'], lastColumn)) notes.push({ code: 'hidden-rows', text: name });
}

function templateOf(book: WorkBook): TemplateMap | null {
  const sheet = book.Sheets[templateMetaSheet];
  if (sheet === undefined) return null;
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const textAt = (row: readonly (CellObject | undefined)[], column: number) => {
    const cell = row[column];
    return cell === undefined ? '' : (textOfCell(cell) ?? '');
  };
  return { entries: rows.flatMap((row) => (row === undefined ? [] : [[textAt(row, 0), textAt(row, 1)] as const])) };
}
