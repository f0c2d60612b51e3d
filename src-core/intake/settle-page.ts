/** Decides which values the rows of one table have: by place, by the reading order, by what is run together, by the count. */
import type { Form } from '../form/form.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { dropBroken } from './broken-figures.ts';
import { dropDoubtful } from './drop-doubtful.ts';
import type { Page } from './read-page.ts';
import type { IntakeNote } from './report.ts';
import type { Piece, Run } from './runs.ts';
import { settleByColumns } from './settle-by-columns.ts';
import { hasFiguresBeforeLabels, isHeadInPieces, settleByOrder } from './settle-by-order.ts';
import { settleByPlace } from './settle-by-place.ts';
import { settleVertical } from './settle-vertical.ts';
import { noteOnShift, settleGlued } from './settle-glued.ts';

export type Settled = ReadonlyMap<Run, readonly Piece[] | null>;

/** The page with the runs that count, their values (null where they cannot be believed), and what is to be said about that. */
export type SettledPage = { readonly page: Page; readonly settled: Settled; readonly notes: readonly IntakeNote[] };

/** Of the rows of a table, so many have a total where totals are not left out. */
const usually = 0.8;

/** @param byReading what the reading order tells of each run */
export function settlePage(edition: LoadedEdition, page: Page, byReading: Settled): SettledPage {
  const { form } = edition;
  const vertical = settleVertical(page);
  if (vertical !== null) return { page: { ...page, runs: vertical.runs, isByOrder: true }, settled: vertical.pieces, notes: [] };
  const settled = new Map(page.runs.map((run) => [run, inOneRow(page, byReading.get(run) ?? null)] as const));
  const notes = page.runs.flatMap((run) => settleFurther(form, page, run, settled));
  notes.push(...dropShifted(form, page, settled));
  const order = settleByOrder(edition, page, settled);
  if (order !== null) return { page: { ...page, runs: order.runs, isByOrder: true }, settled: order.pieces, notes: [order.note] };
  notes.push(...settleByColumns(form, page, settled));
  notes.push(...dropDoubtful(form, page, settled), ...dropBroken(form, page, settled));
  const figuresFirst = hasFiguresBeforeLabels(page);
  if (!figuresFirst && isHeadInPieces(form, page, settled)) {
    const read = [...settled.values()].filter((pieces) => pieces !== null).length;
    notes.push({ code: 'head-in-pieces', place: page.printed.table.heading, text: String(read), expected: '' });
    return { page: { ...page, isByOrder: true }, settled, notes };
  }
  if (!figuresFirst) return { page, settled, notes };
  const note: IntakeNote = { code: 'figures-before-labels', place: page.printed.table.heading, text: '', expected: '' };
  return { page, settled: new Map(), notes: [note] };
}

/** In a grid, figures and a blank of another row are no row together: a merged cell has pushed them aside. */
function inOneRow({ sheet }: Page, pieces: readonly Piece[] | null): readonly Piece[] | null {
  if (pieces === null) return null;
  const isInGrid = pieces.some((piece) => sheet.tokens[piece.tokens[0] ?? -1]?.place !== undefined);
  return isInGrid && pieces.some((piece) => piece.line !== pieces[0]?.line) ? null : pieces;
}

/** Where the row is in a grid, or its figures were run together, that tells more than the reading order. */
function settleFurther(form: Form, page: Page, run: Run, settled: Map<Run, readonly Piece[] | null>): readonly IntakeNote[] {
  const placed = settleByPlace(page, run) ?? ((settled.get(run) ?? null) === null ? settleGlued(form, page, run) : null);
  if (placed !== null) settled.set(run, placed.pieces);
  return placed?.notes ?? [];
}

/** Rows that have moved by a column are not taken. */
function dropShifted(form: Form, page: Page, settled: Map<Run, readonly Piece[] | null>): readonly IntakeNote[] {
  const read = page.runs.flatMap((run) => {
    const pieces = settled.get(run) ?? null;
    return pieces === null ? [] : [{ run, pieces }];
  });
  const hasTotals = read.filter(({ pieces }) => pieces.at(-1)?.kind === 'value').length >= read.length * usually;
  return read.flatMap(({ run, pieces }) => {
    const note = noteOnShift(form, run, pieces, hasTotals);
    if (note === null) return [];
    settled.set(run, null);
    return [note];
  });
}
