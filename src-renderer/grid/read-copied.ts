/** Reads the block of cells that is on the clipboard: a table in HTML where there is one, otherwise its text. */
import { blockOfCells, blockOfText, type Block } from '#core/clipboard/block.ts';
import { parsePasted } from '../prose/pasted-html.ts';

/** More than any table of this kind has, labels and all; a larger one would only keep the window busy. */
const longest = 2_000_000;

export type Copied = { readonly kind: 'block'; readonly block: Block } | { readonly kind: 'no-text' | 'too-large' };

export function readCopied(data: DataTransfer | null): Copied {
  const html = data?.getData('text/html') ?? '';
  const text = data?.getData('text/plain') ?? '';
  if (html.length > longest || text.length > longest) return { kind: 'too-large' };
  const table = html === '' ? null : parsePasted(html).querySelector('table');
  if (table !== null) return { kind: 'block', block: blockOfCells(rowsOf(table)) };
  return text.trim() === '' ? { kind: 'no-text' } : { kind: 'block', block: blockOfText(text) };
}

function rowsOf(table: HTMLTableElement) {
  return Array.from(table.rows, (row) =>
    Array.from(row.cells, ({ textContent, colSpan, rowSpan }) => ({
      // Programs wrap the lines of their HTML as they like.
      text: textContent.replaceAll(/\s+/gu, ' ').trim(),
      colSpan,
      rowSpan,
    })),
  ).filter((row) => row.length > 0);
}
