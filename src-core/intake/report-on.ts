/** The part of an intake's report that is counted: what was found, and which stated totals differ from their sums. */
import { sameValue } from '../lib/exact.ts';
import { computeTotal, valueAt, type Cells } from '../form/edit-cells.ts';
import { cellOf } from '../form/form.ts';
import { cellLabel } from './cell-label.ts';
import { intakeReportFormat, type IntakeReport, type NotUnderstood } from './report.ts';
import type { LoadedEdition } from '../rules/loaded-edition.ts';

export type Counted = {
  /** The keys of the cells that were found and understood. */
  readonly known: ReadonlySet<string>;
  readonly notUnderstood: readonly NotUnderstood[];
};

export function reportOn(
  { known, notUnderstood }: Counted,
  cells: Cells,
  { fileName, edition }: { readonly fileName: string; readonly edition: LoadedEdition },
): Omit<IntakeReport, 'notes'> {
  const { form } = edition;
  const notFound = form.cells.filter((cell) => !known.has(cell.key));
  const statedTotals = form.totals.flatMap((total) => {
    const stated = valueAt(cells, total.target);
    const computed = computeTotal(cells, total);
    const isComplete = total.terms.every((term) => known.has(term));
    if (stated === null || !isComplete || sameValue(stated, computed)) return [];
    return [{ cell: total.target, label: cellLabel(cellOf(form, total.target)), stated, computed }];
  });
  return {
    format: intakeReportFormat,
    fileName,
    edition: edition.id,
    found: form.cells.length - notFound.length,
    expected: form.cells.length,
    notFound: notFound.map((cell) => ({ cell: cell.key, label: cellLabel(cell) })),
    notUnderstood,
    statedTotals,
  };
}
