/** A file system that works like the real one until a chosen call fails, as a full disk or a pulled stick would make it. */
import { nodeFileSystem, type AsyncFileSystem, type FileSystem } from '#main/files/file-system.ts';

export type Fault = {
  /** The errno that the call throws. */
  readonly errno: string;
  /** The number of the call that fails, from 0. */
  readonly at: number;
  /** True when every call after it fails as well, as after a power cut. */
  readonly forGood?: boolean;
};

export type FailingFileSystem = {
  readonly fs: FileSystem;
  /** The names of the calls made since the last `arm`. */
  readonly calls: () => readonly string[];
  /** Starts counting anew; null lets everything through. */
  readonly arm: (fault: Fault | null) => void;
};

export function errnoError(errno: string): Error {
  return Object.assign(new Error(`${errno}: made by a test`), { code: errno });
}

type Calls = Omit<FileSystem, 'async'>;

/** Asynchronous calls that do what the synchronous ones do, and fail as they do, in a later turn. */
function asyncOf(calls: Calls): AsyncFileSystem {
  const later = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    return work();
  };
  return {
    openNew: (path, readers) => later(() => calls.openNew(path, readers)),
    write: (descriptor, bytes) => later(() => calls.write(descriptor, bytes, 0)),
    openToChange: (path) => later(() => calls.openToChange(path)),
    writeAt: (descriptor, bytes, place) => later(() => calls.writeAt(descriptor, bytes, place)),
    trace: (path) => later(() => calls.trace(path)),
    sync: (descriptor) => later(() => calls.sync(descriptor)),
    close: (descriptor) => later(() => calls.close(descriptor)),
    rename: (from, to) => later(() => calls.rename(from, to)),
    remove: (path) => later(() => calls.remove(path)),
    syncFolder: (folder) => later(() => calls.syncFolder(folder)),
    read: (path) => later(() => calls.read(path)),
    wait: (milliseconds) => later(() => calls.sleep(milliseconds)),
  };
}

/** The real calls but for those given; waiting takes no time, and the asynchronous calls follow the synchronous ones. */
export function withCalls(given: Partial<Calls>): FileSystem {
  const calls: Calls = { ...nodeFileSystem, sleep: () => undefined, ...given };
  return { ...calls, async: asyncOf(calls) };
}

/** Writes take at most `chunk` bytes at a time, and waiting takes no time. */
export function createFailingFileSystem(chunk = 64 * 1024): FailingFileSystem {
  let fault: Fault | null = null;
  let calls: string[] = [];
  const { async: _, ...realCalls } = nodeFileSystem;
  const base: Calls = {
    ...realCalls,
    write: (descriptor, bytes, offset) => nodeFileSystem.write(descriptor, bytes.subarray(0, offset + chunk), offset),
    writeAt: (descriptor, bytes, place) => nodeFileSystem.writeAt(descriptor, bytes.subarray(0, chunk), place),
    sleep: () => undefined,
  };
  const watched = Object.fromEntries(
    Object.entries(base).map(([name, call]) => [
      name,
      (...values: unknown[]): unknown => {
        const index = calls.push(name) - 1;
        if (fault !== null && (index === fault.at || (fault.forGood === true && index > fault.at))) throw errnoError(fault.errno);
        return (call as (...given: unknown[]) => unknown)(...values);
      },
    ]),
  ) as Calls;
  return {
    fs: withCalls(watched),
    calls: () => calls,
    arm: (next) => {
      fault = next;
      calls = [];
    },
  };
}

/** The real file system, with one call replaced; waiting takes no time. */
export function withCall<C extends keyof Calls>(name: C, call: Calls[C]): FileSystem {
  return withCalls({ [name]: call });
}
