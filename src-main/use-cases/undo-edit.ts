/** The last step of a filing is taken back, or one that was taken back is made again: an edit like any other. */
import type { Bilingual } from '#core/lib/bilingual.ts';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { changedPlace, type ChangedPlace } from '#core/history/changed-place.ts';
import { redoAction, undoAction } from '#core/history/entry.ts';
import { problemOf } from '#core/history/undo.ts';
import { editionById } from '#core/rules/loaded-edition.ts';
import { describeWay } from '#core/text/describe-history.ts';
import { changeFiling, type Desk } from '../filings/change-filing.ts';
import { findWay, type Direction } from '../filings/view-undoing.ts';

/** What was taken back or made again, and where that is to be seen. */
export type Undone = { readonly what: Bilingual; readonly place: ChangedPlace | null };

/** history/nothing-to-undo { reason }, history/conflict { place }: then nothing was changed. */
export async function undoEdit(desk: Desk, id: string): Promise<Outcome<Undone>> {
  return goWay(desk, id, 'undo');
}

/** history/nothing-to-redo { reason }, history/conflict { place }: then nothing was changed. */
export async function redoEdit(desk: Desk, id: string): Promise<Outcome<Undone>> {
  return goWay(desk, id, 'redo');
}

/** The way is found and gone without a pause between, so that no other edit comes in between. */
async function goWay(desk: Desk, id: string, direction: Direction): Promise<Outcome<Undone>> {
  const stored = desk.workspace.readFiling(id);
  if (!stored.ok) return stored;
  const edition = editionById(desk.editions, stored.value.filing.edition.id);
  if (!edition.ok) return edition;
  const way = findWay(desk.workspace, stored.value, direction);
  if (way.kind !== 'way') return fail(problemOf(way, direction));
  const [action, detail] = direction === 'undo' ? [undoAction, { undoes: way.steps }] : [redoAction, { redoes: way.steps }];
  const gone = await changeFiling(desk, { id, action, detail, work: () => ok(way.after) });
  if (!gone.ok) return gone;
  const { form } = edition.value;
  return ok({ what: describeWay(form, way, direction), place: changedPlace(form, way.changes) });
}
