/**
 * The seal of a workspace file: SHA-256 over the SQLite image, behind it in the same file. SQLite's own check follows
 * only the structure; the seal sees every byte. Being in the file that it vouches for, it reaches the disk by the same
 * rename: no power cut can leave the image of one save beside the seal of another. SQLite, by whatever program, knows
 * from its header where the image ends and leaves the seal alone; a program that writes to the file breaks the seal.
 */
import { createHash } from 'node:crypto';

/** Files of the first schema were written without a seal. */
export const firstSealedVersion = 2;

const mark = Buffer.from('nbseal1\n', 'latin1');
const digestBytes = 32;
const sealBytes = mark.length + digestBytes;
/** What is hashed at a time, while what was hashed before is being written: about a millisecond of work. */
const chunkBytes = 1024 * 1024;

export type Unsealed =
  | { readonly kind: 'sealed'; readonly image: Uint8Array }
  /** There is a seal, and the bytes before it are not those that it was made for. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'no seal' };

/** The bytes of a workspace file, part after part, each made when it is asked for. */
export function* sealedChunks(image: Uint8Array): Generator<Uint8Array> {
  const hash = createHash('sha256');
  let start = 0;
  for (; start + chunkBytes < image.length; start += chunkBytes) {
    const chunk = image.subarray(start, start + chunkBytes);
    hash.update(chunk);
    yield chunk;
  }
  const rest = image.subarray(start);
  yield Buffer.concat([rest, mark, hash.update(rest).digest()]);
}

/** The bytes of a workspace file as a whole. */
export function sealImage(image: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(image.length + sealBytes);
  let end = 0;
  for (const chunk of sealedChunks(image)) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}

/** Takes the seal off. The image is a view into `bytes`. */
export function unsealImage(bytes: Uint8Array): Unsealed {
  const imageEnd = bytes.length - sealBytes;
  if (imageEnd < 0) return { kind: 'no seal' };
  const seal = bytes.subarray(imageEnd);
  if (Buffer.compare(seal.subarray(0, mark.length), mark) !== 0) return { kind: 'no seal' };
  const image = bytes.subarray(0, imageEnd);
  const digest = createHash('sha256').update(image).digest();
  return digest.equals(seal.subarray(mark.length)) ? { kind: 'sealed', image } : { kind: 'broken' };
}
