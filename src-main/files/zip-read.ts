/** Reads a container (contracts.md 4): every refusal has its own code, and nothing hostile is ever inflated. */
import { crc32, inflateRawSync } from 'node:zlib';
import { passed, refused, type Checked } from '#core/bundle/checked.ts';
import { containerMimetype, mimetypeName } from '#core/bundle/entry-names.ts';
import { readDirectory, type ZipMember } from './zip-directory.ts';

/** The entries by name, in the order of the file. */
export type Container = ReadonlyMap<string, Uint8Array>;

/** All entries of an ASiC-E container; `mimetype` has been found first, stored and exact. */
export async function readContainer(bytes: Uint8Array): Promise<Checked<Container>> {
  const members = await readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!members.ok) return members;
  const wrong = wrongMimetype(members.value[0]);
  if (wrong !== null) return refused('container/wrong-mimetype', { why: wrong });
  const entries = new Map<string, Uint8Array>();
  for (const member of members.value) {
    const { name } = member;
    const content = inflate(member);
    const isWhole = content !== null && crc32(content) === member.crc32;
    if (!isWhole) return refused('container/damaged', { name, reason: `the content is damaged: ${name}` });
    entries.set(name, content);
  }
  return passed(entries);
}

/** The first lines of the file have to tell its type to `file` and the like (ETSI EN 319 162-1, 4.4.2). */
function wrongMimetype(first: ZipMember | undefined): string | null {
  if (first?.name !== mimetypeName) return 'it is not the first entry';
  if (first.method !== 'stored' || first.hasExtraField) return 'it is compressed or has extra fields';
  const content = first.data.toString('latin1');
  return content === containerMimetype ? null : `it says ${JSON.stringify(content.slice(0, 100))}`;
}

/** A member's content, or null when it is not the size that the directory promised and was allowed. */
function inflate(member: ZipMember): Uint8Array | null {
  if (member.method === 'stored') return member.data.length === member.size ? member.data : null;
  try {
    // One byte more than promised is enough to tell a lie; zlib stops there.
    const { buffer, engine } = inflateInfo(member.data, member.size + 1);
    // Bytes behind the end of the deflate stream would be unsigned and invisible.
    return buffer.length === member.size && engine.bytesWritten === member.data.length ? buffer : null;
  } catch {
    return null;
  }
}

/** zlib asks for so much. */
const smallestChunk = 64;

function inflateInfo(data: Buffer, maxOutputLength: number): { buffer: Buffer; engine: { bytesWritten: number } } {
  // In one piece: what the directory promises has been held to the limits before (zip-entry.ts). With `info` the result is an object; the types of Node 20 do not know it.
  return inflateRawSync(data, { maxOutputLength, chunkSize: Math.max(smallestChunk, maxOutputLength), info: true }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
}
