// Writes ZIP files as wrong as one likes, byte by byte (PKWARE APPNOTE 4.3): the hostile cousin of our own writer.
import { crc32, deflateRawSync } from 'node:zlib';

export type RawEntry = {
  readonly name: string | Buffer;
  readonly data: string | Buffer;
  readonly deflated?: boolean;
  /** The compressed bytes, when they are not what deflating the data gives. */
  readonly packed?: Buffer;
  /** Name in the local header, when it is not that of the directory. */
  readonly localName?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly localSize?: number;
  readonly extra?: Buffer;
  readonly madeBy?: number;
  readonly attributes?: number;
  /** Bytes in front of the local header that belong to no entry. */
  readonly gap?: Buffer;
};

export type RawOptions = {
  readonly before?: Buffer;
  readonly beforeDirectory?: Buffer;
  readonly after?: Buffer;
  readonly comment?: Buffer;
  readonly count?: number;
};

export function rawZip(entries: readonly RawEntry[], options: RawOptions = {}): Buffer {
  const { before = none, beforeDirectory = none, after = none, comment = none, count = entries.length } = options;
  const locals: Buffer[] = [before];
  const directory: Buffer[] = [];
  let offset = before.length;
  for (const entry of entries) {
    const { data, packed } = packedData(entry);
    const name = Buffer.from(entry.name);
    const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
    const extra = entry.extra ?? none;
    const gap = entry.gap ?? none;
    const size = entry.size ?? data.length;
    const common = (stated: number, nameLength: number) => header(entry, data, packed.length, stated, nameLength, extra.length);
    const local = Buffer.concat([gap, uint32(0x04034b50), common(entry.localSize ?? size, localName.length), localName, extra, packed]);
    const place = Buffer.concat([uint16(0), uint16(0), uint16(0), uint32(entry.attributes ?? 0), uint32(offset + gap.length)]);
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(entry.madeBy ?? 20), common(size, name.length), place, name, extra]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const start = offset + beforeDirectory.length;
  const counts = [0, 0, count, count].map(uint16);
  const end = Buffer.concat([uint32(0x06054b50), ...counts, uint32(central.length), uint32(start), uint16(comment.length), comment]);
  return Buffer.concat([...locals, beforeDirectory, central, end, after]);
}

const none = Buffer.alloc(0);

function packedData(entry: RawEntry): { data: Buffer; packed: Buffer } {
  const data = Buffer.from(entry.data);
  return { data, packed: entry.packed ?? (entry.deflated === true ? deflateRawSync(data) : data) };
}

/** The 26 bytes that the local header and the directory share, from the version to the lengths of name and extra field. */
function header(entry: RawEntry, data: Buffer, packedSize: number, size: number, nameLength: number, extraLength: number): Buffer {
  const flags = entry.flags ?? (Buffer.from(entry.name).every((byte) => byte < 0x80) ? 0 : 0x800);
  const method = entry.method ?? (entry.deflated === true ? 8 : 0);
  return Buffer.concat([
    ...[20, flags, method, 0, 0x2821].map(uint16),
    ...[entry.crc ?? crc32(data), packedSize, size].map(uint32),
    ...[nameLength, extraLength].map(uint16),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
