/** Where on the screens a change is to be seen. */
import type { CellKey } from '../form/cell-key.ts';
import type { Form } from '../form/form.ts';
import type { FilingChange } from './change.ts';

/** The part of the report that names the people; every other is a table or a section of the edition. */
export const peoplePart = 'people';

export type ChangedPlace = {
  /** The id of the table or section, or `people`. */
  readonly part: string;
  readonly cell: CellKey | null;
};

/** The first place that was changed itself, rather than a total that follows; null for what no part shows (the title). */
export function changedPlace(form: Form, changes: readonly FilingChange[]): ChangedPlace | null {
  const isFollowing = (each: FilingChange) => each.kind === 'cell' && form.cellByKey.get(each.cell)?.computed === true;
  const places = [...changes.filter((each) => !isFollowing(each)), ...changes.filter(isFollowing)].map((each) => placeIn(form, each));
  return places.find((each) => each !== null) ?? null;
}

function placeIn(form: Form, change: FilingChange): ChangedPlace | null {
  if ('cell' in change) return placeOfCell(form, change.cell);
  if ('section' in change) return { part: change.section, cell: null };
  if (change.kind === 'table-note') return { part: change.table, cell: null };
  if (change.kind === 'person') return { part: peoplePart, cell: null };
  if (change.kind !== 'justification') return null;
  const explained = change.from ?? change.to;
  const cells = Object.keys(explained?.values ?? {}).flatMap((key) => form.cellByKey.get(key)?.key ?? []);
  const [cell] = cells;
  if (cell !== undefined) return placeOfCell(form, cell);
  const section = explained?.section ?? null;
  return section === null ? null : { part: section, cell: null };
}

function placeOfCell(form: Form, cell: CellKey): ChangedPlace | null {
  const known = form.cellByKey.get(cell);
  return known === undefined ? null : { part: known.table.id, cell };
}
