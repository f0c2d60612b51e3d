/** Makes a folder and those above it, and says why where it cannot. */
import * as node from 'node:fs';
import { dirname } from 'node:path';

export type FolderCalls = { readonly make: (folder: string) => void; readonly isFolder: (path: string) => boolean };

const systemCalls: FolderCalls = {
  make: (folder) => {
    node.mkdirSync(folder, { mode: 0o700 });
  },
  isFolder: (path) => node.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
};

/**
 * One that exists is fine. Not Node's own `recursive`: that answers ENOENT on a read-only medium, whatever the system
 * said, and never ends where a folder cannot be made in one that is there (/proc).
 *
 * @throws the system's answer, as node:fs does.
 */
export function makeFolder(folder: string, calls: FolderCalls = systemCalls): void {
  if (calls.isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, calls);
  try {
    calls.make(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!calls.isFolder(folder)) throw error;
  }
}
