/** Restores a backup that the user has looked into, and says how to take it back. */
import { basename } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { RestoredView } from '#core/ipc/backup-views.ts';
import type { Backups } from '../store/backups/backups.ts';
import type { Workspace } from '../store/workspace.ts';

export type RestoreOrder = {
  readonly path: string;
  /** SHA-256 of the file as it was shown. */
  readonly sha256: string;
};

/** backup/changed when the file is another one by now; for the other problems see `Backups.restore`. */
export async function restoreBackup(
  workspace: Workspace,
  backups: Backups,
  { path, sha256 }: RestoreOrder,
): Promise<Outcome<RestoredView>> {
  // Nobody is named on the workspace as a whole; the journal of a filing names its preparer.
  const before = await backups.restore(path, sha256, '填报人');
  return before.ok ? ok({ before: basename(before.value.path), filings: workspace.listFilings() }) : before;
}
