/** The bytes of files that units sent, by digest: what came is kept as it came, good or bad. */
import { join } from 'node:path';
import { problem } from '#core/lib/problem.ts';
import type { FileSystem } from '../files/file-system.ts';
import { openKeptFiles, type KeptFiles } from './kept-files.ts';

export const receivedFolderName = 'received';

/** As large as a bundle that is read. */
export const receivedLimitBytes = 64 * 1024 * 1024;

/** `workspace` is the folder of the workspace. Problems: received/missing, received/damaged, file/too-large. */
export function openReceivedFiles(fs: FileSystem, workspace: string): KeptFiles {
  const folder = join(workspace, receivedFolderName);
  return openKeptFiles(fs, {
    folder,
    limitBytes: receivedLimitBytes,
    missing: 'received/missing',
    damaged: 'received/damaged',
    tooLarge: (size) => problem('file/too-large', { path: folder, size, limit: receivedLimitBytes }),
  });
}
