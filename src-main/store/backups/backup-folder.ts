/** The folder of the app's own backups: what is there, and what the schedule lets go. */
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { backupsToLetGo } from '#core/workspace/retention.ts';
import { errnoOf, type FileSystem } from '../../files/file-system.ts';
import { listFolder } from '../../files/list-folder.ts';
import { readBackupName, type NamedBackup } from './backup-name.ts';
import { quietly } from '../../files/quietly.ts';

export const backupsFolderName = 'backups';

export type BackupFile = NamedBackup & { readonly size: number };

/** What it takes to reach the backups of one workspace. */
export type BackupFolder = { readonly fs: FileSystem; readonly folder: string };

/** The backups, newest first; a folder that is not there yet has none. file/not-readable { path, reason }. */
export function listBackups({ fs, folder }: BackupFolder): Outcome<readonly BackupFile[]> {
  const names = listFolder(fs, folder);
  if (!names.ok) return names;
  const files = names.value.flatMap((name) => {
    const named = readBackupName(name);
    const size = named === null ? null : sizeOf(fs, join(folder, name));
    return named === null || size === null ? [] : [{ ...named, size }];
  });
  return ok(files.sort((left, right) => right.sequence - left.sequence));
}

/** Null for a file that is gone since it was listed, or that cannot be looked at: it is no backup to count on. */
export function sizeOf(fs: FileSystem, path: string): number | null {
  try {
    const { isFile, size } = fs.stat(path);
    return isFile ? size : null;
  } catch (error) {
    errnoOf(error);
    return null;
  }
}

/** Removes what the schedule lets go. One too many does no harm; the next time it goes. */
export function thinBackups({ fs, folder }: BackupFolder): void {
  const backups = listBackups({ fs, folder });
  if (!backups.ok) return;
  for (const { name } of backupsToLetGo(backups.value)) {
    quietly(() => {
      fs.remove(join(folder, name));
    });
  }
}
