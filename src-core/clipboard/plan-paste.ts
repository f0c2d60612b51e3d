/** What pasting a block into a table would do: every cell that changes, and every text that is refused, before anything is done. */
import { sameValue, type CellValue } from '../lib/exact.ts';
import type { CellKey } from '../form/cell-key.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { FormTable } from '../form/edition.ts';
import { cellOf, type Form } from '../form/form.ts';
import { parseCell } from '../form/parse-cell.ts';
import { valueLines } from '../form/value-lines.ts';
import type { Block, BlockCell } from './block.ts';
import { labelsOf, takeLabels } from './table-labels.ts';

export type RefusedReason =
  /** The text is no number, or none of the cell's kind. */
  | 'not-understood'
  /** The cell is computed, and its sum is another. */
  | 'computed'
  /** Beyond the last row or column. */
  | 'outside'
  /** One figure over several columns: whose it is cannot be told. */
  | 'merged';

export type Refused = { readonly reason: RefusedReason; readonly text: string; readonly cell: CellKey | null };
export type Planned = { readonly cell: CellKey; readonly text: string; readonly from: CellValue; readonly to: CellValue };

export type PastePlan = {
  /** In the order of the table; blank texts blank their cells. */
  readonly changes: readonly Planned[];
  /** Cells that have the value already. */
  readonly same: number;
  readonly refused: readonly Refused[];
};

export type PasteOrder = {
  readonly form: Form;
  readonly table: FormTable;
  readonly cells: Cells;
  readonly pending: Readonly<Record<CellKey, string>>;
  readonly block: Block;
  /** The first cell of the selection. */
  readonly at: CellKey;
};

/**
 * A block without labels goes where the selection begins. One that was copied with the table's own labels goes to the
 * rows that they name, from their first column, wherever the selection is.
 */
export function planPaste({ form, table, cells, pending, block, at }: PasteOrder): PastePlan {
  const lines = valueLines(table);
  const startRow = lines.findIndex((line) => line.includes(at));
  const startColumn = lines[startRow]?.indexOf(at) ?? 0;
  const changes = new Map<CellKey, Planned>();
  const refused: Refused[] = [];
  let same = 0;

  const put = (key: CellKey | undefined, text: string): void => {
    if (key === undefined) {
      if (text.trim() !== '') refused.push({ reason: 'outside', text, cell: null });
      return;
    }
    const cell = cellOf(form, key);
    const parsed = parseCell(text, cell.value);
    const isOfUnit = parsed.kind === 'value' && (parsed.unit === null || cell.unitOpen || parsed.unit === cell.column.unit);
    if (!isOfUnit) {
      refused.push({ reason: 'not-understood', text, cell: key });
      return;
    }
    const from = valueAt(cells, key);
    const isSame = sameValue(from, parsed.value) && pending[key] === undefined;
    if (isSame) same += 1;
    else if (!cell.computed) changes.set(key, { cell: key, text: text.trim(), from, to: parsed.value });
    else if (parsed.value !== null) refused.push({ reason: 'computed', text, cell: key });
  };

  for (const { row, column, values, hasLabels } of placeRows(block, table, { startRow, startColumn })) {
    const targets = (lines[row] ?? []).slice(column);
    for (const { index, text, isMerged } of spread(hasLabels ? withoutRoom(values, targets.length) : values, targets.length)) {
      if (isMerged) refused.push({ reason: 'merged', text, cell: targets[index] ?? null });
      else put(targets[index], text);
    }
  }
  return { changes: [...changes.values()].sort(inOrderOf(form)), same, refused };
}

type PlacedRow = { readonly row: number; readonly column: number; readonly values: readonly BlockCell[]; readonly hasLabels: boolean };

function placeRows(
  block: Block,
  table: FormTable,
  start: { readonly startRow: number; readonly startColumn: number },
): readonly PlacedRow[] {
  const labels = labelsOf(table);
  const taken = block.map((row) => takeLabels(row, labels));
  if (taken.every(({ label }) => label === null)) {
    return block.map((values, index) => ({ row: start.startRow + index, column: start.startColumn, values, hasLabels: false }));
  }
  let next = 0;
  return taken.flatMap(({ label, values }): readonly PlacedRow[] => {
    if (values.every(({ text }) => text.trim() === '')) return [];
    const found = label === null ? null : labels.lineOf(label, next);
    // A row that cannot be told stands outside of the table: it is refused, cell by cell.
    const row = found ?? Number.POSITIVE_INFINITY;
    if (found !== null) next = found + 1;
    return [{ row, column: 0, values, hasLabels: true }];
  });
}

/** A label that is merged over several columns leaves blanks behind it in text: they are no values. */
function withoutRoom(values: readonly BlockCell[], places: number): readonly BlockCell[] {
  const blanks = values.findIndex(({ text }) => text.trim() !== '');
  return values.slice(Math.max(0, Math.min(blanks, values.length - places)));
}

type SpreadCell = { readonly index: number; readonly text: string; readonly isMerged: boolean };

/**
 * Where the cells of a row go. As many cells as the row has places go one by one, however wide they are. Otherwise
 * columns count: nothing or nought over several columns stands in each of them, another figure over several is unclear.
 */
function spread(values: readonly BlockCell[], places: number): readonly SpreadCell[] {
  const [first] = values;
  if (first === undefined) return [];
  if (values.length === places || values.every(({ colSpan }) => colSpan === 1)) {
    return values.map(({ text, column }, index) => ({
      index: values.length === places ? index : column - first.column,
      text,
      isMerged: false,
    }));
  }
  return values.flatMap(({ text, column, colSpan }) => {
    const parsed = parseCell(text, 'amount');
    const isMerged = colSpan > 1 && !(parsed.kind === 'value' && (parsed.value === null || sameValue(parsed.value, 0)));
    const columns = Array.from({ length: isMerged ? 1 : colSpan }, (_each, offset) => column - first.column + offset);
    return columns.map((index) => ({ index, text, isMerged }));
  });
}

function inOrderOf(form: Form): (left: Planned, right: Planned) => number {
  const places = new Map(form.cells.map(({ key }, index) => [key, index]));
  return (left, right) => (places.get(left.cell) ?? 0) - (places.get(right.cell) ?? 0);
}
