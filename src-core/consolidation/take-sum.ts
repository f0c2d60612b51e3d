/** The superior's report takes its tables from the sum: every cell that is summed, blank ones too; all else stays. */
import { sameValue } from '../lib/exact.ts';
import { isCellKey } from '../form/cell-key.ts';
import { valueAt } from '../form/edit-cells.ts';
import type { WorkingFiling } from '../filing/edit-filing.ts';
import type { CellSum } from './sum-cells.ts';

/** What is to stand under a table, given what stands there: null for nothing. */
export type NoteOf = (table: string, present: string | null) => string | null;

/** Typed text that is no value gives way to the sum. */
export function takeSum({ filing, pending }: WorkingFiling, sums: readonly CellSum[], noteOf: NoteOf): WorkingFiling {
  const cells = { ...filing.cells };
  const cellUnits = { ...filing.cellUnits };
  const summed = new Set<string>();
  for (const { plan, value, amountUnit } of sums) {
    const { key } = plan.cell;
    summed.add(key);
    // A value that is the same stays as it was written.
    if (!sameValue(valueAt(cells, key), value)) cells[key] = value;
    if (!plan.cell.unitOpen) continue;
    if (amountUnit === null || value === null) delete cellUnits[key];
    else cellUnits[key] = amountUnit;
  }
  const tables = new Set(sums.map(({ plan }) => plan.cell.table.id));
  const tableNotes = { ...filing.tableNotes };
  for (const table of tables) {
    const note = noteOf(table, tableNotes[table] ?? null);
    if (note === null) delete tableNotes[table];
    else tableNotes[table] = note;
  }
  const stays = ([key]: readonly [string, string]) => !(isCellKey(key) && summed.has(key));
  return { filing: { ...filing, cells, cellUnits, tableNotes }, pending: Object.fromEntries(Object.entries(pending).filter(stays)) };
}
