/** A file of separated values (RFC 4180, and what people make of it) as a grid. */
import { wholeDocument, type IntakeDocument } from './document.ts';

/** Fewer could be a text that happens to have its tabs in line. */
const leastColumns = 4;
const leastRows = 4;
const separators = [',', '\t', ';', '，'];

/** The separator is the one that stands most often outside quotes. */
export function documentOfCsv(text: string): IntakeDocument {
  const plain = text.replace(/^\ufeff/u, '');
  const unquoted = plain.replace(/"[^"]*"/gu, '');
  const counts = separators.map((separator) => unquoted.split(separator).length);
  const separator = separators[counts.indexOf(Math.max(...counts))] ?? ',';
  return documentOfRows(parseRows(plain, separator));
}

/** A sheet as text, which has a tab between all the cells of every row (what Excel calls Unicode text); null for any other text. */
export function documentOfTabs(text: string): IntakeDocument | null {
  const plain = text.replace(/^\ufeff/u, '');
  const tabs = plain.indexOf('\t') < 0 ? [] : parseRows(plain, '\t');
  const [first] = tabs;
  const isSheet = first !== undefined && first.length >= leastColumns && tabs.every((row) => row.length === first.length);
  return isSheet && tabs.length >= leastRows ? documentOfRows(tabs) : null;
}

function documentOfRows(rows: readonly (readonly string[])[]): IntakeDocument {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row, index) =>
    Array.from({ length: width }, (_each, column) => ({
      text: row[column] ?? '',
      colSpan: 1,
      rowSpan: 1,
      address: `${columnName(column)}${String(index + 1)}`,
    })),
  );
  return wholeDocument([{ kind: 'grid', counted: false, rows: cells }]);
}

/** `A`, `B` … `Z`, `AA`. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

function parseRows(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = () => {
    row.push(field.trim());
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (isQuoted) {
      if (letter !== '"') field += letter;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && field.trim() === '') {
      field = '';
      isQuoted = true;
    } else if (letter === separator) endField();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text.charAt(at + 1) === '\n') at += 1;
      endField();
      rows.push(row);
      row = [];
    } else field += letter;
  }
  endField();
  if (row.some((each) => each !== '')) rows.push(row);
  return rows;
}
