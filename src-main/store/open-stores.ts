/** Opens the workspace and its backups together: where there is no workspace there is nothing to back up, and the reason is the same. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { BackupHost } from './backups/backup-work.ts';
import { openBackups, type BackupFailure, type Backups } from './backups/backups.ts';
import { lockAndOpen, type LockedOpening } from './lock-and-open.ts';
import type { Workspace } from './workspace.ts';

export type Stores = { readonly workspace: Outcome<Workspace>; readonly backups: Outcome<Backups> };

export type StoresOpening = Omit<LockedOpening, 'editions' | 'from'> & {
  readonly host: BackupHost;
  readonly onFailure: (failure: BackupFailure) => void;
};

/** `from` is the backup to open in the place of a broken file, null for the newest good copy. */
export async function openStores(
  editions: Outcome<readonly LoadedEdition[]>,
  { host, onFailure, ...opening }: StoresOpening,
  from: string | null,
): Promise<Stores> {
  if (!editions.ok) return { workspace: editions, backups: editions };
  const workspace = await lockAndOpen({ ...opening, editions: editions.value, from });
  if (!workspace.ok) return { workspace, backups: workspace };
  const { folder, fs, appVersion, now } = opening;
  return { workspace, backups: ok(openBackups({ workspace: workspace.value, folder, fs, host, appVersion, now, onFailure })) };
}
