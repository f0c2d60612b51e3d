/** Bytes of other people, each in a file named after its digest: the same file is kept once, and a changed byte shows. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { describeWriteFailure, writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { sha256Hex } from '../signing/digest.ts';

export type KeptFiles = {
  /**
   * Keeps the bytes and returns their digest. Bytes that are kept already, whole, are not written again.
   *
   * @returns the problem `tooLarge` of the folder, or what stood in the way of writing.
   */
  readonly keep: (bytes: Uint8Array) => Outcome<string>;
  /** The bytes of a digest, verified; the problems `missing` { digest } or `damaged` { digest, path } of the folder. */
  readonly read: (digest: string) => Outcome<Uint8Array>;
  /** The file that holds a digest's bytes. */
  readonly pathOf: (digest: string) => string;
};

export type KeptFolder = {
  readonly folder: string;
  readonly limitBytes: number;
  readonly missing: Problem['code'];
  readonly damaged: Problem['code'];
  readonly tooLarge: (size: number) => Problem;
};

/** Nothing is ever removed. The folder is made when the first file is kept. */
export function openKeptFiles(fs: FileSystem, { folder, limitBytes, missing, damaged, tooLarge }: KeptFolder): KeptFiles {
  const pathOf = (digest: string) => join(folder, digest);

  const read = (digest: string): Outcome<Uint8Array> => {
    const bytes = readBytes(fs, pathOf(digest), limitBytes);
    if (!bytes.ok) return bytes.problem.code === 'file/not-found' ? fail(problem(missing, { digest })) : bytes;
    return sha256Hex(bytes.value) === digest ? bytes : fail(problem(damaged, { digest, path: pathOf(digest) }));
  };

  const keep = (bytes: Uint8Array): Outcome<string> => {
    if (bytes.length > limitBytes) return fail(tooLarge(bytes.length));
    const digest = sha256Hex(bytes);
    if (read(digest).ok) return ok(digest);
    try {
      fs.makeFolder(folder);
    } catch (error) {
      return fail(describeWriteFailure(error, folder));
    }
    const written = writeAtomically(fs, pathOf(digest), bytes, 'owner');
    return written.ok ? ok(digest) : written;
  };
  return { keep, read, pathOf };
}
