/** Tables drawn with bars in a text (Markdown): where all rows have the same number of cells, a cell is known by its column. */
import { splitLines, type Line } from '../lines.ts';
import type { GridCell } from './document.ts';
import { joinRepeated } from './join-repeated.ts';

const ruler = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?:-{2,})?:?\s*$/u;
const leastColumns = 2;
const leastRows = 2;

/** The lines of a text; those of such a table carry their cells. Anything else with bars is left to the reading order. */
export function linesOfText(text: string): readonly Line[] {
  const lines = splitLines(text);
  const rows = new Map<number, Line>();
  let group: Line[] = [];
  const close = () => {
    for (const line of rowsOf(group)) rows.set(line.number, line);
    group = [];
  };
  for (const line of lines) {
    if (line.raw.includes('|')) group.push(line);
    else if (line.raw.trim() !== '') close();
  }
  close();
  return rows.size === 0 ? lines : lines.map((line) => rows.get(line.number) ?? line);
}

function rowsOf(group: readonly Line[]): readonly Line[] {
  const written = group.filter((line) => !ruler.test(line.raw));
  const isDrawn = written.length < group.length || written.every((line) => /^\s*\|.*\|\s*$/u.test(line.raw));
  const rows = written.map((line) => cellsOf(line.raw));
  const width = rows[0]?.length ?? 0;
  if (!isDrawn || width < leastColumns || written.length < leastRows || rows.some((row) => row.length !== width)) return [];
  const cells = joinRepeated(rows);
  return written.map((line, index) => ({ ...line, row: { cells: cells[index] ?? [], counted: false } }));
}

/** `\|` is a bar of the text; stars and backquotes around a cell are emphasis. */
function cellsOf(raw: string): readonly GridCell[] {
  const texts = raw
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u);
  return texts.map((text, column) => ({ text: plainCell(text), column, colSpan: 1, rowSpan: 1 }));
}

function plainCell(text: string): string {
  return text
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/\\([|*_`\\.()+-])/gu, '$1')
    .replace(/&nbsp;/giu, ' ')
    .trim()
    .replace(/^([*_`]{1,3})(.+)\1$/u, '$2')
    .trim();
}
