/** Finds a container's end record and holds it to one reading: it is the last thing in the file and the directory ends at it. */
import { passed, refused, type Checked } from '#core/bundle/checked.ts';
import { largestContainer, mostEntries } from './zip-limits.ts';

/** Where the directory begins and where it ends, in bytes from the start of the file. */
export type DirectoryPlace = { readonly start: number; readonly end: number };

const localSignature = 0x04034b50;
const endSignature = 0x06054b50;
const zip64LocatorSignature = 0x07064b50;
const endRecordSize = 22;
const zip64LocatorSize = 20;

/** PKWARE APPNOTE 4.3.16. Comments, several volumes and ZIP64 are refused: bundles need none of them. */
export function findDirectory(bytes: Buffer): Checked<DirectoryPlace> {
  const size = bytes.length;
  if (size > largestContainer) return refused('container/too-large', { name: '.asice', bytes: size, limit: largestContainer });
  const end = size - endRecordSize;
  if (signatureAt(bytes, end) !== endSignature) return withoutEnd(bytes);
  if (signatureAt(bytes, 0) !== localSignature && end !== 0) return refused('container/stray-bytes', { reason: 'before the first entry' });
  const [disk, directoryDisk, entriesHere, entries = 0] = [4, 6, 8, 10].map((offset) => bytes.readUInt16LE(end + offset));
  if (disk !== 0 || directoryDisk !== 0 || entriesHere !== entries) return refused('container/unsupported', { reason: 'several volumes' });
  if (signatureAt(bytes, end - zip64LocatorSize) === zip64LocatorSignature) return refused('container/unsupported', { reason: 'ZIP64' });
  if (entries > mostEntries) return refused('container/too-many-entries', { count: entries, limit: mostEntries });
  const start = bytes.readUInt32LE(end + 16);
  const commentLength = bytes.readUInt16LE(end + 20);
  if (commentLength !== 0 || start + bytes.readUInt32LE(end + 12) !== end) {
    return refused('container/damaged', { reason: 'the directory is not where the end record says' });
  }
  return passed({ start, end });
}

function withoutEnd(bytes: Buffer): Checked<never> {
  if (signatureAt(bytes, 0) !== localSignature) return refused('container/not-a-zip');
  const record = Buffer.alloc(4);
  record.writeUInt32LE(endSignature);
  const at = bytes.indexOf(record);
  if (at !== -1 && at < bytes.length - endRecordSize) return refused('container/stray-bytes', { reason: 'after the end record' });
  return refused('container/damaged', { reason: 'the end is missing, the file is cut off' });
}

function signatureAt(bytes: Buffer, offset: number): number | null {
  return offset < 0 || offset + 4 > bytes.length ? null : bytes.readUInt32LE(offset);
}
