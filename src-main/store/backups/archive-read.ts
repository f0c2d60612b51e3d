/** Reads a backup's ZIP, and only one that is spelt as ours are: each byte that differs is damage, and is said to be. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { backupDamage, backupExtension, databaseName, type BackupDamage } from '#core/workspace/backup-manifest.ts';
import { errnoOf, type FileSystem } from '../../files/file-system.ts';
import {
  directoryOf,
  directoryStart,
  endOf,
  endRecordSize,
  entriesIn,
  largestArchive,
  localHeader,
  localHeaderSize,
  type ArchiveEntry,
} from './archive-layout.ts';
import { quietly } from '../../files/quietly.ts';

export type Archive = {
  /** In the order of the file. */
  readonly entries: readonly ArchiveEntry[];
  /** Bytes of the file. */
  readonly size: number;
  /** The contents of an entry; backup/damaged { path, reason, place }, or what stood in the way of reading. */
  readonly read: (entry: ArchiveEntry) => Outcome<Uint8Array>;
  /** Reads every entry in order, hands its contents over, and returns SHA-256 of the whole file. */
  readonly readAll: (take: (entry: ArchiveEntry, contents: Uint8Array) => void) => Outcome<string>;
};

type Source = { readonly fs: FileSystem; readonly descriptor: number; readonly path: string; readonly size: number };

/**
 * Opens the backup at `path` for the time of `work`, whose answer is returned.
 *
 * @returns file/not-found, file/locked or file/not-readable; backup/not-a-backup { path } for a file of another kind,
 * backup/damaged { path, reason, place } for one that is cut off, overwritten or changed.
 */
export function withArchive<T>(fs: FileSystem, path: string, work: (archive: Archive) => Outcome<T>): Outcome<T> {
  const opened = reading(path, () => {
    const { isFile, size } = fs.stat(path);
    if (!isFile) return fail(problem('file/not-readable', { path, reason: 'EISDIR' }));
    return ok({ fs, descriptor: fs.openToRead(path), path, size });
  });
  if (!opened.ok) return opened;
  const source = opened.value;
  try {
    const entries = reading(path, () => readEntries(source));
    return entries.ok ? work(archiveOf(source, entries.value)) : entries;
  } finally {
    quietly(() => {
      fs.close(source.descriptor);
    });
  }
}

function archiveOf(source: Source, entries: readonly ArchiveEntry[]): Archive {
  const { path, size } = source;
  const readEntry = (entry: ArchiveEntry, see: (bytes: Uint8Array) => void): Outcome<Uint8Array> => {
    const header = readExactly(source, entry.offset, localHeaderSize(entry.name));
    const contents = readExactly(source, entry.offset + localHeaderSize(entry.name), entry.size);
    see(header);
    see(contents);
    const isWhole = localHeader(entry).equals(header) && crc32(contents) === entry.crc32;
    return isWhole ? ok(contents) : fail(backupDamage(path, 'bytes-changed', entry.name));
  };
  return {
    entries,
    size,
    read: (entry) => reading(path, () => readEntry(entry, () => undefined)),
    readAll: (take) =>
      reading(path, () => {
        const hash = createHash('sha256');
        for (const entry of entries) {
          const contents = readEntry(entry, (bytes) => hash.update(bytes));
          if (!contents.ok) return contents;
          take(entry, contents.value);
        }
        return ok(hash.update(directoryOf(entries)).digest('hex'));
      }),
  };
}

/** The directory is where the end record says, is spelt as ours is, and its entries follow one another without a gap. */
function readEntries(source: Source): Outcome<readonly ArchiveEntry[]> {
  const { path, size } = source;
  const stranger = strangerIn(source);
  if (stranger !== null) return fail(stranger);
  const cutOff = (place: string) => fail(backupDamage(path, 'file-cut-off', place));
  if (size < endRecordSize || size > largestArchive) return cutOff('size');
  const start = directoryStart(readExactly(source, size - endRecordSize, endRecordSize), size);
  if (start === null) return cutOff('end record');
  const directory = readExactly(source, start, size - start);
  const entries = entriesIn(directory);
  const isOurs = entries !== null && directoryOf(entries).equals(directory) && followOneAnother(entries);
  return isOurs ? ok(entries) : fail(backupDamage(path, 'bytes-changed', 'directory'));
}

function followOneAnother(entries: readonly ArchiveEntry[]): boolean {
  let next = 0;
  for (const entry of entries) {
    if (entry.offset !== next) return false;
    next = endOf(entry);
  }
  return true;
}

/** Every backup begins with its database. A file that is named a backup and begins otherwise was one, and is damaged. */
function strangerIn(source: Source): Problem | null {
  const { path, size } = source;
  const expected = localHeader({ name: databaseName, size: 0, crc32: 0, offset: 0 });
  const head = readExactly(source, 0, Math.min(size, expected.length));
  // Size and sum of the database are between these two.
  const isOurs =
    head.length === expected.length &&
    head.subarray(0, 14).equals(expected.subarray(0, 14)) &&
    head.subarray(26).equals(expected.subarray(26));
  if (isOurs) return null;
  if (!path.endsWith(backupExtension)) return problem('backup/not-a-backup', { path });
  const damage: BackupDamage = size === 0 ? 'file-empty' : head.every((byte) => byte === 0) ? 'file-zeros' : 'bytes-changed';
  return backupDamage(path, damage, 'beginning');
}

function readExactly({ fs, descriptor }: Source, offset: number, length: number): Buffer {
  const whole = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const bytes = fs.readAt(descriptor, offset + done, length - done);
    // Only of a file that shrinks while it is read.
    if (bytes.length === 0) throw Object.assign(new Error('the file ends too early'), { code: 'EIO' });
    whole.set(bytes, done);
    done += bytes.length;
  }
  return whole;
}

function reading<T>(path: string, work: () => Outcome<T>): Outcome<T> {
  try {
    return work();
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return fail(problem('file/not-found', { path }));
    return fail(problem(reason === 'EBUSY' ? 'file/locked' : 'file/not-readable', { path, reason }));
  }
}
