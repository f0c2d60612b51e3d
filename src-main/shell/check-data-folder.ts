/** Whether the user-data folder can be written to: where it cannot, Electron's single-instance lock fails without a word. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { problem, type Problem } from '#core/lib/problem.ts';
import { errnoOf, type FileSystem } from '../files/file-system.ts';

/** Tries it with an empty file; null when all is well. */
export function checkDataFolder(fs: FileSystem, folder: string): Problem | null {
  try {
    fs.makeFolder(folder);
    const probe = join(folder, `.nianbao-${randomUUID()}.tmp`);
    fs.close(fs.openNew(probe, 'owner'));
    fs.remove(probe);
    return null;
  } catch (error) {
    return problem('workspace/not-writable', { path: folder, reason: errnoOf(error) });
  }
}
