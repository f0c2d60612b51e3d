/** Rows that are for other unit levels: here they are zero or blank. */
import { compareExact, formatExact } from '../lib/exact.ts';
import { valueAt, type Cells } from '../form/edit-cells.ts';
import type { Form, FormCell } from '../form/form.ts';
import type { Finding } from './finding.ts';
import { cellLabel } from './labels.ts';
import { makeFinding } from './make-finding.ts';
import type { AppliesRule } from './rule.ts';

/** One finding for each row that has a figure. */
export function checkApplies(form: Form, rule: AppliesRule, cells: Cells): readonly Finding[] {
  return rowsOf(form, rule).flatMap((row) => {
    const filled = row.filter((cell) => {
      const value = valueAt(cells, cell.key);
      return value !== null && compareExact(value, 0) !== 0;
    });
    const [first] = filled;
    if (first === undefined) return [];
    const list = (language: 'zh' | 'en') =>
      filled.map((cell) => `${cellLabel(cell)[language]} ${formatExact(valueAt(cells, cell.key))}`).join(language === 'zh' ? '、' : ', ');
    const keys = filled.map((cell) => cell.key);
    return [makeFinding(rule, keys, { zh: { row: first.row.short, cells: list('zh') }, en: { row: first.row.en, cells: list('en') } })];
  });
}

type Rows = readonly (readonly FormCell[])[];

const known = new WeakMap<AppliesRule, { readonly form: Form; readonly rows: Rows }>();

/** The cells of each row, looked for once for a form. */
function rowsOf(form: Form, rule: AppliesRule): Rows {
  const before = known.get(rule);
  if (before?.form === form) return before.rows;
  const rows = rule.rows.map((row) => form.cells.filter((cell) => cell.row.id === row && cell.table.id === rule.table));
  known.set(rule, { form, rows });
  return rows;
}
