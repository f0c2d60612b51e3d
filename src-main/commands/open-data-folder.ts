/** Opens a workspace and its backups for a headless command, for itself alone. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { hostHere } from '../store/backups/backup-host.ts';
import { backupWork } from '../store/backups/backup-work.ts';
import { openBackups, type Backups } from '../store/backups/backups.ts';
import type { BackupTools } from '../store/backups/examine-backup.ts';
import { lockAndOpen } from '../store/lock-and-open.ts';
import { thisLocker } from '../store/lock-witness.ts';
import { migrations } from '../store/migrations/all.ts';
import { loadSqlEngine } from '../store/sql-engine.ts';
import { workspaceFileName, type Workspace } from '../store/workspace.ts';
import type { CommandContext } from './command.ts';

/** The version in package.json, put in by the build. */
declare const __APP_VERSION__: string;

export type OpenDataFolder = { readonly workspace: Workspace; readonly backups: Backups };

/** What it takes to open backups; sql-wasm.wasm stands beside the built program. */
export async function backupTools(): Promise<BackupTools> {
  return { fs: nodeFileSystem, engine: await loadSqlEngine(join(import.meta.dirname, 'sql-wasm.wasm')), steps: migrations };
}

/**
 * Opens the workspace in `folder` for the time of `work`. A folder without one is no workspace that was forgotten but a
 * mistake: file/not-found. For a folder that the app has open, workspace/in-use.
 */
export async function withDataFolder<T>(
  folder: string,
  { editions, now }: CommandContext,
  work: (opened: OpenDataFolder) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const place = resolve(folder);
  if (!existsSync(join(place, workspaceFileName))) return fail(problem('file/not-found', { path: join(place, workspaceFileName) }));
  const tools = await backupTools();
  const appVersion = __APP_VERSION__;
  const shared = { folder: place, fs: tools.fs, appVersion, now };
  const opened = await lockAndOpen({
    ...shared,
    editions,
    engine: tools.engine,
    randomUuid: randomUUID,
    locker: thisLocker(),
    // Nobody can be asked here; the problem says what to do.
    agrees: () => Promise.resolve(false),
  });
  if (!opened.ok) return opened;
  const workspace = opened.value;
  // The command itself says what failed.
  const backups = openBackups({ ...shared, workspace, host: hostHere(backupWork(tools)), onFailure: () => undefined });
  const worked = await work({ workspace, backups });
  const closed = await workspace.close();
  if (!worked.ok) return worked;
  return closed.state === 'unsaved' ? fail(closed.problem) : ok(worked.value);
}
