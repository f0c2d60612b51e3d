/**
 * The bytes around the contents of a backup: a ZIP (PKWARE APPNOTE 6.3.3) of stored entries, which any tool unpacks.
 * It has one spelling only, so that a reader need not trust one byte of it that the writer would have put otherwise.
 */

export type ArchiveEntry = {
  /** ASCII. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly crc32: number;
  /** Where its header begins, in bytes from the start of the file. */
  readonly offset: number;
};

/** Without ZIP64 a file ends before 4 GiB and has fewer entries than 65,535. */
export const largestArchive = 0xffff_fffe;
export const mostArchiveEntries = 0xfffe;

export const endRecordSize = 22;
const headerSize = 30;
const directoryEntrySize = 46;
/** 1 January 2000, as MS-DOS counts: times would make two backups of one state differ. */
const fixedDate = 0x2821;
const version = 10;

/** What stands before an entry's contents. */
export function localHeader({ name, size, crc32 }: ArchiveEntry): Buffer {
  const bytes = Buffer.alloc(headerSize + name.length);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(version, 4);
  bytes.writeUInt16LE(fixedDate, 12);
  bytes.writeUInt32LE(crc32, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt16LE(name.length, 26);
  bytes.write(name, headerSize, 'latin1');
  return bytes;
}

export function localHeaderSize(name: string): number {
  return headerSize + name.length;
}

/** The byte after an entry: the next one begins there, or the directory. */
export function endOf({ name, size, offset }: ArchiveEntry): number {
  return offset + localHeaderSize(name) + size;
}

/** What an entry adds to the directory. */
export function directoryEntrySizeOf(name: string): number {
  return directoryEntrySize + name.length;
}

/** The directory of all entries, in their order, with the end record: the rest of the file. */
export function directoryOf(entries: readonly ArchiveEntry[]): Buffer {
  const last = entries.at(-1);
  const start = last === undefined ? 0 : endOf(last);
  const records = entries.map(directoryEntry);
  const size = records.reduce((sum, record) => sum + record.length, 0);
  const end = Buffer.alloc(endRecordSize);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...records, end]);
}

/** Where the directory begins by the end record of a file of `fileSize` bytes, null when that is no end record of ours. */
export function directoryStart(end: Buffer, fileSize: number): number | null {
  if (end.length !== endRecordSize || end.readUInt32LE(0) !== 0x06054b50) return null;
  const start = end.readUInt32LE(16);
  return start + end.readUInt32LE(12) + endRecordSize === fileSize ? start : null;
}

/** The entries that a directory names, or null when it is cut off; whether it is spelt as ours is the caller's to compare. */
export function entriesIn(directory: Buffer): readonly ArchiveEntry[] | null {
  const entries: ArchiveEntry[] = [];
  let at = 0;
  while (at < directory.length - endRecordSize) {
    if (at + directoryEntrySize > directory.length) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('latin1', at + directoryEntrySize, at + directoryEntrySize + nameLength);
    entries.push({
      name,
      crc32: directory.readUInt32LE(at + 16),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += directoryEntrySize + nameLength;
  }
  return at === directory.length - endRecordSize ? entries : null;
}

function directoryEntry({ name, size, crc32, offset }: ArchiveEntry): Buffer {
  const bytes = Buffer.alloc(directoryEntrySize + name.length);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(version, 4);
  bytes.writeUInt16LE(version, 6);
  bytes.writeUInt16LE(fixedDate, 14);
  bytes.writeUInt32LE(crc32, 16);
  bytes.writeUInt32LE(size, 20);
  bytes.writeUInt32LE(size, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE(offset, 42);
  bytes.write(name, directoryEntrySize, 'latin1');
  return bytes;
}
