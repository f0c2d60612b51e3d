/**
 * The seal of a workspace file: a digest over the SQLite image, behind it in the same file. SQLite's own check follows
 * only the structure; the seal sees every byte. Being in the file that it vouches for, it reaches the disk by the same
 * rename: no power cut can leave the image of one save beside the seal of another. SQLite, by whatever program, knows
 * from its header where the image ends and leaves the seal alone; a program that writes to the file breaks the seal.
 *
 * A seal is 8 bytes of mark and 32 of digest. `nbseal2`: SHA-256 over the mark, the image's length (8 bytes, big-endian)
 * and the SHA-256 of each of its blocks of 16 KiB, so that a save digests only what changed. `nbseal1`, up to schema 2:
 * SHA-256 over the image.
 */
import { createHash } from 'node:crypto';
import { blockBytes } from './file-memory.ts';

/** Files of the first schema were written without a seal. */
export const firstSealedVersion = 2;

const markBytes = 8;
export const digestBytes = 32;
export const sealBytes = markBytes + digestBytes;
const mark = Buffer.from('nbseal2\n', 'latin1');
const olderMark = Buffer.from('nbseal1\n', 'latin1');

/** What is given away at a time: whole blocks, and about a millisecond of work. */
const chunkBytes = 64 * blockBytes;

export type Unsealed =
  | { readonly kind: 'sealed'; readonly image: Uint8Array }
  /** There is a seal, and the bytes before it are not those that it was made for. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'no seal' };

export function countBlocks(length: number): number {
  return Math.ceil(length / blockBytes);
}

export function digestOfBlock(image: Uint8Array, block: number): Uint8Array {
  const start = block * blockBytes;
  return createHash('sha256')
    .update(image.subarray(start, start + blockBytes))
    .digest();
}

/** The seal of an image of `length` bytes; `digests` are those of its blocks, one behind the other. */
export function sealOf(length: number, digests: Uint8Array): Uint8Array {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  return Buffer.concat([mark, createHash('sha256').update(mark).update(size).update(digests).digest()]);
}

/** The bytes of a workspace file, part after part, each made when it is asked for. */
export function* sealedChunks(image: Uint8Array): Generator<Uint8Array> {
  const digests: Uint8Array[] = [];
  for (let start = 0; start < image.length; start += chunkBytes) {
    const chunk = image.subarray(start, start + chunkBytes);
    digests.push(digestsOf(chunk));
    yield chunk;
  }
  yield sealOf(image.length, Buffer.concat(digests));
}

/** The bytes of a workspace file as a whole. */
export function sealImage(image: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(image.length + sealBytes);
  bytes.set(image);
  bytes.set(sealOf(image.length, digestsOf(image)), image.length);
  return bytes;
}

/** Takes the seal off. The image is a view into `bytes`. */
export function unsealImage(bytes: Uint8Array): Unsealed {
  const imageEnd = bytes.length - sealBytes;
  if (imageEnd < 0) return { kind: 'no seal' };
  const seal = Buffer.from(bytes.subarray(imageEnd));
  const image = bytes.subarray(0, imageEnd);
  const found = seal.subarray(0, markBytes);
  if (found.equals(mark)) return seal.equals(sealOf(image.length, digestsOf(image))) ? { kind: 'sealed', image } : { kind: 'broken' };
  if (!found.equals(olderMark)) return { kind: 'no seal' };
  const digest = createHash('sha256').update(image).digest();
  return digest.equals(seal.subarray(markBytes)) ? { kind: 'sealed', image } : { kind: 'broken' };
}

function digestsOf(image: Uint8Array): Uint8Array {
  const digests = new Uint8Array(countBlocks(image.length) * digestBytes);
  for (let block = 0; block * blockBytes < image.length; block += 1) digests.set(digestOfBlock(image, block), block * digestBytes);
  return digests;
}
