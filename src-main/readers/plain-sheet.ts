/**
 * The cells of an .xlsx sheet whose XML is written the way that all spreadsheet programs write it, in a third of the time
 * of a general reader. Anything else than exactly that is left to the library: null.
 */
import type { Merge, SheetCell } from './sheet-cells.ts';
import { textOfNumber } from './workbook-cell.ts';

/** What cells refer to: shared texts by their number, and how a number of a style is printed. */
export type CellTables = { readonly texts: readonly string[]; readonly print: (style: number, value: number) => string | undefined | null };

export type PlainSheet = { readonly cells: readonly SheetCell[]; readonly merges: readonly Merge[] };

const row = /\s*<row(?: [\w:]+="[^"<>]*")* r="(\d{1,7})"(?: [\w:]+="[^"<>]*")*\s*(\/?)>/uy;
const rowEnd = /\s*<\/row>/uy;
const cell =
  /\s*<c r="([A-Z]{1,3})(\d{1,7})"((?: [a-z]+="\w*")*)\s*(?:\/>|>(?:<f((?: \w+="[^"<>]*")*)(?:\/>|>([^<]*)<\/f>))?(?:<v>([^<]*)<\/v>|<v\/>)?<\/c>)/uy;
const numeral = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/u;
const merge = /<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"\s*\/>/gu;

/** Null for a sheet that is written otherwise. */
export function readPlainSheet(xml: string, tables: CellTables): PlainSheet | null {
  const data = between(xml, 'sheetData');
  const merged = between(xml, 'mergeCells');
  if (data === null || merged === null) return null;
  const merges = mergesOf(merged);
  const cells = cellsOf(data, tables);
  return merges === null || cells === null ? null : { cells, merges };
}

/** The content of the one element of this name; empty where there is none. */
function between(xml: string, name: string): string | null {
  const start = xml.indexOf(`<${name}`);
  if (start < 0) return '';
  const from = xml.indexOf('>', start);
  if (xml.charAt(from - 1) === '/') return '';
  const end = xml.indexOf(`</${name}>`, from);
  return end < 0 || xml.includes(`<${name}`, end) ? null : xml.slice(from + 1, end);
}

function mergesOf(text: string): readonly Merge[] | null {
  const merges = [...text.matchAll(merge)].map(([, left = '', top, right = '', bottom]): Merge => {
    return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
  });
  return merges.length === text.split('<').length - 1 ? merges : null;
}

/** From 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}

function cellsOf(data: string, tables: CellTables): readonly SheetCell[] | null {
  const cells: SheetCell[] = [];
  let at = 0;
  let lastRow = -1;
  while (at < data.length) {
    row.lastIndex = at;
    const head = row.exec(data);
    if (head === null) return data.slice(at).trim() === '' ? cells : null;
    at = row.lastIndex;
    const number = Number(head[1]) - 1;
    if (number <= lastRow) return null;
    lastRow = number;
    if (head[2] === '/') continue;
    const end = cellsOfRow(data, at, number, tables, cells);
    if (end === null) return null;
    rowEnd.lastIndex = end;
    if (!rowEnd.test(data)) return null;
    at = rowEnd.lastIndex;
  }
  return cells;
}

/** Where the last cell of the row ends. */
function cellsOfRow(data: string, from: number, rowNumber: number, tables: CellTables, cells: SheetCell[]): number | null {
  let at = from;
  let lastColumn = -1;
  for (;;) {
    cell.lastIndex = at;
    const found = cell.exec(data);
    if (found === null) return at;
    at = cell.lastIndex;
    const column = columnOf(found[1] ?? '');
    if (Number(found[2]) - 1 !== rowNumber || column <= lastColumn) return null;
    lastColumn = column;
    const text = textOf(found[3] ?? '', found[6] ?? '', tables);
    if (text === null) return null;
    const isFormula = found[4] !== undefined;
    const isText = (found[3] ?? '').includes('t="str"');
    if (isFormula && text === '' && !isText) {
      // one that shares its formula with others does not say it
      const formula = unescapeText(found[5] ?? '');
      if (formula === null || formula === '' || formula.includes('_xl')) return null;
      cells.push({ row: rowNumber, column, text: `=${formula}`, hasNoResult: true });
    } else if (text !== '' && text.trim() !== '') cells.push({ row: rowNumber, column, text });
  }
}

const attributes = /^(?: (?:s="\d+"|t="(?:n|s|str)"|(?:cm|vm|ph)="\w*"))*$/u;

/** Empty for a cell without a value. */
function textOf(written: string, value: string, { texts, print }: CellTables): string | null {
  if (!attributes.test(written)) return null;
  const type = /t="(\w+)"/u.exec(written)?.[1];
  if (type === 'str') return unescapeText(value);
  if (value === '') return '';
  if (type === 's') return texts[Number(value)] ?? null;
  if (!numeral.test(value)) return null;
  const number = Number(value);
  const shown = print(Number(/s="(\d+)"/u.exec(written)?.[1] ?? 0), number);
  return shown === null ? null : textOfNumber(number, shown);
}

const names: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** Null for a text with references to characters by number, in XML's way or the workbook's own. */
export function unescapeText(text: string): string | null {
  if (text.includes('_x') || text.includes('_X') || text.includes('&#')) return null;
  const plain = text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|apos);/gu, (each) => names[each] ?? each) : text;
  return plain.includes('\r') ? plain.replaceAll('\r\n', '\n') : plain;
}
