/** The superior's own report as it begins: the tables are the sum, everything else is still to be written. */
import type { CellValue } from '../lib/exact.ts';
import type { AmountUnit } from '../form/edition.ts';
import type { CellKey } from '../form/cell-key.ts';
import { blankCells } from '../form/edit-cells.ts';
import type { Filing } from '../filing/filing.ts';
import { newFiling } from '../filing/new-filing.ts';
import type { Consolidation } from './consolidate.ts';

/** `note` is printed under every table of an incomplete sum; null for a complete one. */
export function consolidatedFiling({ unit, reportYear, edition, sums }: Consolidation, note: string | null): Filing {
  const filing = newFiling(unit, reportYear, edition);
  const cells: Record<CellKey, CellValue> = { ...blankCells(edition.form) };
  const cellUnits: Record<CellKey, AmountUnit> = {};
  for (const { plan, value, amountUnit } of sums) {
    cells[plan.cell.key] = value;
    if (amountUnit !== null && value !== null) cellUnits[plan.cell.key] = amountUnit;
  }
  const tables = new Set(sums.map(({ plan }) => plan.cell.table.id));
  const tableNotes = note === null ? {} : Object.fromEntries([...tables].map((table) => [table, note]));
  return { ...filing, cells, cellUnits, tableNotes };
}
