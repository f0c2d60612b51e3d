/** Texts that part the cells of a row by one space each: two spaces are a blank cell between, when all rows have it so. */
import type { Page } from './read-page.ts';
import type { Piece, Run } from './runs.ts';

/** With fewer cells it would be chance that the spaces make up the form's number of them. */
const leastCells = 8;

/** The pieces of all rows, or of none: one row with another number of cells, and the spaces mean something else. */
export function separatedRows(page: Page): ReadonlyMap<Run, readonly Piece[]> {
  const rows = page.runs.map((run) => ({ run, pieces: piecesOf(page, run) }));
  const found = rows.flatMap(({ run, pieces }) => (pieces === null ? [] : [[run, pieces] as const]));
  const cells = found.reduce((sum, [run]) => sum + run.row.cells.length, 0);
  return found.length < rows.length || cells < leastCells ? new Map() : new Map(found);
}

/** Null for a row with another number of cells. A row of blanks may have lost the spaces at the end of its line. */
function piecesOf({ sheet }: Page, run: Run): readonly Piece[] | null {
  const { tokens, lines } = sheet;
  const label = run.row.label === null ? null : tokens[run.from - 1];
  const at = label?.line ?? run.pieces.find((piece) => piece.kind === 'value')?.line;
  const line = lines.find((each) => each.number === at);
  if (at === undefined || line === undefined || line.row !== undefined || /[\t|]/u.test(line.raw)) return null;
  const from = label === null || label === undefined ? 0 : line.raw.lastIndexOf(label.text) + label.text.length;
  const rest = label === null ? ` ${line.raw}` : line.raw.slice(from);
  const isBare = rest.trim() === '';
  if (isBare && run.pieces.some((piece) => piece.kind === 'value')) return null;
  const texts = isBare ? run.row.cells.map(() => '') : rest.split(' ').slice(1);
  if (texts.length !== run.row.cells.length || /^\S/u.test(rest)) return null;
  const indexes = tokens.flatMap((token, index) => (token.line === at && index >= run.from && token.kind === 'cell' ? [index] : []));
  const written = texts.filter((text) => text !== '');
  // the tokens of the line are its figures one by one, else they were cut in another way
  if (indexes.length !== written.length || indexes.some((index, order) => tokens[index]?.text !== written[order])) return null;
  let next = 0;
  return texts.map((text): Piece => {
    if (text === '') return { kind: 'blank', text: '', line: at, tokens: [] };
    const index = indexes[next];
    next += 1;
    return { kind: 'value', text, line: at, tokens: index === undefined ? [] : [index] };
  });
}
