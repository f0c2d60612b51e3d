/** The cells of a table section, in the order of the text, whatever marks them: tabs, bars, indents or nothing. */
import { labelKey } from './label-key.ts';
import type { GridRow, Line } from './lines.ts';
import { looksLikeValue } from './read-value.ts';
import { rememberTexts } from './remember.ts';

/** `blank` is a cell that is there and empty; `break` is an empty line, whose meaning depends on the habits of the text. */
export type Token = {
  readonly kind: 'cell' | 'blank' | 'break';
  readonly line: number;
  readonly text: string;
  readonly key: string;
  /** Where it stands in a grid; absent in plain text. */
  readonly place?: TokenPlace;
  readonly source?: string | undefined;
  /** True for a label and a figure that stood in one piece. */
  readonly isGlued?: boolean;
};

/** `column` and `end` (which is not part of it) count the columns of the grid from 0. */
export type TokenPlace = { readonly column: number; readonly end: number; readonly counted: boolean };

export type Sheet = {
  readonly tokens: readonly Token[];
  /** True when cells carry marks, so that an empty line is not an empty cell. */
  readonly marked: boolean;
  readonly pageNumbers: readonly Token[];
  /** Those it was made of. */
  readonly lines: readonly Line[];
};

/** Labels broken over lines carry a mark on their first line only, so that most lines may be without one. */
const leastMarked = 0.2;
const longestRow = 2_000;
const number = String.raw`[+\-−－–]?[\d０-９][\d０-９,，.．]*(?:万元|元)?|[/／—-]`;
const ruler = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?:-{3,})?\s*$/u;
const bars = /^\s*\|(?:\s*\|)+\s*$/u;
const labelledRow = new RegExp(String.raw`^(.*\p{Script=Han}.*?)((?:\s+(?:${number}))+)$`, 'u');
const numbersOnly = new RegExp(String.raw`^(?:${number})(?:\s+(?:${number}))+$`, 'u');
const groupsOfThree = /^[+\-−－–]?\d{1,3}(?:\s\d{3})+$/u;
const pageNumberPattern = /^[-–—―－]\d{1,3}[-–—―－]$|^第\d{1,3}页(?:[,/]?共\d{1,3}页)?$/u;

export function tokenise(lines: readonly Line[]): Sheet {
  const plain = lines.filter((line) => line.row === undefined);
  const written = plain.filter((line) => line.raw.trim() !== '');
  const isGrid = lines.length - plain.length > written.length;
  const marked = isGrid || written.filter((line) => /^\s|[\t|]/u.test(line.raw)).length > written.length * leastMarked;
  const tabbed = written.filter((line) => line.raw.includes('\t'));
  // where rows are cut at tabs, the first of a row may be blank; where each cell has its own line, a tab marks it
  const isTabMark = tabbed.filter((line) => /^\t|^[^\t]*\t$/u.test(line.raw)).length * 2 > tabbed.length;
  const marks = { marked, isTabMark, by: `${String(marked)} ${String(isTabMark)}` };
  const tokens: Token[] = [];
  const pageNumbers: Token[] = [];
  for (const line of marked ? lines : apartByEmptyLines(lines)) {
    const cut = tokensOf(line, marks);
    for (const each of cut.tokens) tokens.push(each);
    for (const each of cut.pageNumbers) pageNumbers.push(each);
  }
  return { tokens, marked, pageNumbers, lines };
}

const isPageNumber = rememberTexts((text) => pageNumberPattern.test(flatten(text)));

/** Where an empty line follows every line, only the further ones, in pairs, are empty cells. */
function apartByEmptyLines(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  let empty: Line[] = [];
  for (const line of lines) {
    if (line.row === undefined && line.raw.trim() === '') {
      empty.push(line);
      continue;
    }
    if (kept.length > 0 && empty.length % 2 === 0) return lines;
    kept.push(...(kept.length === 0 ? empty : empty.slice(0, (empty.length - 1) / 2)), line);
    empty = [];
  }
  return [...kept, ...empty];
}

/** A bracket or stop that was parted from its label says nothing. */
function isLonePunctuation(token: Token): boolean {
  return token.kind === 'cell' && token.key === '' && !looksLikeValue(token.text);
}

/** `by` says the same in one word. */
type Marks = { readonly marked: boolean; readonly isTabMark: boolean; readonly by: string };

/** By the marks of the text that the line stands in; the same lines are looked at several times. */
type CutLine = { readonly by: string; readonly tokens: readonly Token[]; readonly pageNumbers: readonly Token[] };
const known = new WeakMap<Line, CutLine>();

function tokensOf(line: Line, marks: Marks): CutLine {
  const by = line.row === undefined ? marks.by : '';
  const found = known.get(line);
  if (found?.by === by) return found;
  const cut: { by: string; tokens: Token[]; pageNumbers: Token[] } = { by, tokens: [], pageNumbers: [] };
  for (const each of cutLine(line, marks)) {
    if (isLonePunctuation(each)) continue;
    if (each.kind === 'cell' && isPageNumber(each.text)) cut.pageNumbers.push(each);
    else cut.tokens.push(each);
  }
  known.set(line, cut);
  return cut;
}

function cutLine(line: Line, { marked, isTabMark }: Marks): readonly Token[] {
  if (line.row !== undefined) return tokensOfRow(line, line.row);
  if (ruler.test(line.raw)) return [];
  // the places of spanned cells, which web extraction leaves at the end of a row
  if (bars.test(line.raw)) return [token(line, 'break')];
  if (line.raw.trim() === '') return [token(line, marked && line.raw !== '' ? 'blank' : 'break')];
  const cells = cellsOf(line.raw, isTabMark);
  const tokens = cells.flatMap(labelsApart).map((text) => token(line, text === '' ? 'blank' : 'cell', text));
  return cells.length > 1 ? [...tokens, token(line, 'break')] : tokens;
}

function tokensOfRow(line: Line, row: GridRow): readonly Token[] {
  const tokens = row.cells.map((cell): Token => {
    const text = cell.text === '' ? '' : cellText(cell.text);
    const place = { column: cell.column, end: cell.column + cell.colSpan, counted: row.counted };
    const source = sourceOf(line, cell.address);
    return { kind: text === '' ? 'blank' : 'cell', line: line.number, text, key: labelKey(text), place, source };
  });
  return [...tokens, token(line, 'break')];
}

/** `表三!C5`, or what is known of it. */
function sourceOf(line: Line, address: string | undefined): string | undefined {
  if (address === undefined) return line.source;
  return line.source === undefined ? address : `${line.source}!${address}`;
}

/** Paragraphs of a cell are pieces of one label; two figures stay apart. */
const cellText = rememberTexts((text) =>
  text
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/(?<=[\d０-９])\s*\n\s*(?=[\d０-９])/gu, ' ')
    .replace(/\s*\n\s*/gu, '')
    .trim(),
);

/** The cells of a line: usually one; a row on one line is cut at bars, tabs, or before its numbers. */
function cellsOf(raw: string, isTabMark: boolean): readonly string[] {
  const plain = raw.replace(/[\u200b\ufeff]/gu, '');
  if (plain.includes('|')) return inner(plain.trim(), '|').split('|').map(trim);
  const columns = (isTabMark ? inner(plain, '\t') : plain).split('\t').map(trim);
  if (columns.length > 1) return columns;
  const text = plain.trim();
  // A row of the widest table has some two hundred characters; the patterns take quadratic time on endless lines.
  if (text.length > longestRow) return [text];
  if (isPageNumber(text)) return [text];
  const row = labelledRow.exec(text);
  if (row !== null) return [trim(row[1] ?? ''), ...words(row[2] ?? '')];
  return numbersOnly.test(text) && !groupsOfThree.test(text.normalize('NFKC')) ? words(text) : [text];
}

/** Labels beside each other on one line; the pieces of a label with spaces inside are put together again by who looks for it. */
function labelsApart(text: string): readonly string[] {
  const parts = words(text);
  if (isPageNumber(text)) return [text];
  return parts.length > 1 && !looksLikeValue(text) && parts.every((part) => labelKey(part).length > 1) ? parts : [text];
}

/** Without one mark at the front, or the only one at the end: those belong to the cell's neighbours. */
function inner(text: string, mark: string): string {
  if (text.startsWith(mark)) {
    const rest = text.slice(1);
    return mark === '|' && rest.endsWith(mark) ? rest.slice(0, -1) : rest;
  }
  return text.endsWith(mark) && (mark === '|' || text.indexOf(mark) === text.length - 1) ? text.slice(0, -1) : text;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

function flatten(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

function trim(text: string): string {
  return text.trim();
}

function token(line: Line, kind: Token['kind'], text = ''): Token {
  return { kind, line: line.number, text, key: labelKey(text), source: line.source };
}
