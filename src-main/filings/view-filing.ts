/** What a screen shows of a stored filing. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { FilingView } from '#core/ipc/views.ts';
import type { Workspace } from '../store/workspace.ts';

export function viewFiling(workspace: Workspace, id: string): Outcome<FilingView> {
  const stored = workspace.readFiling(id);
  if (!stored.ok) return stored;
  const { filing, status, pending, submissions } = stored.value;
  return ok({ id, filing, status, pending, submissions, saved: workspace.saveState() });
}
