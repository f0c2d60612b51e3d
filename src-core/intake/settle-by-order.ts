/**
 * Text copied from a PDF may have the figures of a row before its label, or between two lines of it. Where a table has
 * exactly as many figures as the form, and nothing in it that is not the form's, their order tells whose they are.
 */
import { sameValue, sumExact, type CellValue } from '../lib/exact.ts';
import type { Form } from '../form/form.ts';
import type { Page } from './read-page.ts';
import { looksLikeValue, readValue } from './read-value.ts';
import type { IntakeNote } from './report.ts';
import type { Piece, Run } from './runs.ts';
import type { Token } from './tokens.ts';

export type Ordered = { readonly runs: readonly Run[]; readonly pieces: ReadonlyMap<Run, readonly Piece[]>; readonly note: IntakeNote };

/** Null where the labels tell all, or where the order does not tell. */
export function settleByOrder(form: Form, page: Page, settled: ReadonlyMap<Run, readonly Piece[] | null>): Ordered | null {
  const { printed, sheet, matches } = page;
  const unsettled = printed.rows.filter((row) => !page.runs.some((run) => run.row === row && (settled.get(run) ?? null) !== null));
  if (unsettled.length === 0 || sheet.tokens.some((token) => token.place !== undefined || token.kind === 'blank')) return null;
  const labels = new Set(matches.flatMap(({ start, end }) => Array.from({ length: end - start }, (_each, index) => start + index)));
  const rest = sheet.tokens.flatMap((token, index) => (token.kind === 'cell' && !labels.has(index) ? [{ token, index }] : []));
  const count = printed.rows.reduce((sum, row) => sum + row.cells.length, 0);
  const figures = rest.filter(({ token }) => looksLikeValue(token.text));
  const values = figures.length === count ? figures : figures.flatMap(apart);
  const governing = new Set(printed.rows.flatMap((row) => row.governing));
  const isForm =
    values.length === count &&
    rest.every((each) => figures.includes(each) || isPieceOfLabel(page, each.token)) &&
    [...governing].every((label) => matches.some((match) => match.target === label));
  if (!isForm) return null;
  const pieces = new Map<Run, readonly Piece[]>();
  let at = 0;
  const runs = printed.rows.map((row): Run => {
    const own = values.slice(at, at + row.cells.length);
    at += row.cells.length;
    const found = own.map(({ token, index }): Piece => ({ kind: 'value', text: token.text, line: token.line, tokens: [index] }));
    const run: Run = { row, pieces: found, from: own[0]?.index ?? 0, coveredAfter: 0, coveredByLabel: 0, atEnd: false, isGroup: false };
    pieces.set(run, found);
    return run;
  });
  const byLabels = new Map(page.runs.map((run) => [run, settled.get(run) ?? null]));
  if (totalsHeld(form, pieces) < totalsHeld(form, byLabels)) return null;
  const place = printed.table.heading;
  return { runs, pieces, note: { code: 'read-by-order', place, text: String(unsettled.length), expected: '' } };
}

/** `50 227 420` may be one figure or three. */
function apart({ token, index }: { token: Token; index: number }): readonly { token: Token; index: number }[] {
  return token.text
    .trim()
    .split(/\s+/u)
    .map((text) => ({ token: { ...token, text }, index }));
}

function isPieceOfLabel({ printed }: Page, { key }: Token): boolean {
  return printed.labels.some((label) => [...label.keys.keys()].some((each) => each.includes(key)));
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

/** How many totals of the form agree with their parts. */
function totalsHeld(form: Form, pieces: ReadonlyMap<Run, readonly Piece[] | null>): number {
  const values = new Map<string, CellValue>();
  for (const [run, found] of pieces) {
    for (const [index, cell] of run.row.cells.entries()) {
      const piece = found?.[index];
      const read = piece === undefined ? null : readValue(piece.text, cell);
      if (read !== null) values.set(cell.key, read.value);
    }
  }
  return form.totals.filter((total) => {
    const stated = values.get(total.target);
    const sum = sumExact(total.terms.map((term) => ({ coefficient: 1, value: values.get(term) ?? null })));
    return stated !== undefined && stated !== null && sameValue(stated, sum);
  }).length;
}
