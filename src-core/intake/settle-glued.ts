/** The row whose figures were run together into one, and the row whose figures have moved by a column. */
import type { CellValue } from '../lib/exact.ts';
import type { Form } from '../form/form.ts';
import type { Page } from './read-page.ts';
import { readValue } from './read-value.ts';
import type { IntakeNote } from './report.ts';
import { holds, rowTotals, type RowTotal } from './row-totals.ts';
import type { Piece, Run } from './runs.ts';
import type { Placed } from './settle-by-place.ts';
import { unglue } from './unglue.ts';

const leastSpaced = 3;

/** Null where the row has other pieces than one run of digits. */
export function settleGlued(form: Form, page: Page, run: Run): Placed | null {
  const values = run.pieces.filter((piece) => piece.kind === 'value');
  const [only] = values;
  if (only === undefined || values.length > 1 || only.text.length < run.row.cells.length) return null;
  const isGlued = only.tokens.some((index) => page.sheet.tokens[index]?.isGlued === true);
  // `50 227 420` in a row of three: one figure would leave two cells without any
  const words = only.text.trim().split(/\s+/u);
  const isSpaced = words.length === run.row.cells.length && words.length >= leastSpaced;
  const parts = isSpaced ? words : unglue(only.text, run.row.cells.length, rowTotals(form, run.row), isGlued);
  const note = (code: IntakeNote['code'], expected: string): IntakeNote => ({ code, place: run.row.place, text: only.text, expected });
  if (parts === null) return isGlued ? { pieces: null, notes: [note('glued-unclear', String(run.row.cells.length))] } : null;
  return { pieces: parts.map((text) => ({ ...only, text })), notes: [note('glued-values', parts.join(' '))] };
}

/**
 * A note when the row seems to have moved by a column: its sums fail as it stands and hold when it is moved into a blank,
 * or its total is blank, unlike those of the other rows (`hasTotals`), and stands in the column before.
 */
export function noteOnShift(form: Form, run: Run, pieces: readonly Piece[], hasTotals: boolean): IntakeNote | null {
  const totals = rowTotals(form, run.row);
  const values = pieces.map((piece, index): CellValue => {
    const cell = run.row.cells[index];
    return cell === undefined ? null : (readValue(piece.text, cell)?.value ?? null);
  });
  if (totals.length === 0 || totals.every((total) => holds(values, total))) return null;
  const isRight = (each: readonly CellValue[]) =>
    totals.every((total) => holds(each, total)) && each.some((value) => value !== null && value !== 0);
  const toRight = values.at(-1) === null && isRight([null, ...values.slice(0, -1)]);
  const toLeft = values[0] === null && isRight([...values.slice(1), null]);
  if (!toRight && !toLeft && !(hasTotals && totals.some((total) => standsBefore(values, total)))) return null;
  return { code: 'shifted-row', place: run.row.place, text: pieces.map((piece) => piece.text).join('｜'), expected: '' };
}

/** A blank total whose last part is no less than all others together, as the total of a row that lost a cell is. */
function standsBefore(values: readonly CellValue[], { target, terms }: RowTotal): boolean {
  const last = Number(values[terms.at(-1) ?? -1] ?? 0);
  const others = terms.slice(0, -1).reduce((sum, term) => sum + Number(values[term] ?? 0), 0);
  return values[target] === null && others > 0 && last >= others;
}
