/** What a screen shows of a stored filing. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { FilingView } from '#core/ipc/views.ts';
import type { Desk } from './change-filing.ts';
import { findPriorYear } from './prior-year.ts';

export function viewFiling(desk: Desk, id: string): Outcome<FilingView> {
  const stored = desk.workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing, status, pending, submissions } = stored.value;
  const found = findPriorYear(desk, filing);
  const prior = found === null ? null : { editionId: found.editionId, cells: found.cells };
  return ok({ id, filing, status, pending, submissions, prior, saved: desk.workspace.saveState() });
}
