/** A figure that a narrow column of a PDF has broken over two lines (3737 and below it 46): its row is not taken. */
import type { Form } from '../form/form.ts';
import { labelKey } from './label-key.ts';
import type { Page } from './read-page.ts';
import { looksLikeValue, readValue } from './read-value.ts';
import type { IntakeNote } from './report.ts';
import { holds, rowTotals } from './row-totals.ts';
import type { Piece, Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** Drops from `settled` the rows below which pieces of their figures stand, unless their sums prove them, and says which. */
export function dropBroken(form: Form, page: Page, settled: Map<Run, readonly Piece[] | null>): readonly IntakeNote[] {
  const onLine = new Map<number, Token[]>();
  for (const token of page.sheet.tokens) {
    if (token.place !== undefined) return [];
    if (token.kind === 'cell') onLine.set(token.line, [...(onLine.get(token.line) ?? []), token]);
  }
  return page.runs.flatMap((run): IntakeNote[] => {
    const pieces = settled.get(run) ?? null;
    const line = pieces?.[0]?.line;
    const label = page.printed.labels[run.row.label ?? -1];
    const isOneLine = pieces?.every((piece) => piece.line === line && piece.kind === 'value') === true;
    if (pieces === null || line === undefined || label === undefined || !isOneLine || isProven(form, run, pieces)) return [];
    if (!standsBelow(onLine, line, labelKey(label.text))) return [];
    settled.set(run, null);
    return [{ code: 'doubtful-row', place: run.row.place, text: pieces.map((piece) => piece.text).join('｜'), expected: '' }];
  });
}

function isProven(form: Form, run: Run, pieces: readonly Piece[]): boolean {
  const totals = rowTotals(form, run.row);
  const values = run.row.cells.map((cell, at) => readValue(pieces[at]?.text ?? '', cell)?.value ?? null);
  return totals.length > 0 && totals.every((total) => holds(values, total));
}

/** Figures on the lines below, up to the first words that are no part of the row's own label. */
function standsBelow(onLine: ReadonlyMap<number, readonly Token[]>, from: number, label: string): boolean {
  for (let line = from + 1; ; line += 1) {
    const tokens = onLine.get(line) ?? [];
    const words = tokens.filter((token) => !looksLikeValue(token.text));
    if (tokens.length === 0 || words.some(({ key }) => !label.includes(key))) return false;
    if (words.length < tokens.length) return true;
  }
}
