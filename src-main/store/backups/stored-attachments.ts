/** The attachments of a workspace and the files it received, as a backup takes them along. */
import { join } from 'node:path';
import type { Outcome } from '#core/lib/outcome.ts';
import { attachmentsFolderName, openAttachmentFiles } from '../../attachments/attachment-files.ts';
import type { KeptFiles } from '../../attachments/kept-files.ts';
import { openReceivedFiles, receivedFolderName } from '../../attachments/received-files.ts';
import type { FileSystem } from '../../files/file-system.ts';
import { namesIn } from '../../files/list-folder.ts';

export type StoredFiles = {
  /** What is there by name; whether a file is what its name says shows when it is read. @throws a failed call. */
  readonly list: () => readonly { readonly sha256: string; readonly size: number }[];
  /** The bytes, verified. */
  readonly read: (sha256: string) => Outcome<Uint8Array>;
  /** Keeps bytes; those that are there already, whole, are not written again. */
  readonly keep: (bytes: Uint8Array) => Outcome<string>;
};

/** `workspace` is the folder of the workspace; one without attachments has none. */
export function storedAttachments(fs: FileSystem, workspace: string): StoredFiles {
  return storedIn(fs, join(workspace, attachmentsFolderName), openAttachmentFiles(fs, workspace));
}

/** The files that units sent; where nobody has subordinates, there are none. */
export function storedReceived(fs: FileSystem, workspace: string): StoredFiles {
  return storedIn(fs, join(workspace, receivedFolderName), openReceivedFiles(fs, workspace));
}

function storedIn(fs: FileSystem, folder: string, { read, keep }: KeptFiles): StoredFiles {
  return {
    list: () => {
      const names = namesIn(fs, folder).filter((name) => /^[0-9a-f]{64}$/u.test(name));
      return [...names].sort().map((name) => ({ sha256: name, size: fs.stat(join(folder, name)).size }));
    },
    read,
    keep,
  };
}
