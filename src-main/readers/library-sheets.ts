/** The sheets of any workbook (.xlsx, .xls, .et, .ods, XML of 2003) as SheetJS reads them. */
import { read, type CellObject, type Range, type WorkBook, type WorkSheet } from 'xlsx';
import { ReadRefusal } from './read-refusal.ts';
import { mostCells, type FoundSheet, type Merge, type SheetCell } from './sheet-cells.ts';
import { textOfCell } from './workbook-cell.ts';

/** What of a workbook is read beside its cells: each takes the library its time. */
export type LibraryOrder = { readonly hasHiddenParts: boolean; readonly hasFormulas: boolean };

export async function readLibrarySheets(bytes: Uint8Array, order: LibraryOrder): Promise<readonly FoundSheet[]> {
  const book = await open(bytes, order);
  return book.SheetNames.map((name) => sheetOf(book, name));
}

/** Cells without a value are asked for where there may be formulas without a result: the library drops those otherwise. */
async function open(bytes: Uint8Array, { hasHiddenParts, hasFormulas }: LibraryOrder): Promise<WorkBook> {
  const options = {
    type: 'array',
    dense: true,
    cellStyles: hasHiddenParts,
    sheetStubs: hasFormulas,
    cellHTML: false,
    bookVBA: false,
  } as const;
  try {
    return read(bytes, { ...options, ...(await codePages(bytes)) });
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

function sheetOf(book: WorkBook, name: string): FoundSheet {
  const sheet: WorkSheet = book.Sheets[name] ?? {};
  const hiddenness = book.Workbook?.Sheets?.[book.SheetNames.indexOf(name)]?.Hidden ?? 0;
  const merges: readonly Range[] = sheet['!merges'] ?? [];
  return {
    name,
    isHidden: hiddenness > 0,
    cells: cellsOf(sheet),
    merges: merges.map(({ s, e }): Merge => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    firstHiddenRow: firstHidden(sheet['!rows']),
    firstHiddenColumn: firstHidden(sheet['!cols']),
  };
}

function firstHidden(all: readonly ({ hidden?: boolean } | undefined)[] = []): number {
  const first = all.findIndex((each) => each?.hidden === true);
  return first < 0 ? Infinity : first;
}

function cellsOf(sheet: WorkSheet): readonly SheetCell[] {
  const cells: SheetCell[] = [];
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  // sparse arrays: a lone cell at the far end of a sheet is one step, not a million
  rows.forEach((all, row) => {
    all?.forEach((cell, column) => {
      if (cell === undefined) return;
      const text = textOfCell(cell);
      if (text === null) cells.push({ row, column, text: `=${cell.f ?? ''}`, hasNoResult: true });
      else if (text.trim() !== '') cells.push({ row, column, text });
    });
    if (cells.length > mostCells)
      throw new ReadRefusal('intake/too-large', { reason: 'workbook-cells', found: cells.length, limit: mostCells });
  });
  return cells;
}
