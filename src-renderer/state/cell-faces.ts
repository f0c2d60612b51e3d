/** What each cell of a form shows. A cell whose face is the same object as before has nothing to do. */
import type { CellKey } from '#core/form/cell-key.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import type { Entered } from '#core/form/enter-text.ts';
import type { Form } from '#core/form/form.ts';
import { sameValue, type CellValue } from '#core/lib/exact.ts';
import type { Finding } from '#core/rules/finding.ts';
import type { Severity } from '#core/rules/rule-base.ts';
import { gravestByCell } from './gravest-by-cell.ts';

export type CellFace = {
  readonly value: CellValue;
  /** Text that is no figure, as it was typed. */
  readonly pending: string | undefined;
  /** The gravest severity of what was found there. */
  readonly severity: Severity | null;
  /** The cell shows it. */
  readonly isMarked: boolean;
};

export type CellFaces = ReadonlyMap<CellKey, CellFace>;

/** Before any cell is shown. */
export const noFaces: CellFaces = new Map();

/** Blank cells are marked one by one once only so few are left in their table. */
const fewBlanks = 20;

/** `before`: the faces until now, of which those that stay are taken over. */
export function facesOf(form: Form, { cells, pending }: Entered, findings: readonly Finding[], before: CellFaces): CellFaces {
  const marked = gravestByCell(findings);
  const marksBlanks = new Set(
    findings.filter((each) => each.kind === 'required' && each.cells.length <= fewBlanks).map(({ table }) => table),
  );
  return new Map(
    form.cells.map(({ key, table }) => {
      const severity = marked[key] ?? null;
      const value = valueAt(cells, key);
      const isMarked = severity === 'error' || (severity === 'warning' && (value !== null || marksBlanks.has(table.id)));
      const face = { value, pending: pending[key], severity, isMarked };
      const old = before.get(key);
      return [key, old !== undefined && isSame(old, face) ? old : face];
    }),
  );
}

function isSame(one: CellFace, other: CellFace): boolean {
  return (
    sameValue(one.value, other.value) && one.pending === other.pending && one.severity === other.severity && one.isMarked === other.isMarked
  );
}
