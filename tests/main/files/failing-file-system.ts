/** A file system that works like the real one until a chosen call fails, as a full disk or a pulled stick would make it. */
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';

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

/** Writes take at most `chunk` bytes at a time, and waiting takes no time. */
export function createFailingFileSystem(chunk = 64 * 1024): FailingFileSystem {
  let fault: Fault | null = null;
  let calls: string[] = [];
  const base: FileSystem = {
    ...nodeFileSystem,
    write: (descriptor, bytes, offset) => nodeFileSystem.write(descriptor, bytes.subarray(0, offset + chunk), offset),
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
  ) as FileSystem;
  return {
    fs: watched,
    calls: () => calls,
    arm: (next) => {
      fault = next;
      calls = [];
    },
  };
}

/** The real file system, with one call replaced; waiting takes no time. */
export function withCall<C extends keyof FileSystem>(name: C, call: FileSystem[C]): FileSystem {
  return { ...nodeFileSystem, sleep: () => undefined, [name]: call };
}
