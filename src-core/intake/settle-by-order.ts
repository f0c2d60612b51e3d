/**
 * Text copied from a PDF may have the figures of a row before its label, or between two lines of it. Where a table has
 * exactly as many figures as the form, and nothing in it that is not the form's, their order tells whose they are.
 */
import { sameValue, sumExact, type CellValue } from '../lib/exact.ts';
import type { Form } from '../form/form.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { balancesOf } from './balances.ts';
import { figuresInOrder, type Figure } from './figures-in-order.ts';
import type { PrintedRow } from './printed-table.ts';
import type { Page } from './read-page.ts';
import { looksLikeValue, readValue } from './read-value.ts';
import type { IntakeNote } from './report.ts';
import { holds, rowTotals } from './row-totals.ts';
import type { Piece, Run } from './runs.ts';
import { settleBySums } from './settle-by-sums.ts';
import type { Token } from './tokens.ts';
import { hasHeadOfForm, hasWordsOfForm } from './words-of-form.ts';

/** `pieces` is null for a row that the order does not tell. */
export type Ordered = {
  readonly runs: readonly Run[];
  readonly pieces: ReadonlyMap<Run, readonly Piece[] | null>;
  readonly note: IntakeNote;
};

/** Of the sums of a table whose head cannot be read, so many must hold: reports have mistakes, but not many. */
const leastHeld = 0.8;

/** Null where the labels tell all, or where the order does not tell. */
export function settleByOrder(edition: LoadedEdition, page: Page, settled: ReadonlyMap<Run, readonly Piece[] | null>): Ordered | null {
  const { form } = edition;
  const { printed, sheet, matches } = page;
  const unsettled = printed.rows.filter((row) => !page.runs.some((run) => run.row === row && (settled.get(run) ?? null) !== null));
  const isHeadRead = printed.rows.every((row) => row.governing.every((label) => matches.some((match) => match.target === label)));
  if ((unsettled.length === 0 && isHeadRead) || sheet.tokens.some((token) => token.place !== undefined)) return null;
  const figures = figuresInOrder(page);
  if (figures === null) return null;
  const place = printed.table.heading;
  const note: IntakeNote = { code: 'read-by-order', place, text: String(unsettled.length || printed.rows.length), expected: '' };
  const inOrder = assign(printed.rows, figures);
  const hasSums = printed.rows.some((row) => rowTotals(form, row).length > 0);
  const hasBlanks = sheet.tokens.some((token) => token.kind === 'blank');
  if (isHeadRead && !hasBlanks && hasOnlyPieces(page, figures) && (hasSums || isUnparted(page, inOrder))) {
    const held = totalsHeld(form, inOrder.pieces).held;
    // figures over several lines whose sums fail may be pieces of one that a narrow cell has broken
    const isBetter = held >= totalsHeld(form, new Map(page.runs.map((run) => [run, settled.get(run) ?? null]))).held;
    if (isBetter) return { ...withoutDoubtful(form, inOrder), note };
  }
  if (!hasWordsOfForm(sheet.tokens, printed.table)) return null;
  const ordered = provenOrder(edition, printed.rows, figures);
  return ordered === null ? null : { ...ordered, note };
}

/**
 * True where the head stands in pieces, as PDFs break it, but all of its letters are there, every row stands behind its own
 * label, and the sums agree: a row that is blank or missing then says nothing about the others.
 */
export function isHeadInPieces(form: Form, page: Page, settled: Ordered['pieces']): boolean {
  const { printed, sheet, matches } = page;
  const governing = new Set(printed.rows.flatMap((row) => row.governing));
  if (sheet.tokens.some((token) => token.place !== undefined)) return false;
  if ([...governing].every((label) => matches.some((match) => match.target === label))) return false;
  const first = printed.rows[0]?.firstLabel ?? 0;
  const start = matches.find((match) => match.target >= first)?.start ?? 0;
  const head = sheet.tokens.slice(0, start);
  // a figure above the first label would be that of a row whose figures stand before its label, and so would all others be
  if (head.some((token) => token.kind === 'cell' && looksLikeValue(token.text))) return false;
  return hasHeadOfForm(head, printed.table) && isProven(form, settled);
}

/** The figures as they come, or sorted by their sums, where the sums of the table prove it. */
function provenOrder(edition: LoadedEdition, rows: readonly PrintedRow[], figures: readonly Figure[]): Omit<Ordered, 'note'> | null {
  const { form } = edition;
  const inOrder = assign(rows, figures);
  if (isProven(form, inOrder.pieces)) return withoutDoubtful(form, inOrder);
  const sorted = settleBySums(form, balancesOf(edition), rows, figures);
  if (sorted === null) return null;
  const bySums = assign(rows, sorted);
  return isProven(form, bySums.pieces) ? bySums : null;
}

function isProven(form: Form, pieces: Ordered['pieces']): boolean {
  const { held, all } = totalsHeld(form, pieces);
  return all > 0 && held >= all * leastHeld;
}

/** A row whose own sum fails is believed only where its figures stand on one line. */
function withoutDoubtful(form: Form, { runs, pieces }: Omit<Ordered, 'note'>): Omit<Ordered, 'note'> {
  const believed = new Map(
    [...pieces].map(([run, found]) => {
      const values = (found ?? []).map(({ text }, index) => valueOf(text, run.row, index));
      const isOneLine = new Set(found?.map((piece) => piece.line)).size === 1;
      return [run, isOneLine || rowTotals(form, run.row).every((total) => holds(values, total)) ? found : null] as const;
    }),
  );
  return { runs, pieces: believed };
}

function assign(rows: readonly PrintedRow[], figures: readonly Figure[]): Omit<Ordered, 'note'> {
  const pieces = new Map<Run, readonly Piece[]>();
  let at = 0;
  const runs = rows.map((row): Run => {
    const own = figures.slice(at, at + row.cells.length);
    at += row.cells.length;
    const found = own.map(({ text, line, index }): Piece => ({ kind: 'value', text, line, tokens: [index] }));
    const run: Run = { row, pieces: found, from: own[0]?.index ?? 0, coveredAfter: 0, coveredByLabel: 0, atEnd: false, isGroup: false };
    pieces.set(run, found);
    return run;
  });
  return { runs, pieces };
}

/** No words stand between the figures of one row, so that each row is one block of them. */
function isUnparted({ sheet }: Page, { runs }: Omit<Ordered, 'note'>): boolean {
  return runs.every(({ pieces }) => {
    const places = pieces.flatMap((piece) => piece.tokens);
    const between = sheet.tokens.slice(Math.min(...places), Math.max(...places) + 1);
    return between.every((token) => token.kind !== 'cell' || looksLikeValue(token.text));
  });
}

/** Nothing stands between the labels but figures and pieces of labels. */
function hasOnlyPieces({ printed, sheet, matches }: Page, figures: readonly Figure[]): boolean {
  const taken = new Set(figures.map((figure) => figure.index));
  for (const { start, end } of matches) for (let index = start; index < end; index += 1) taken.add(index);
  const isPiece = ({ key }: Token) => printed.labels.some((label) => [...label.keys.keys()].some((each) => each.includes(key)));
  return sheet.tokens.every((token, index) => token.kind !== 'cell' || taken.has(index) || isPiece(token));
}

/**
 * True where figures for a whole row stand between the head of the table and the first label: then labels do not tell whose
 * the figures behind them are.
 */
export function hasFiguresBeforeLabels({ printed, sheet, matches }: Page): boolean {
  const [first] = printed.rows;
  const label = matches.find((match) => match.target === first?.label);
  const head = matches.findLast((match) => match.target < (first?.firstLabel ?? 0));
  if (first === undefined || label === undefined || head === undefined) return false;
  const between = sheet.tokens.slice(head.end, label.start).filter((token) => token.kind === 'cell' && token.place === undefined);
  return between.filter((token) => looksLikeValue(token.text)).length === first.cells.length;
}

/** How many totals of the form agree with their parts, of those whose cells are all there. */
export function totalsHeld(form: Form, pieces: Ordered['pieces']): { readonly held: number; readonly all: number } {
  const values = new Map<string, CellValue>();
  for (const [run, found] of pieces) {
    for (const [index, cell] of run.row.cells.entries()) {
      const piece = found?.[index];
      const read = piece === undefined ? null : readValue(piece.text, cell);
      if (read !== null) values.set(cell.key, read.value);
    }
  }
  const stated = form.totals.filter((total) => values.has(total.target) && total.terms.every((term) => values.has(term)));
  const held = stated.filter((total) => {
    const sum = sumExact(total.terms.map((term) => ({ coefficient: 1, value: values.get(term) ?? null })));
    return sameValue(values.get(total.target) ?? null, sum);
  });
  return { held: held.length, all: stated.length };
}

function valueOf(text: string, row: PrintedRow, index: number): CellValue {
  const cell = row.cells[index];
  return cell === undefined ? null : (readValue(text, cell)?.value ?? null);
}
