/** Collects pasted text line by line; white space means as little as it does in HTML. */
import type { CellKey } from '#core/form/cell-key.ts';
import type { Inline } from '#core/narrative/narrative.ts';

/** `marked`: Word's list line, whose kind its own mark tells. `depth` is of h1 to h6, `level` of our own headings. */
export type Look = {
  readonly kind: 'paragraph' | 'heading' | 'bullet' | 'ordered' | 'marked';
  readonly depth: number;
  readonly level: 2 | 3 | null;
};
export type PastedLine = Look & { readonly content: readonly Inline[] };

export const plainLook: Look = { kind: 'paragraph', depth: 0, level: null };
/** Between wide characters a line break of the source is no space. */
const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60\\u2014\\u2018-\\u201d\\u2026]';
const brokenWords = new RegExp(`(?<=${wide})[ \\t]*[\\r\\n]+[ \\t]*(?=${wide})`, 'gu');

export class LineWriter {
  readonly #lines: PastedLine[] = [];
  #look = plainLook;
  #mark = '';
  #content: Inline[] = [];

  /** A new line begins. */
  begin(look: Look): void {
    this.#close();
    this.#look = look;
  }

  /** A line break within the line: what follows is a line of the same kind, but an item stays one. */
  break(): void {
    if (this.#look.kind === 'bullet' || this.#look.kind === 'ordered') this.text(' ');
    else this.#close();
  }

  text(text: string): void {
    const last = this.#content.at(-1);
    if (last?.kind === 'text') this.#content[this.#content.length - 1] = { kind: 'text', text: last.text + text };
    else this.#content.push({ kind: 'text', text });
  }

  figure(cell: CellKey): void {
    this.#content.push({ kind: 'figure', cell });
  }

  mark(text: string): void {
    this.#mark = text.replaceAll(/\s/gu, '');
  }

  end(): readonly PastedLine[] {
    this.#close();
    return this.#lines;
  }

  #close(): void {
    const content = tidy(this.#content);
    this.#content = [];
    if (content.length === 0) return;
    this.#lines.push(withMark(this.#look, this.#mark, content));
    this.#mark = '';
  }
}

/**
 * The mark that Word wrote before the line: a bullet or a plain number makes an item; a number such as `（一）`, and any
 * number of a heading, is part of the words, as in all other prose here.
 */
function withMark(look: Look, mark: string, content: readonly Inline[]): PastedLine {
  if (mark === '') return { ...look, kind: look.kind === 'marked' ? 'paragraph' : look.kind, content };
  const isHeading = look.kind === 'heading';
  if (!isHeading && /^\d{1,3}[.．、)）]?$/u.test(mark)) return { ...look, kind: 'ordered', content };
  const isBullet = !/[\p{L}\p{N}]/u.test(mark) || mark.length === 1;
  if (isBullet) return { ...look, kind: isHeading ? 'heading' : 'bullet', content };
  const [first, ...others] = content;
  const words: readonly Inline[] =
    first?.kind === 'text' ? [{ kind: 'text', text: mark + first.text }, ...others] : [{ kind: 'text', text: mark }, ...content];
  return { ...look, kind: isHeading ? 'heading' : 'paragraph', content: words };
}

function tidy(content: readonly Inline[]): readonly Inline[] {
  const narrowed = content.map((part): Inline => (part.kind === 'text' ? { kind: 'text', text: collapse(part.text) } : part));
  const [first, last] = [narrowed.at(0), narrowed.at(-1)];
  return narrowed
    .map((part): Inline => {
      if (part.kind !== 'text') return part;
      const started = part === first ? part.text.trimStart() : part.text;
      return { kind: 'text', text: part === last ? started.trimEnd() : started };
    })
    .filter((part) => part.kind === 'figure' || part.text !== '');
}

function collapse(text: string): string {
  return text.replaceAll(brokenWords, '').replaceAll(/[ \t\r\n\f\u00a0]+/gu, ' ');
}
