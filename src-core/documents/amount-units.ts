/** Units of amounts for which the form prints none: shown once beside the column label when all its figures share one. */
import { valueAt } from '../form/edit-cells.ts';
import type { AmountUnit, FormTable } from '../form/edition.ts';
import type { Form, FormCell } from '../form/form.ts';
import type { Filing } from '../filing/filing.ts';

type Figures = Pick<Filing, 'cells' | 'cellUnits'>;

/** The unit to print beside the label of a column, or null. */
export function unitOfColumn(filing: Figures, form: Form, table: FormTable, columnId: string): AmountUnit | null {
  const cells = form.cells.filter((cell) => cell.unitOpen && cell.table.id === table.id && cell.column.id === columnId);
  const units = new Set(cells.filter((cell) => isShown(filing, cell)).map((cell) => filing.cellUnits[cell.key] ?? null));
  const [unit] = units;
  return units.size === 1 ? (unit ?? null) : null;
}

/** The unit to print beside a figure, where the column's heading does not print it. */
export function unitBeside(filing: Figures, form: Form, cell: FormCell): AmountUnit | null {
  if (!cell.unitOpen || valueAt(filing.cells, cell.key) === null) return null;
  return unitOfColumn(filing, form, cell.table, cell.column.id) === null ? (filing.cellUnits[cell.key] ?? null) : null;
}

function isShown(filing: Figures, cell: FormCell): boolean {
  return valueAt(filing.cells, cell.key) !== null || filing.cellUnits[cell.key] !== undefined;
}
