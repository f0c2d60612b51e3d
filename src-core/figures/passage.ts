/** A block's plain text, made ready for reading: one width of characters, no white space, and where each stood. */
import { formatCell } from '../form/format-cell.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf, type Form } from '../form/form.ts';
import type { Block, Inline } from '../narrative/narrative.ts';
import { plainText, type ShowFigure } from '../narrative/narrative-text.ts';

export type Passage = {
  /** The plain text of the block as `plainText` gives it; places refer to it. */
  readonly source: string;
  /** What is read: white space is gone, except line breaks and what separates two digits; full-width forms are ASCII. */
  readonly text: string;
  /** For each character that is gone the place in `text` where it stood, in order. */
  readonly gone: readonly number[];
  /** Ranges of `text` that bound figures fill. */
  readonly bound: readonly Range[];
};

export type Range = { readonly start: number; readonly end: number };

/** How bound figures read in the plain text that places refer to: as in the tables, blank as nothing. */
export function showFigureOf(form: Form, cells: Cells): ShowFigure {
  return (cell: CellKey) => formatCell(cellOf(form, cell).value, valueAt(cells, cell));
}

// Marks for the ends of bound figures; private use characters do not occur in reports.
const opening = 0xf8f0;
const closing = 0xf8f1;
const [openingMark, closingMark] = [String.fromCharCode(opening), String.fromCharCode(closing)];

/** The block's text with its bound figures marked: two blocks of which this is equal are read alike. */
export function markedText(block: Block, show: ShowFigure): string {
  return plainText(hasMarks(block) ? withoutMarks(block) : block, (cell) => `${openingMark}${show(cell)}${closingMark}`);
}

/** Makes ready what `markedText` gave. */
export function passageOf(marked: string): Passage {
  const bound: Range[] = [];
  const gone: number[] = [];
  let source = '';
  let text = '';
  let sourceFrom = 0;
  let textFrom = 0;
  let boundFrom = 0;
  for (let index = 0; index < marked.length; index += 1) {
    const code = marked.charCodeAt(index);
    if (isPlain(code)) continue;
    const narrowed = narrow(code);
    if (narrowed !== code) {
      text += marked.slice(textFrom, index) + String.fromCharCode(narrowed);
      textFrom = index + 1;
      continue;
    }
    const isMark = code === opening || code === closing;
    if (!isMark && (!isSpace(code) || separatesDigits(marked, index))) continue;
    text += marked.slice(textFrom, index);
    textFrom = index + 1;
    if (isMark) {
      source += marked.slice(sourceFrom, index);
      sourceFrom = index + 1;
      if (code === opening) boundFrom = text.length;
      else bound.push({ start: boundFrom, end: text.length });
    } else gone.push(text.length);
  }
  return { source: source + marked.slice(sourceFrom), text: text + marked.slice(textFrom), gone, bound };
}

/** Where a character of `text` stands in `source`. */
export function sourceAt({ gone }: Passage, at: number): number {
  let [from, to] = [0, gone.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((gone[middle] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return at + from;
}

/** Most characters, told apart at a glance: no white space, no full-width form, no mark. */
function isPlain(code: number): boolean {
  return (code > 0x3000 && code < opening) || (code > 0x20 && code < 0xa0);
}

function isSpace(code: number): boolean {
  return code !== 0x0a && /[\s\u200b\ufeff]/u.test(String.fromCharCode(code));
}

function separatesDigits(text: string, index: number): boolean {
  return isDigit(narrow(text.charCodeAt(index - 1))) && isDigit(narrow(text.charCodeAt(index + 1)));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** `１` as `1`, `（` as `(`: one character for one character, so that places stay. */
function narrow(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

function hasMarks(block: Block): boolean {
  const contents = block.kind === 'list' ? block.items : [block.content];
  return contents.some((content) =>
    content.some((part) => part.kind === 'text' && (part.text.includes(openingMark) || part.text.includes(closingMark))),
  );
}

function withoutMarks(block: Block): Block {
  const clean = (content: readonly Inline[]): readonly Inline[] =>
    content.map((part) => (part.kind === 'text' ? { ...part, text: part.text.replace(/[\uf8f0\uf8f1]/gu, ' ') } : part));
  return block.kind === 'list' ? { ...block, items: block.items.map(clean) } : { ...block, content: clean(block.content) };
}
