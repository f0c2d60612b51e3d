/** Reads one table whose labels were found: which values its rows have, and what could not be understood. */
import type { CellValue } from '../lib/exact.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { FormCell } from '../form/form.ts';
import { cellPlace } from './cell-label.ts';
import type { LabelMatch } from './match-labels.ts';
import type { PrintedTable } from './printed-table.ts';
import { readValue } from './read-value.ts';
import type { IntakeNote, NotUnderstood } from './report.ts';
import type { Piece, Run } from './runs.ts';
import { collectStrayText, strayWords } from './stray-text.ts';
import type { Sheet } from './tokens.ts';

export type Page = {
  readonly printed: PrintedTable;
  readonly sheet: Sheet;
  readonly matches: readonly LabelMatch[];
  readonly runs: readonly Run[];
  /** True where the order of the figures told more than the labels: the labels of the head need not be found then. */
  readonly isByOrder?: true;
};

/** `values` has the cells that were found and understood, blank ones included. */
export type ReadPage = {
  readonly values: ReadonlyMap<CellKey, CellValue>;
  readonly cellUnits: ReadonlyMap<CellKey, AmountUnit>;
  readonly cellNotes: ReadonlyMap<CellKey, string>;
  readonly tableNote: string | null;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly notes: readonly IntakeNote[];
};

/** `settled` has the cells of each run, or null where their number is not the form's. */
export function readPage(page: Page, settled: ReadonlyMap<Run, readonly Piece[] | null>): ReadPage {
  const { matches } = page;
  const notes = notesOnLabels(page);
  const values = new Map<CellKey, CellValue>();
  const cellUnits = new Map<CellKey, AmountUnit>();
  const cellNotes = new Map<CellKey, string>();
  const unreadable: NotUnderstood[] = [];
  const taken = new Set<number>();
  for (const match of matches) for (let index = match.start; index < match.end; index += 1) taken.add(index);
  const isTaken = (index: number) => taken.has(index);
  const readCell = (cell: FormCell, piece: Piece): void => {
    const read = readValue(piece.text, cell);
    if (read === null) {
      const source = page.sheet.tokens[piece.tokens[0] ?? -1]?.source;
      unreadable.push({ place: cellPlace(cell), line: piece.line, text: piece.text, ...(source === undefined ? {} : { source }) });
      return;
    }
    values.set(cell.key, read.value);
    if (read.note !== null) cellNotes.set(cell.key, read.note);
    if (!cell.unitOpen) return;
    const { unit, note } = settleUnit(cell, read.value, read.unit, unitInHead(page, cell));
    if (unit !== null) cellUnits.set(cell.key, unit);
    if (note !== null) notes.push(note);
  };
  for (const run of page.runs) {
    const pieces = settled.get(run) ?? null;
    const place = run.row.place;
    const strange = page.isByOrder === true ? null : strangeColumns(page, run, isTaken);
    if (strange !== null) {
      notes.push({ code: 'unknown-columns', place, text: strange, expected: run.row.cells.map((cell) => cell.column.label).join('｜') });
    } else if (pieces === null) {
      const count = run.pieces.filter((piece) => piece.kind === 'value').length;
      // where the number is right there is another reason, which has its own note
      const code = 'wrong-number-of-values';
      if (count !== run.row.cells.length) notes.push({ code, place, text: String(count), expected: String(run.row.cells.length) });
    } else {
      for (const index of pieces.flatMap((piece) => piece.tokens)) taken.add(index);
      if (run.isGroup) notes.push({ code: 'one-row-for-group', place, text: run.row.cells[0]?.row.path.at(-2) ?? '', expected: place });
      for (const [index, cell] of run.row.cells.entries()) {
        const piece = pieces[index];
        if (piece !== undefined) readCell(cell, piece);
      }
    }
  }
  const stray = collectStrayText(page, isTaken);
  const notUnderstood = [...unreadable, ...stray.notUnderstood].toSorted((one, other) => one.line - other.line);
  return { values, cellUnits, cellNotes, tableNote: stray.tableNote, notUnderstood, notes };
}

function notesOnLabels({ printed, sheet, matches }: Page): IntakeNote[] {
  const place = printed.table.heading;
  const altered = matches.filter((match) => !match.exact);
  return [
    ...altered.map((match): IntakeNote => {
      const label = printed.labels[match.target];
      return { code: 'altered-label', place: label?.place ?? place, text: match.text, expected: label?.text ?? '' };
    }),
    ...sheet.pageNumbers.map((token): IntakeNote => ({ code: 'page-number', place, text: token.text, expected: '' })),
  ];
}

/**
 * The words that stand where a column label above the row should stand, or such a label elsewhere in the head, or
 * null. The columns may then mean something else, as those of another edition do.
 */
function strangeColumns({ printed, sheet, matches }: Page, run: Run, isTaken: (index: number) => boolean): string | null {
  const headEnd = matches.find((match) => match.target > (run.row.governing.at(-1) ?? 0))?.start ?? run.from;
  const strange = run.row.governing.flatMap((target) => {
    if (matches.some((match) => match.target === target)) return [];
    const from = matches.findLast((match) => match.target < target)?.end ?? 0;
    const to = matches.find((match) => match.target > target)?.start ?? run.from;
    const keys = printed.labels[target]?.keys;
    const elsewhere = sheet.tokens.filter((token, index) => index < headEnd && !isTaken(index) && keys?.has(token.key) === true);
    return [...strayWords(sheet.tokens, from, to, isTaken), ...elsewhere];
  });
  return strange.length === 0 ? null : [...new Set(strange)].map((token) => token.text).join('｜');
}

/** The unit that the column heading names, as in 采购总金额（万元）. */
function unitInHead({ printed, matches }: Page, cell: FormCell): AmountUnit | null {
  const head = matches.find((match) => match.unit !== null && printed.labels[match.target]?.unitColumns.includes(cell.column.id) === true);
  return head?.unit ?? null;
}

/** The unit beside the figure counts for more than the one in the column heading. */
function settleUnit(
  cell: FormCell,
  value: CellValue,
  beside: AmountUnit | null,
  inHead: AmountUnit | null,
): { unit: AmountUnit | null; note: IntakeNote | null } {
  const place = cellPlace(cell);
  if (beside !== null && inHead !== null && beside !== inHead) {
    return { unit: beside, note: { code: 'unit-differs', place, text: beside, expected: inHead } };
  }
  const unit = beside ?? inHead;
  const isOpen = unit === null && value !== null;
  return { unit, note: isOpen ? { code: 'unit-not-stated', place, text: '', expected: '' } : null };
}
