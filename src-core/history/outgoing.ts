/** The journal as it goes out with a bundle: who did what and which figures changed, but no draft that was written over. */
import * as v from 'valibot';
import type { FilingChange } from './change.ts';
import { decodeChanges } from './decode-changes.ts';
import type { JournalEntry } from './entry.ts';

const withChanges = v.looseObject({ changes: v.unknown() });

/**
 * Figures keep both values: the superior may ask why one was changed. Of everything else only the place is said: the
 * sentence that somebody thought better of, and what was typed by mistake, stay in the unit's own journal, with the
 * digest that the entry has there.
 */
export function outgoingEntry<E extends JournalEntry>(entry: E): Omit<E, 'detail'> & { readonly detail: unknown } {
  if (!v.is(withChanges, entry.detail)) return entry;
  const changes = decodeChanges(entry.detail.changes, entry.seq);
  return { ...entry, detail: { ...entry.detail, changes: changes.ok ? changes.value.map(outgoingChange) : null } };
}

function outgoingChange(change: FilingChange): Readonly<Record<string, unknown>> {
  switch (change.kind) {
    case 'cell':
    case 'cell-unit':
    case 'report-year':
      return change;
    case 'pending':
    case 'cell-note':
      return { kind: change.kind, cell: change.cell };
    case 'table-note':
      return { kind: change.kind, table: change.table };
    case 'section':
    case 'blocks':
    case 'wording':
      return { kind: change.kind, section: change.section };
    case 'attachment':
      return { kind: change.kind, name: change.name };
    case 'person':
      return { kind: change.kind, role: change.role };
    case 'justification':
    case 'title':
    case 'unit':
    case 'revision':
    case 'edition':
      return { kind: change.kind };
  }
}
