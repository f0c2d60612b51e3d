/** A carry-over as a preview, to be shown and chosen from as that of a file. */
import { valueAt } from '../../form/edit-cells.ts';
import { cellOf, type Form } from '../../form/form.ts';
import type { CarryOver } from '../../rules/carry-over.ts';
import type { Filing } from '../../filing/filing.ts';
import type { IntakePreview, IntakeSource, PreviewCell } from './preview.ts';

/** The preview of a carry-over, to be shown and chosen from as that of a file. */
export function previewCarryOver(form: Form, filing: Filing, { carried }: CarryOver, source: IntakeSource): IntakePreview {
  const tables = form.edition.tables.map(({ id }) => {
    const cells = carried.flatMap(({ cell, value }): readonly PreviewCell[] => {
      if (cellOf(form, cell).table.id !== id || value === null) return [];
      const from = valueAt(filing.cells, cell);
      const kind = from === null ? 'new' : from === value ? 'same' : 'conflict';
      return [{ cell, kind, from, to: value, unit: null, note: null }];
    });
    return { table: id, cells, kept: [], notFound: [], notUnderstood: [], statedTotals: [], notes: [], tableNote: null };
  });
  return { source, tables, sections: [], notes: [] };
}
