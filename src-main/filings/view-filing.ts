/** What a screen shows of a stored filing. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { FilingView, PriorView } from '#core/ipc/views.ts';
import { reviewOf, type Desk } from './change-filing.ts';
import { findPriorYear, type StoredPrior } from './prior-year.ts';
import { viewUndoing } from './view-undoing.ts';

/** Waits for writes under way, so that it can say whether all is saved. */
export async function viewFiling(desk: Desk, id: string): Promise<Outcome<FilingView>> {
  const saved = await desk.workspace.settle();
  const stored = desk.workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing, status, pending, submissions } = stored.value;
  const undoing = viewUndoing(desk, stored.value);
  if (!undoing.ok) return undoing;
  const found = findPriorYear(desk, filing);
  const prior = found === null ? null : priorView(found);
  return ok({ id, filing, status, pending, submissions, prior, undoing: undoing.value, review: reviewOf(desk, id), saved });
}

function priorView({ editionId, cells, narrative, justifications }: StoredPrior): PriorView {
  return { editionId, cells, narrative, justifications };
}
