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
  /** For each character of `text` where it stands in `source`. */
  readonly at: readonly number[];
  /** Ranges of `text` that bound figures fill. */
  readonly bound: readonly Range[];
};

export type Range = { readonly start: number; readonly end: number };

/** How bound figures read in the plain text that places refer to: as in the tables, blank as nothing. */
export function showFigureOf(form: Form, cells: Cells): ShowFigure {
  return (cell: CellKey) => formatCell(cellOf(form, cell).value, valueAt(cells, cell));
}

// Marks for the ends of bound figures; private use characters do not occur in reports.
const opening = '\uf8f0';
const closing = '\uf8f1';

export function passageOf(block: Block, show: ShowFigure): Passage {
  const marked = plainText(withoutMarks(block), (cell) => `${opening}${show(cell)}${closing}`);
  return condense(marked);
}

function condense(marked: string): Passage {
  const bound: Range[] = [];
  const at: number[] = [];
  let source = '';
  let text = '';
  let boundFrom = 0;
  for (let index = 0; index < marked.length; index += 1) {
    const character = marked.charAt(index);
    if (character === opening) boundFrom = text.length;
    else if (character === closing) bound.push({ start: boundFrom, end: text.length });
    else {
      if (!isSpace(character) || separatesDigits(marked, index)) {
        text += narrow(character);
        at.push(source.length);
      }
      source += character;
    }
  }
  at.push(source.length);
  return { source, text, at, bound };
}

function isSpace(character: string): boolean {
  return character !== '\n' && /[\s\u200b\ufeff]/u.test(character);
}

function separatesDigits(text: string, index: number): boolean {
  return /\d/u.test(narrow(text.charAt(index - 1))) && /\d/u.test(narrow(text.charAt(index + 1)));
}

/** `１` as `1`, `（` as `(`: one character for one character, so that places stay. */
function narrow(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

function withoutMarks(block: Block): Block {
  const clean = (content: readonly Inline[]): readonly Inline[] =>
    content.map((part) => (part.kind === 'text' ? { ...part, text: part.text.replace(/[\uf8f0\uf8f1]/gu, ' ') } : part));
  return block.kind === 'list' ? { ...block, items: block.items.map(clean) } : { ...block, content: clean(block.content) };
}
