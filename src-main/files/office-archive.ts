/** Reads the ZIP of a Word document or a workbook: bounded by its directory first, inflated within what that promised. */
import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync, type Zippable } from 'fflate';
import { fromBufferPromise, type Entry } from 'yauzl';
import { largestEntry, largestRatio, largestSum, mostEntries, ratioOf } from './zip-limits.ts';

/** Other than a bundle's container, such a file may have gaps, comments and sizes behind the data: many programs write them. */
export type OfficeArchive = {
  readonly names: readonly string[];
  /** The entries that were asked for, by name. */
  readonly entries: ReadonlyMap<string, Uint8Array>;
};

export type ArchiveRefusal =
  | { readonly why: 'damaged'; readonly reason: string }
  | { readonly why: 'encrypted' }
  | { readonly why: 'too-large'; readonly what: 'entries' | 'bytes' | 'ratio'; readonly found: number; readonly limit: number };

export type ArchiveResult = { readonly ok: true; readonly value: OfficeArchive } | { readonly ok: false; readonly refusal: ArchiveRefusal };

/** Small files of repeated spaces compress well and harm nobody. */
const harmlessSize = 1024 * 1024;

/** Inflates the entries whose names `wants`; nothing is inflated when any entry is beyond the limits. */
export async function readOfficeArchive(bytes: Uint8Array, wants: (name: string) => boolean): Promise<ArchiveResult> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { strictFileNames: false });
    const found: Entry[] = [];
    if (zip.entryCount > mostEntries) return tooLarge('entries', zip.entryCount, mostEntries);
    for await (const entry of zip.eachEntry()) found.push(entry);
    const refusal = refusalOf(found);
    if (refusal !== null) return { ok: false, refusal };
    const entries = new Map<string, Uint8Array>();
    for (const entry of found) {
      const name = entry.fileName.replaceAll('\\', '/');
      if (name.endsWith('/') || !wants(name)) continue;
      const local = await zip.readLocalFileHeaderPromise(entry, {});
      const content = inflate(entry, buffer.subarray(local.fileDataStart, local.fileDataStart + entry.compressedSize));
      if (content === null) return { ok: false, refusal: { why: 'damaged', reason: name } };
      entries.set(name, content);
    }
    return { ok: true, value: { names: found.map((entry) => entry.fileName), entries } };
  } catch (error) {
    // The library throws on every broken header.
    const isCutOff = error instanceof Error && /end of central directory/iu.test(error.message);
    return { ok: false, refusal: { why: 'damaged', reason: isCutOff ? 'cut-off' : 'broken-archive' } };
  }
}

/** The entries again as a ZIP that needs no inflating, for libraries that open files themselves. */
export function storedArchive(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = Object.fromEntries([...entries].map(([name, content]) => [name, [content, { level: 0 }]]));
  return zipSync(files);
}

function refusalOf(entries: readonly Entry[]): ArchiveRefusal | null {
  let sum = 0;
  for (const entry of entries) {
    const size = entry.uncompressedSize;
    sum += size;
    if (entry.isEncrypted()) return { why: 'encrypted' };
    if (size > largestEntry) return { why: 'too-large', what: 'bytes', found: size, limit: largestEntry };
    const ratio = Math.round(ratioOf(size, entry.compressedSize));
    if (ratio > largestRatio && size > harmlessSize) return { why: 'too-large', what: 'ratio', found: ratio, limit: largestRatio };
  }
  return sum > largestSum ? { why: 'too-large', what: 'bytes', found: sum, limit: largestSum } : null;
}

function tooLarge(what: 'entries', found: number, limit: number): ArchiveResult {
  return { ok: false, refusal: { why: 'too-large', what, found, limit } };
}

/** Null for data that is not what the directory promised. */
function inflate(entry: Entry, data: Buffer): Uint8Array | null {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return null;
  try {
    const content = entry.compressionMethod === 0 ? data : inflateRawSync(data, { maxOutputLength: entry.uncompressedSize + 1 });
    return content.length === entry.uncompressedSize && crc32(content) === entry.crc32 ? content : null;
  } catch {
    return null;
  }
}
