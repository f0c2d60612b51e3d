/** A .docx file opened by its parts (ECMA-376), to see what is written in it. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { attribute, elements } from './opened-workbook.ts';

export type WordCell = { readonly text: string; readonly column: number; readonly colSpan: number; readonly rowSpan: number };

export type OpenedWord = {
  readonly part: (path: string) => string;
  readonly body: Element;
  readonly tables: readonly Element[];
};

export function openWord(bytes: Uint8Array): OpenedWord {
  const parts = unzipSync(bytes);
  const part = (path: string) => new TextDecoder().decode(parts[path]);
  const { documentElement } = new DOMParser().parseFromString(part('word/document.xml'), 'text/xml');
  if (documentElement === null) throw new Error('no document');
  return { part, body: documentElement, tables: elements(documentElement, 'w:tbl') };
}

export function textOf(element: Element): string {
  return elements(element, 'w:t')
    .map((each) => each.textContent ?? '')
    .join('');
}

/** The rows of a table with the spans that its merges come to; the places that a merge from above covers are left out. */
export function rowsOf(table: Element): readonly (readonly WordCell[])[] {
  const open = new Map<number, { rowSpan: number }>();
  return elements(table, 'w:tr').map((row) => {
    let column = 0;
    return elements(row, 'w:tc').flatMap((cell) => {
      const at = column;
      const colSpan = Number(attribute(elements(cell, 'w:gridSpan')[0], 'w:val') || 1);
      column += colSpan;
      const [merge] = elements(cell, 'w:vMerge');
      const above = open.get(at);
      if (merge !== undefined && attribute(merge, 'w:val') !== 'restart') {
        if (above === undefined) throw new Error('a merge without a beginning');
        above.rowSpan += 1;
        return [];
      }
      const placed = { text: textOf(cell), column: at, colSpan, rowSpan: 1 };
      if (merge === undefined) open.delete(at);
      else open.set(at, placed);
      return [placed];
    });
  });
}
