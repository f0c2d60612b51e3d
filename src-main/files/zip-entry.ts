/** Judges one entry of a container by its headers alone: its name, its kind, its size. */
import type { Entry, LocalFileHeader } from 'yauzl';
import { passed, refused, type Checked } from '#core/bundle/checked.ts';
import { entryNameFault } from '#core/bundle/entry-names.ts';
import { largestEntry, largestRatio, ratioOf } from './zip-limits.ts';

// General purpose bits (PKWARE APPNOTE 4.4.4): 1 and 2 tell the compression level, which is nobody's concern.
const levelFlags = 0x6;
const descriptorFlag = 0x8;
const utf8Flag = 0x800;
/** ZIP64 sizes, and the Info-ZIP field that gives an entry a second name. */
const refusedExtraFields: readonly number[] = [0x0001, 0x7075];

/** The entry's name, which is UTF-8 and safe to unpack. */
export function nameOf(entry: Entry): Checked<string> {
  const name = decodeName(entry);
  const why = name === null ? 'not UTF-8' : entryNameFault(name);
  if (name !== null && why === null) return passed(name);
  return refused('container/unsafe-name', { name: (name ?? entry.fileNameRaw.toString('latin1')).slice(0, 100), why: why ?? '' });
}

function decodeName(entry: Entry): string | null {
  const isPlain = entry.fileNameRaw.every((byte) => byte < 0x80);
  // Without the flag the encoding is anybody's guess (CP437, GBK): such a name is no name.
  if (!isPlain && (entry.generalPurposeBitFlag & utf8Flag) === 0) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw);
  } catch {
    return null;
  }
}

/** A refusal of what is no plain stored or deflated file, or null. */
export function refuseKind(entry: Entry, name: string): Checked<never> | null {
  const flags = entry.generalPurposeBitFlag;
  if (entry.isEncrypted()) return refused('container/encrypted', { name });
  if ((flags & descriptorFlag) !== 0) return refused('container/unsupported', { name, reason: 'sizes after the data' });
  if ((flags & ~(utf8Flag | levelFlags)) !== 0) return refused('container/unsupported', { name, reason: `flags ${String(flags)}` });
  const method = entry.compressionMethod;
  if (method !== 0 && method !== 8) return refused('container/unsupported', { name, reason: `compression method ${String(method)}` });
  if (isLink(entry)) return refused('container/unsupported', { name, reason: 'a link' });
  const field = entry.extraFields.find((each) => refusedExtraFields.includes(each.id));
  return field === undefined ? null : refused('container/unsupported', { name, reason: `extra field ${String(field.id)}` });
}

/** A refusal of what is too large or too densely packed, or null. Sizes are the directory's promise, kept by the inflater. */
export function refuseSize(entry: Entry, name: string): Checked<never> | null {
  const bytes = entry.uncompressedSize;
  if (bytes > largestEntry) return refused('container/too-large', { name, bytes, limit: largestEntry });
  const ratio = ratioOf(bytes, entry.compressedSize);
  if (ratio <= largestRatio) return null;
  return refused('container/suspicious-ratio', { name, ratio: Math.round(ratio), limit: largestRatio });
}

/** The local header says the same as the directory: some programs read the one, some the other. */
export function headersAgree(entry: Entry, local: LocalFileHeader): boolean {
  return (
    entry.fileNameRaw.equals(local.fileName) &&
    entry.versionNeededToExtract === local.versionNeededToExtract &&
    entry.generalPurposeBitFlag === local.generalPurposeBitFlag &&
    entry.compressionMethod === local.compressionMethod &&
    entry.lastModFileTime === local.lastModFileTime &&
    entry.lastModFileDate === local.lastModFileDate &&
    entry.crc32 === local.crc32 &&
    entry.compressedSize === local.compressedSize &&
    entry.uncompressedSize === local.uncompressedSize
  );
}

/** A symbolic link, as Unix programs mark it: unpacked, it would show a file from elsewhere. */
function isLink(entry: Entry): boolean {
  return entry.versionMadeBy >>> 8 === 3 && entry.externalFileAttributes >>> 28 === 0xa;
}
