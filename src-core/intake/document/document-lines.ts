/** The blocks of a document as lines, so that headings, prose and tables are found in it as in a text. */
import type { Line } from '../lines.ts';
import type { DocumentPart, Grid, GridCell } from './document.ts';
import { joinRepeated } from './join-repeated.ts';
import { placeCells } from './place-cells.ts';

type Draft = Omit<Line, 'number'>;

const lineBreak = /\r\n|[\n\r\u2028\u2029]/u;
/** A cell of several paragraphs, or of one so long, that has its row to itself is prose in a frame. */
const longestLabel = 80;

/** The lines of one part, numbered from 1. */
export function linesOfPart(part: DocumentPart): readonly Line[] {
  const drafts = part.blocks.flatMap((block): Draft[] => {
    if (block.kind === 'picture') return [{ raw: '', isPicture: true }];
    return block.kind === 'paragraph' ? block.text.split(lineBreak).map((text) => ({ raw: text.trim() })) : linesOfGrid(block);
  });
  const { name } = part;
  return drafts.map((draft, index) => (name === '' ? { ...draft, number: index + 1 } : { ...draft, source: name, number: index + 1 }));
}

function linesOfGrid(grid: Grid): Draft[] {
  const placed = placeCells(grid.rows);
  const rows = grid.counted ? placed : joinRepeated(placed);
  // one column of cells is a frame around paragraphs
  const isFrame = rows.every((row) => row.length <= 1 && (row[0]?.column ?? 0) === 0);
  return rows.flatMap((cells): Draft[] => {
    const written = cells.filter((cell) => cell.text.trim() !== '');
    const [only] = written;
    if (only === undefined) return isFrame ? [{ raw: '' }] : [{ raw: '', row: { cells, counted: grid.counted } }];
    if (isFrame || (written.length === 1 && isProse(only))) return only.text.split(lineBreak).map((text) => ({ raw: text.trim() }));
    return [{ raw: written.map(inOneLine).join('\t'), row: { cells, counted: grid.counted } }];
  });
}

function isProse({ text }: GridCell): boolean {
  const paragraphs = text.split(lineBreak).filter((each) => each.trim() !== '');
  return text.length > longestLabel || (paragraphs.length > 1 && paragraphs.some((each) => each.length > longestLabel / 2));
}

function inOneLine({ text }: GridCell): string {
  return (/[\n\r]/u.test(text) ? text.replace(/\s*[\n\r]\s*/gu, '') : text).trim();
}
