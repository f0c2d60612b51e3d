/** Writes a backup's ZIP entry by entry, so that no more than one of its parts need be in memory. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeWriteFailure } from '../../files/atomic-write.ts';
import type { FileSystem } from '../../files/file-system.ts';
import {
  directoryEntrySizeOf,
  directoryOf,
  endOf,
  endRecordSize,
  largestArchive,
  localHeader,
  mostArchiveEntries,
  type ArchiveEntry,
} from './archive-layout.ts';
import { quietly } from '../../files/quietly.ts';

/** `chunks` are its bytes part after part, the same each time: they are gone through twice, because their sum stands before them. */
export type ArchiveMember = { readonly name: string; readonly chunks: () => Iterable<Uint8Array> };

export type WrittenArchive = {
  /** Bytes of the file. */
  readonly size: number;
  /** SHA-256 of the file, 64 hexadecimal digits. */
  readonly sha256: string;
};

/**
 * Makes a file at `path`, where none may be, of `members`, each asked for when it is about to be written. Once this
 * returns `ok` the bytes are on disk; after a problem nothing is left, as far as it can be removed.
 *
 * @returns the size and digest; backup/too-large { path, size, limit }; what stood in the way of writing (see
 * `writeAtomically`).
 */
export function writeArchive(fs: FileSystem, path: string, members: Iterable<ArchiveMember>): Outcome<WrittenArchive> {
  let descriptor: number | null;
  try {
    descriptor = fs.openNew(path, 'owner');
  } catch (error) {
    return fail(describeWriteFailure(error, path));
  }
  try {
    const written = writeMembers({ fs, descriptor, path }, members);
    if (written.ok) fs.sync(descriptor);
    const finished = descriptor;
    descriptor = null;
    // Some network file systems report a full disk only here.
    fs.close(finished);
    if (!written.ok)
      quietly(() => {
        fs.remove(path);
      });
    return written;
  } catch (error) {
    const unfinished = descriptor;
    if (unfinished !== null)
      quietly(() => {
        fs.close(unfinished);
      });
    quietly(() => {
      fs.remove(path);
    });
    return fail(describeWriteFailure(error, path));
  }
}

type Target = { readonly fs: FileSystem; readonly descriptor: number; readonly path: string };

function writeMembers(target: Target, members: Iterable<ArchiveMember>): Outcome<WrittenArchive> {
  const hash = createHash('sha256');
  const put = (bytes: Uint8Array): void => {
    hash.update(bytes);
    writeAll(target, bytes);
  };
  const entries: ArchiveEntry[] = [];
  let offset = 0;
  let directorySize = endRecordSize;
  for (const { name, chunks } of members) {
    const entry = { name, ...sumOf(chunks()), offset };
    offset = endOf(entry);
    directorySize += directoryEntrySizeOf(name);
    entries.push(entry);
    const size = offset + directorySize;
    if (size > largestArchive || entries.length > mostArchiveEntries) {
      return fail(problem('backup/too-large', { path: target.path, size, limit: largestArchive }));
    }
    put(localHeader(entry));
    for (const chunk of chunks()) put(chunk);
  }
  put(directoryOf(entries));
  return ok({ size: offset + directorySize, sha256: hash.digest('hex') });
}

function sumOf(chunks: Iterable<Uint8Array>): { readonly size: number; readonly crc32: number } {
  let size = 0;
  let sum = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    sum = crc32(chunk, sum);
  }
  return { size, crc32: sum };
}

function writeAll({ fs, descriptor }: Target, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.length;) {
    const taken = fs.write(descriptor, bytes, offset);
    if (taken === 0) throw Object.assign(new Error('the system took no bytes'), { code: 'EIO' });
    offset += taken;
  }
}
