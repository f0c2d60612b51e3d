/** Reads the values of a row where they stand in a grid: right of its label, each below the label of its column. */
import type { LabelMatch } from './match-labels.ts';
import type { Page } from './read-page.ts';
import type { IntakeNote } from './report.ts';
import type { Piece, Run } from './runs.ts';
import { looksLikeValue } from './read-value.ts';
import type { Token, TokenPlace } from './tokens.ts';

/** `pieces` is null where the row cannot be believed; the notes say why. */
export type Placed = { readonly pieces: readonly Piece[] | null; readonly notes: readonly IntakeNote[] };

type Cell = { readonly index: number; readonly token: Token; readonly place: TokenPlace };
type Range = { readonly from: number; readonly end: number };

const zero = /^[0０]$/u;

/** Null for a row that is not in a grid, or whose grid does not tell; the reading order may still tell. */
export function settleByPlace(page: Page, run: Run): Placed | null {
  const cells = cellsRightOfLabel(page, run);
  const [first] = cells;
  if (first === undefined) return null;
  const count = run.row.cells.length;
  if (first.place.counted && cells.length === count) return { pieces: cells.map(pieceOf), notes: [] };
  const ranges = rangesOf(page, run);
  if (ranges === null) return null;
  const under = ranges.map((range) => cellUnder(cells, range));
  // a row with a cell too few: all behind it have moved
  if (first.place.counted && under.includes(null)) return { pieces: null, notes: [] };
  const taken = under.flatMap((cell) => (cell === null || cell === 'several' ? [] : [cell]));
  const isTaken = (cell: Cell) => taken.includes(cell) || ranges.some((range) => isRepetition(cell, cellUnder(cells, range), range));
  const isWhole = taken.length === count && cells.every((cell) => cell.token.kind !== 'cell' || isTaken(cell));
  return isWhole ? withMerged(run, taken) : null;
}

/** One cell below several columns: a nought or a blank is as good in each of them, a figure is nobody's. */
function withMerged(run: Run, taken: readonly Cell[]): Placed {
  const merged = [...new Set(taken.filter((cell, index) => taken.indexOf(cell) !== index))];
  const place = run.row.place;
  const unclear = merged.filter(({ token }) => token.kind === 'cell' && !zero.test(token.text));
  const note = (code: IntakeNote['code'], { token }: Cell): IntakeNote => ({ code, place, text: token.text, expected: '' });
  if (unclear.length > 0) return { pieces: null, notes: unclear.map((cell) => note('merged-value-unclear', cell)) };
  const zeros = merged.filter(({ token }) => token.kind === 'cell');
  return { pieces: taken.map(pieceOf), notes: zeros.map((cell) => note('merged-value', cell)) };
}

function pieceOf({ index, token }: Cell): Piece {
  return { kind: token.kind === 'cell' ? 'value' : 'blank', text: token.text, line: token.line, tokens: [index] };
}

/** The cells of the row's line behind its label, up to another label in the same line. */
function cellsRightOfLabel(page: Page, run: Run): readonly Cell[] {
  const { tokens } = page.sheet;
  const line = run.row.label === null ? lineBelowHead(page, run) : tokens[run.from - 1]?.line;
  const next = page.matches.find((match) => match.start >= run.from)?.start ?? tokens.length;
  const cells: Cell[] = [];
  for (let index = run.from; index < next; index += 1) {
    const token = tokens[index];
    if (token?.line === line && token?.place !== undefined) cells.push({ index, token, place: token.place });
  }
  return cells;
}

/** A row without a label is the first line below its head that holds anything like a value. */
function lineBelowHead({ sheet }: Page, run: Run): number | undefined {
  const headLine = sheet.tokens[run.from - 1]?.line ?? 0;
  const isValue = (token: Token) => token.kind === 'cell' && token.line > headLine && looksLikeValue(token.text);
  return sheet.tokens.find((token, index) => index >= run.from && isValue(token))?.line;
}

const rangesByPage = new WeakMap<Page, Map<string, readonly Range[] | null>>();

/** The rows of a table mostly have the same labels above them. */
function rangesOf(page: Page, run: Run): readonly Range[] | null {
  const ofPage = rangesByPage.get(page) ?? new Map<string, readonly Range[] | null>();
  rangesByPage.set(page, ofPage);
  const heads = run.row.heads.join();
  const known = ofPage.get(heads);
  if (known !== undefined) return known;
  const ranges = columnRanges(page, run);
  ofPage.set(heads, ranges);
  return ranges;
}

/** The columns below the lowest label of each cell, ascending and apart from each other; null where they are not. */
function columnRanges({ sheet, matches }: Page, run: Run): readonly Range[] | null {
  const found = run.row.heads.map((head) => {
    const match = matches.find((each) => each.target === head);
    return match === undefined ? null : rangeOf(sheet.tokens, match);
  });
  const ranges = found.map((range, index) => range ?? between(found, index));
  const known = ranges.filter((range) => range !== null);
  const ascending = known.every((range, index) => index === 0 || (known[index - 1]?.end ?? 0) <= range.from);
  return known.length === ranges.length && ascending ? known : null;
}

/** A column whose label is not recognised, between two that are, with just room for it. */
function between(found: readonly (Range | null)[], index: number): Range | null {
  const before = found.slice(0, index).findLastIndex((range) => range !== null);
  const after = found.findIndex((range, at) => at > index && range !== null);
  const left = found[before]?.end;
  const right = found[after]?.from;
  if (left === undefined || right === undefined || right - left !== after - before - 1) return null;
  const from = left + index - before - 1;
  return { from, end: from + 1 };
}

function rangeOf(tokens: readonly Token[], match: LabelMatch): Range | null {
  const places = tokens.slice(match.start, match.end).flatMap((token) => (token.place === undefined ? [] : [token.place]));
  if (places.length === 0) return null;
  return { from: Math.min(...places.map((place) => place.column)), end: Math.max(...places.map((place) => place.end)) };
}

/** The one cell below a column label; of several, the only one that is not blank, or the first where all say the same. */
function cellUnder(cells: readonly Cell[], range: Range): Cell | 'several' | null {
  const below = cells.filter((cell) => isUnder(cell, range));
  const written = below.filter(({ token }) => token.kind === 'cell');
  const [first] = written;
  if (first === undefined) return below[0] ?? null;
  return written.every(({ token }) => token.text === first.token.text) ? first : 'several';
}

/** A converter repeats the value of a merged cell in every place that it covered. */
function isRepetition(cell: Cell, value: Cell | 'several' | null, range: Range): boolean {
  return value !== null && value !== 'several' && isUnder(cell, range) && cell.token.text === value.token.text;
}

function isUnder({ place }: Cell, { from, end }: Range): boolean {
  return place.column < end && from < place.end;
}
