/** Reads a container's directory and refuses whatever two programs could read in two ways, before anything is inflated. */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { passed, refused, type Checked } from '#core/bundle/checked.ts';
import { fileNameKey } from '#core/lib/file-name-key.ts';
import { findDirectory, type DirectoryPlace } from './zip-end-record.ts';
import { headersAgree, nameOf, refuseKind, refuseSize } from './zip-entry.ts';
import { largestSum } from './zip-limits.ts';

export type ZipMember = {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc32: number;
  /** Bytes when inflated, as promised. */
  readonly size: number;
  /** The data as it stands in the file, compressed or not. */
  readonly data: Buffer;
  readonly hasExtraField: boolean;
};

/** The members in the order in which they stand in the file. Their names are safe and no two of them are one file. */
export async function readDirectory(bytes: Buffer): Promise<Checked<readonly ZipMember[]>> {
  const place = findDirectory(bytes);
  if (!place.ok) return place;
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return await readMembers(bytes, zip, entries, place.value);
  } catch (error) {
    // The library throws on every broken header; what it says is as good as what we could say.
    return damaged(error instanceof Error ? error.message : String(error));
  }
}

/** The members leave no byte of the file over: neither between two of them, nor before the directory, nor in it. */
async function readMembers(
  bytes: Buffer,
  zip: ZipFile,
  entries: readonly Entry[],
  place: DirectoryPlace,
): Promise<Checked<readonly ZipMember[]>> {
  if (place.start + entries.reduce((sum, entry) => sum + directorySize(entry), 0) !== place.end) return damaged('the directory is cut off');
  const members: ZipMember[] = [];
  const keys = new Set<string>();
  let sum = 0;
  let next = 0;
  for (const entry of [...entries].sort((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader)) {
    const name = nameOf(entry);
    if (!name.ok) return name;
    const refusal = refuseKind(entry, name.value) ?? refuseSize(entry, name.value);
    if (refusal !== null) return refusal;
    sum += entry.uncompressedSize;
    if (sum > largestSum) return refused('container/too-large', { name: name.value, bytes: sum, limit: largestSum });
    const key = fileNameKey(name.value);
    if (keys.has(key)) return refused('container/duplicate-entry', { name: name.value });
    keys.add(key);
    const local = await zip.readLocalFileHeaderPromise(entry, {});
    if (!headersAgree(entry, local)) return damaged(`two headers that differ: ${name.value}`);
    if (entry.relativeOffsetOfLocalHeader !== next) return refused('container/stray-bytes', { reason: `before ${name.value}` });
    next = local.fileDataStart + entry.compressedSize;
    members.push({
      name: name.value,
      method: entry.compressionMethod === 0 ? 'stored' : 'deflated',
      crc32: entry.crc32,
      size: entry.uncompressedSize,
      data: bytes.subarray(local.fileDataStart, next),
      hasExtraField: entry.extraFieldLength > 0 || local.extraFieldLength > 0,
    });
  }
  return next === place.start ? passed(members) : refused('container/stray-bytes', { reason: 'before the directory' });
}

function directorySize(entry: Entry): number {
  return 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
}

function damaged(why: string): Checked<never> {
  return refused('container/damaged', { reason: why.slice(0, 200) });
}
