/** The file calls that durable storage needs, as a port: tests put a failing one in its place. */
import * as node from 'node:fs';

/** Who may read a new file, where the system tells users apart: this user alone (keys, the workspace), or all. */
export type Readers = 'owner' | 'everyone';

export type FileStat = { readonly isFile: boolean; readonly size: number };

/** Every call is synchronous and throws an error with an errno as its `code`, as node:fs does. */
export type FileSystem = {
  /** Opens a file that must not exist yet, for writing; returns its descriptor. */
  readonly openNew: (path: string, readers: Readers) => number;
  /** Writes `bytes` from `offset` on; returns how many were taken, which may be fewer than there are. */
  readonly write: (descriptor: number, bytes: Uint8Array, offset: number) => number;
  readonly sync: (descriptor: number) => void;
  readonly close: (descriptor: number) => void;
  /** Puts `from` in the place of `to` in one step. */
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Makes the names in a folder durable, where the system has such a call. */
  readonly syncFolder: (folder: string) => void;
  /** Makes a folder, and those above it, for this user only; one that exists is fine. */
  readonly makeFolder: (folder: string) => void;
  /** The names in a folder. */
  readonly list: (folder: string) => readonly string[];
  readonly stat: (path: string) => FileStat;
  readonly read: (path: string) => Uint8Array;
  /** Blocks this thread; only ever to wait for a file that another program holds for a moment. */
  readonly sleep: (milliseconds: number) => void;
};

export const nodeFileSystem: FileSystem = {
  openNew: (path, readers) => node.openSync(path, 'wx', readers === 'owner' ? 0o600 : 0o666),
  write: (descriptor, bytes, offset) => node.writeSync(descriptor, bytes, offset),
  sync: node.fsyncSync,
  close: node.closeSync,
  rename: node.renameSync,
  remove: node.unlinkSync,
  syncFolder,
  makeFolder: (folder) => {
    node.mkdirSync(folder, { recursive: true, mode: 0o700 });
  },
  list: (folder) => node.readdirSync(folder),
  stat: (path) => {
    const found = node.statSync(path);
    return { isFile: found.isFile(), size: found.size };
  },
  read: (path) => node.readFileSync(path),
  sleep: (milliseconds) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

/** The errno of a failed call, such as ENOSPC. @throws the error itself when it is no failed call but a bug. */
export function errnoOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/u.test(error.code)) return error.code;
  throw error;
}

/** Windows cannot open a folder; some network and USB file systems refuse to sync one, and a rename must do there. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = node.openSync(folder, 'r');
  try {
    node.fsyncSync(descriptor);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errnoOf(error))) throw error;
  } finally {
    node.closeSync(descriptor);
  }
}
