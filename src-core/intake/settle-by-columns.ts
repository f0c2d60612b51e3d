/**
 * Rows with blank cells in a text that keeps its columns apart by spaces: which cells are blank shows by where the figures
 * stand, when the figures of the whole table form as many columns as the form has, and the row's own sum agrees.
 */
import type { Form } from '../form/form.ts';
import { columnAt, columnsOf, measures, spotsOf, type Measure, type Span, type Spot } from './aligned-columns.ts';
import type { Page } from './read-page.ts';
import { looksLikeValue, readValue } from './read-value.ts';
import type { IntakeNote } from './report.ts';
import { holds, rowTotals } from './row-totals.ts';
import type { Piece, Run } from './runs.ts';
import { separatedRows } from './separated-rows.ts';

type Settled = Map<Run, readonly Piece[] | null>;
/** The figures of a row, all on one line. */
type Figures = { readonly run: Run; readonly spots: readonly Spot[] };

/** Sets the rows that it can prove, and says how many. */
export function settleByColumns(form: Form, page: Page, settled: Settled): readonly IntakeNote[] {
  const isOpen = (run: Run) => (settled.get(run) ?? null) === null && run.row.cells.length > 1 && !run.isGroup;
  if (page.sheet.tokens.some((token) => token.place !== undefined) || !page.runs.some(isOpen)) return [];
  // more than one way of measuring may do, and they must agree then
  const all = [readSeparated(form, page), ...measures.map((measure) => readAligned(form, page, measure))];
  let count = 0;
  for (const run of page.runs.filter(isOpen)) {
    const ways = all.map((way) => way.get(run)).filter((way) => way !== undefined);
    const [pieces] = ways;
    if (pieces === undefined || !ways.every((way) => textsOf(way) === textsOf(pieces))) continue;
    settled.set(run, pieces);
    count += 1;
  }
  if (count > 0 && isAllTaken(page, settled)) {
    for (const run of page.runs.filter(isOpen)) {
      settled.set(run, blanksOf(run, page.sheet.tokens[run.from - 1]?.line ?? 0));
      count += 1;
    }
  }
  const place = page.printed.table.heading;
  return count === 0 ? [] : [{ code: 'read-by-columns', place, text: String(count), expected: '' }];
}

/** Every figure of the table is some row's: rows that have none are blank. */
function isAllTaken({ sheet, matches }: Page, settled: Settled): boolean {
  const taken = new Set([...settled.values()].flatMap((pieces) => pieces?.flatMap((piece) => piece.tokens) ?? []));
  const isOfLabel = (index: number) => matches.some(({ start, end }) => start <= index && index < end);
  return sheet.tokens.every(({ kind, text }, index) => kind !== 'cell' || !looksLikeValue(text) || taken.has(index) || isOfLabel(index));
}

function blanksOf({ row }: Run, line: number): readonly Piece[] {
  return row.cells.map((): Piece => ({ kind: 'blank', text: '', line, tokens: [] }));
}

/** The rows of the page that their columns prove, by the columns of all rows below one head. */
function readAligned(form: Form, page: Page, measure: Measure): ReadonlyMap<Run, readonly Piece[]> {
  const spots = spotsOf(page.sheet, measure);
  const rows = onlyOwn(page.runs.flatMap((run) => figuresOf(page, run, spots)));
  const read = new Map<Run, readonly Piece[]>();
  for (const block of blocksOf(rows)) {
    const columns = provenColumns(form, page, block, spots);
    if (columns === null) continue;
    for (const figures of block) {
      const pieces = piecesOf(figures, columns);
      if (pieces !== null && sumsHold(form, figures.run, pieces)) read.set(figures.run, pieces);
    }
  }
  return read;
}

/** The rows of a page whose cells are parted by one space each, so that a blank one is a space more. */
function readSeparated(form: Form, page: Page): ReadonlyMap<Run, readonly Piece[]> {
  return new Map([...separatedRows(page)].filter(([run, pieces]) => sumsHold(form, run, pieces)));
}

/** What stands like a figure on the lines of the row's label, or where its values were found. */
function figuresOf({ sheet, matches }: Page, run: Run, spots: ReadonlyMap<number, readonly Spot[]>): readonly Figures[] {
  const match = run.row.label === null ? undefined : matches.find((each) => each.target === run.row.label);
  const label = match === undefined ? [] : sheet.tokens.slice(match.start, match.end).map((token) => token.line);
  const lines = new Set([...label, ...run.pieces.filter((piece) => piece.kind === 'value').map((piece) => piece.line)]);
  if (label.length > 0) for (let line = Math.min(...label); line <= Math.max(...label); line += 1) lines.add(line);
  const inLabel = (index: number) => matches.some(({ start, end, exact }) => exact && start <= index && index < end && end - start === 1);
  const found = [...lines].map((line) => (spots.get(line) ?? []).filter((spot) => looksLikeValue(spot.text) && !inLabel(spot.index)));
  const written = found.filter((each) => each.length > 0);
  const [own] = written;
  return own === undefined || written.length > 1 ? [] : [{ run, spots: own }];
}

/** A line that two rows could claim is neither's. */
function onlyOwn(rows: readonly Figures[]): readonly Figures[] {
  const lineOf = ({ spots }: Figures) => spots[0]?.line;
  return rows.filter((row) => rows.every((other) => other === row || lineOf(other) !== lineOf(row)));
}

/** Rows below the same labels, with as many cells. */
function blocksOf(rows: readonly Figures[]): readonly (readonly Figures[])[] {
  const blocks = new Map<string, Figures[]>();
  for (const figures of rows) {
    const key = figures.run.row.heads.join(' ');
    blocks.set(key, [...(blocks.get(key) ?? []), figures]);
  }
  return [...blocks.values()];
}

/** As many columns as the rows have cells: under their labels, or proven by a row without blanks and the sums of every row. */
function provenColumns(
  form: Form,
  page: Page,
  block: readonly Figures[],
  spots: ReadonlyMap<number, readonly Spot[]>,
): readonly Span[] | null {
  const [first] = block;
  if (first === undefined) return null;
  const { row } = first.run;
  const figures = block.flatMap((each) => each.spots);
  const heads = row.heads.map((head) => spansOfLabel(page, head, spots));
  const labelled = columnsOf([...figures, ...heads.flat()]);
  const isUnderHeads =
    labelled.length === row.cells.length &&
    heads.every((own, at) => own.length > 0 && own.every((span) => columnAt(labelled, span) === at));
  if (isUnderHeads && (rowTotals(form, row).length > 0 || isFlush(figures, heads.flat(), labelled))) return labelled;
  const columns = columnsOf(figures);
  // without a row that has a figure in each, a column of blanks could hide and a figure out of place pass for one
  const isFilled = block.some((each) => each.spots.length === row.cells.length);
  if (columns.length !== row.cells.length || !isFilled || rowTotals(form, row).length === 0) return null;
  const isProven = block.every((each) => {
    const pieces = piecesOf(each, columns);
    return pieces !== null && sumsHold(form, each.run, pieces);
  });
  return isProven ? columns : null;
}

/** Figures whose place no sum proves stand exactly as their labels do: all flush left, flush right, or in the middle. */
function isFlush(figures: readonly Spot[], heads: readonly Span[], columns: readonly Span[]): boolean {
  const sides: readonly ((span: Span) => number)[] = [({ from }) => from * 2, ({ end }) => end * 2, ({ from, end }) => from + end];
  const isAt = (side: (span: Span) => number, figure: Spot) =>
    heads.some((head) => columnAt(columns, head) === columnAt(columns, figure) && Math.abs(side(head) - side(figure)) <= 1);
  const isSpread = new Set(figures.map((figure) => columnAt(columns, figure))).size > 1;
  return isSpread && sides.some((side) => figures.every((figure) => isAt(side, figure)));
}

function spansOfLabel({ sheet, matches }: Page, label: number | null, spots: ReadonlyMap<number, readonly Spot[]>): readonly Span[] {
  const match = matches.find((each) => each.target === label);
  if (match === undefined) return [];
  const lines = new Set(sheet.tokens.slice(match.start, match.end).map((token) => token.line));
  return [...lines].flatMap((line) => (spots.get(line) ?? []).filter(({ index }) => match.start <= index && index < match.end));
}

/** The row's figures in their columns, with blanks in the others; null where two share one. */
function piecesOf({ run, spots }: Figures, columns: readonly Span[]): readonly Piece[] | null {
  const places = spots.map((spot) => columnAt(columns, spot));
  if (places.includes(-1) || new Set(places).size < places.length) return null;
  const line = spots[0]?.line ?? 0;
  return run.row.cells.map((_cell, at): Piece => {
    const spot = spots[places.indexOf(at)];
    return spot === undefined
      ? { kind: 'blank', text: '', line, tokens: [] }
      : { kind: 'value', text: spot.text, line, tokens: [spot.index] };
  });
}

function sumsHold(form: Form, run: Run, pieces: readonly Piece[]): boolean {
  const values = run.row.cells.map((cell, at) => readValue(pieces[at]?.text ?? '', cell)?.value ?? null);
  return rowTotals(form, run.row).every((total) => holds(values, total));
}

function textsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('\t');
}
