/** Takes what was chosen of a preview into a filing, as one change. */
import type { CellKey } from '../../form/cell-key.ts';
import { applyEdits } from '../../form/edit-cells.ts';
import { cellOf, type Form } from '../../form/form.ts';
import type { WorkingFiling } from '../../filing/edit-filing.ts';
import type { IntakePreview, PreviewCell, PreviewTable } from './preview.ts';

/** `blanks` fills what is blank and leaves every value that stands; `all` replaces those as well; `none` leaves the table. */
export const takings = ['all', 'blanks', 'none'] as const;
export type Taking = (typeof takings)[number];

/** Tables that are not named are left; `sections` are the ids of those whose prose is replaced. */
export type PreviewChoice = { readonly tables: Readonly<Record<string, Taking>>; readonly sections: readonly string[] };

/** The choice that loses nothing: blanks are filled, prose comes where there is none. */
export function carefulChoice(preview: IntakePreview): PreviewChoice {
  return {
    tables: Object.fromEntries(preview.tables.map(({ table }) => [table, 'blanks'] as const)),
    sections: preview.sections.flatMap(({ section, isNew }) => (isNew ? [section] : [])),
  };
}

/** The cells that a choice changes, in the form's order. Totals go along with their parts, or are stated by the source. */
export function chosenCells(form: Form, preview: IntakePreview, choice: PreviewChoice): readonly PreviewCell[] {
  return preview.tables.flatMap((table) => cellsOf(form, table, choice.tables[table.table] ?? 'none'));
}

function cellsOf(form: Form, table: PreviewTable, taking: Taking): readonly PreviewCell[] {
  if (taking === 'none') return [];
  // where values of the filing stay, the totals of the source are no longer theirs
  const isMixed = taking === 'blanks' && (table.kept.length > 0 || table.cells.some((each) => each.kind === 'conflict'));
  return table.cells.filter(({ cell, kind }) => {
    if (kind === 'same' || (isMixed && cellOf(form, cell).computed)) return false;
    return taking === 'all' || kind === 'new';
  });
}

/** Typed text that is no value gives way in the cells that are taken; totals that agreed with their parts go on agreeing. */
export function applyPreview(form: Form, working: WorkingFiling, preview: IntakePreview, choice: PreviewChoice): WorkingFiling {
  const { filing, pending } = working;
  const taken = chosenCells(form, preview, choice);
  const keys = new Set<string>(taken.map((each) => each.cell));
  const tables = preview.tables.filter(({ table }) => (choice.tables[table] ?? 'none') !== 'none');
  const notes = tables.flatMap(({ table, tableNote }) => {
    const isFree = choice.tables[table] === 'all' || filing.tableNotes[table] === undefined;
    return tableNote !== null && isFree ? [[table, tableNote] as const] : [];
  });
  const sections = preview.sections.filter(({ section }) => choice.sections.includes(section));
  return {
    filing: {
      ...filing,
      cells: applyEdits(
        form,
        filing.cells,
        taken.map(({ cell, to }) => ({ cell, value: to })),
      ),
      cellUnits: { ...filing.cellUnits, ...entriesOf(taken, (each) => each.unit) },
      cellNotes: { ...filing.cellNotes, ...entriesOf(taken, (each) => each.note) },
      tableNotes: { ...filing.tableNotes, ...Object.fromEntries(notes) },
      narrative: { ...filing.narrative, ...Object.fromEntries(sections.map(({ section, blocks }) => [section, blocks])) },
    },
    pending: Object.fromEntries(Object.entries(pending).filter(([cell]) => !keys.has(cell))),
  };
}

function entriesOf<T>(cells: readonly PreviewCell[], valueOf: (cell: PreviewCell) => T | null): Record<CellKey, T> {
  return Object.fromEntries(
    cells.flatMap((each) => {
      const value = valueOf(each);
      return value === null ? [] : [[each.cell, value]];
    }),
  );
}
