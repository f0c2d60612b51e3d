/**
 * Where figures of a text stand on lines of their own and some row has too few of them, one may have drifted into another
 * row: rows beside it count only where a sum proves them.
 */
import type { Form } from '../form/form.ts';
import type { Page } from './read-page.ts';
import { readValue } from './read-value.ts';
import type { IntakeNote } from './report.ts';
import { holds, rowTotals } from './row-totals.ts';
import type { Piece, Run } from './runs.ts';

/** Drops them from `settled` and says which. */
export function dropDoubtful(form: Form, page: Page, settled: Map<Run, readonly Piece[] | null>): readonly IntakeNote[] {
  const short = page.runs.filter((run) => (settled.get(run) ?? null) === null && run.pieces.some((piece) => piece.kind === 'value'));
  if (short.length === 0) return [];
  const doubtful = page.runs.filter((run) => {
    const pieces = settled.get(run) ?? null;
    if (pieces === null || !isOverLines(page, pieces)) return false;
    const totals = rowTotals(form, run.row);
    const values = pieces.map((piece, index) => {
      const cell = run.row.cells[index];
      return cell === undefined ? null : (readValue(piece.text, cell)?.value ?? null);
    });
    const isBesideShort = short.some((each) => each.row.governing.at(-1) === run.row.governing.at(-1));
    return totals.length === 0 ? isBesideShort && pieces.length > 1 : !totals.every((total) => holds(values, total));
  });
  return doubtful.map((run) => {
    const text = (settled.get(run) ?? []).map((piece) => piece.text).join('｜');
    settled.set(run, null);
    return { code: 'doubtful-row', place: run.row.place, text, expected: '' };
  });
}

function isOverLines(page: Page, pieces: readonly Piece[]): boolean {
  if (page.sheet.marked || pieces.some((piece) => page.sheet.tokens[piece.tokens[0] ?? -1]?.place !== undefined)) return false;
  return new Set(pieces.map((piece) => piece.line)).size > 1;
}
