/** The file calls that durable storage needs, as a port: tests put a failing one in its place. */
import * as node from 'node:fs';
import * as promises from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { makeFolder } from './make-folder.ts';

/** Who may read a new file, where the system tells users apart: this user alone (keys, the workspace), or all. */
export type Readers = 'owner' | 'everyone';

export type FileStat = { readonly isFile: boolean; readonly size: number };

/**
 * The calls of a write, done by other threads where they may take long: the caller's thread goes on meanwhile. Errors are
 * those of `FileSystem`.
 */
export type AsyncFileSystem = {
  readonly openNew: (path: string, readers: Readers) => Promise<number>;
  /** Writes all of `bytes` or a part from the beginning; resolves with how many were taken. */
  readonly write: (descriptor: number, bytes: Uint8Array) => Promise<number>;
  /** Opens a file that is there, to write over parts of it. */
  readonly openToChange: (path: string) => Promise<number>;
  /** Writes a small part, or the beginning of it, at a place of the file; resolves with how many bytes were taken. */
  readonly writeAt: (descriptor: number, bytes: Uint8Array, place: number) => Promise<number>;
  /** What is other once somebody has written to a file, or put another in its place. */
  readonly trace: (path: string) => Promise<string>;
  readonly sync: (descriptor: number) => Promise<void>;
  readonly close: (descriptor: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly syncFolder: (folder: string) => Promise<void>;
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** Every call but those of `async` is synchronous and throws an error with an errno as its `code`, as node:fs does. */
export type FileSystem = {
  /** Opens a file that must not exist yet, for writing; returns its descriptor. */
  readonly openNew: (path: string, readers: Readers) => number;
  /** Writes `bytes` from `offset` on; returns how many were taken, which may be fewer than there are. */
  readonly write: (descriptor: number, bytes: Uint8Array, offset: number) => number;
  readonly openToChange: (path: string) => number;
  readonly writeAt: (descriptor: number, bytes: Uint8Array, place: number) => number;
  readonly trace: (path: string) => string;
  readonly sync: (descriptor: number) => void;
  readonly close: (descriptor: number) => void;
  /** Puts `from` in the place of `to` in one step. */
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Makes the names in a folder durable, where the system has such a call. */
  readonly syncFolder: (folder: string) => void;
  /** Makes a folder, and those above it, for this user only; one that exists is fine. */
  readonly makeFolder: (folder: string) => void;
  /** Where a symbolic link leads, even to nothing; other paths as they are. */
  readonly targetOf: (path: string) => string;
  /** The names in a folder. */
  readonly list: (folder: string) => readonly string[];
  readonly stat: (path: string) => FileStat;
  readonly read: (path: string) => Uint8Array;
  /** Opens a file for reading; returns its descriptor. */
  readonly openToRead: (path: string) => number;
  /** Up to `length` bytes from `offset` on; fewer than there are may come, none only at the end of the file. */
  readonly readAt: (descriptor: number, offset: number, length: number) => Uint8Array;
  /** When a file was last written. */
  readonly writtenAt: (path: string) => Date;
  /** How many bytes this user may still write to the disk of a folder. */
  readonly freeSpace: (folder: string) => number;
  /** Blocks this thread; only ever to wait for a file that another program holds for a moment. */
  readonly sleep: (milliseconds: number) => void;
  readonly async: AsyncFileSystem;
};

/** Opening, closing and small writes end in the system's memory: another thread would take longer to begin. */
const nodeAsyncFileSystem: AsyncFileSystem = {
  openNew: inThisThread((path, readers) => node.openSync(path, 'wx', modeFor(readers))),
  write: async (descriptor, bytes) => (await promisify(node.write)(descriptor, bytes)).bytesWritten,
  openToChange: inThisThread((path) => node.openSync(path, 'r+')),
  writeAt: inThisThread((descriptor, bytes, place) => node.writeSync(descriptor, bytes, 0, bytes.length, place)),
  trace: inThisThread(trace),
  sync: promisify(node.fsync),
  close: inThisThread(node.closeSync),
  rename: promises.rename,
  remove: promises.unlink,
  syncFolder: syncFolderAsync,
  read: (path) => promises.readFile(path),
  wait: (milliseconds) => setTimeout(milliseconds),
};

export const nodeFileSystem: FileSystem = {
  openNew: (path, readers) => node.openSync(path, 'wx', modeFor(readers)),
  write: (descriptor, bytes, offset) => node.writeSync(descriptor, bytes, offset),
  openToChange: (path) => node.openSync(path, 'r+'),
  writeAt: (descriptor, bytes, place) => node.writeSync(descriptor, bytes, 0, bytes.length, place),
  trace,
  sync: node.fsyncSync,
  close: node.closeSync,
  rename: node.renameSync,
  remove: node.unlinkSync,
  syncFolder,
  makeFolder: (folder) => {
    makeFolder(folder);
  },
  targetOf,
  list: (folder) => node.readdirSync(folder),
  stat: (path) => {
    const found = node.statSync(path);
    return { isFile: found.isFile(), size: found.size };
  },
  read: (path) => node.readFileSync(path),
  openToRead: (path) => node.openSync(path, 'r'),
  readAt: (descriptor, offset, length) => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, node.readSync(descriptor, bytes, 0, length, offset));
  },
  writtenAt: (path) => node.statSync(path).mtime,
  freeSpace: (folder) => {
    const { bavail, bsize } = node.statfsSync(folder);
    return bavail * bsize;
  },
  sleep: (milliseconds) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
  async: nodeAsyncFileSystem,
};

/** The errno of a failed call, such as ENOSPC. @throws the error itself when it is no failed call but a bug. */
export function errnoOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/u.test(error.code)) return error.code;
  throw error;
}

function targetOf(path: string): string {
  const found = node.lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() !== true) return path;
  const target = resolve(dirname(path), node.readlinkSync(path));
  return node.existsSync(target) ? node.realpathSync(target) : target;
}

function trace(path: string): string {
  const { ino, size, mtimeNs } = node.statSync(path, { bigint: true });
  return [ino, size, mtimeNs].join(' ');
}

/** A synchronous call in the form of the others. */
function inThisThread<A extends readonly unknown[], T>(call: (...values: A) => T): (...values: A) => Promise<T> {
  return (...values) =>
    new Promise((resolve) => {
      resolve(call(...values));
    });
}

function modeFor(readers: Readers): number {
  return readers === 'owner' ? 0o600 : 0o666;
}

/** Windows cannot open a folder; some network and USB file systems refuse to sync one, and a rename must do there. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = node.openSync(folder, 'r');
  try {
    node.fsyncSync(descriptor);
  } catch (error) {
    if (!isNoFolderSync(error)) throw error;
  } finally {
    node.closeSync(descriptor);
  }
}

async function syncFolderAsync(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  // Opening and closing a folder touches no disk; another thread would take longer to begin.
  const descriptor = node.openSync(folder, 'r');
  try {
    await promisify(node.fsync)(descriptor);
  } catch (error) {
    if (!isNoFolderSync(error)) throw error;
  } finally {
    node.closeSync(descriptor);
  }
}

function isNoFolderSync(error: unknown): boolean {
  return ['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errnoOf(error));
}
