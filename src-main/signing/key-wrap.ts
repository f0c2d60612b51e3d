/**
 * AES key wrap (RFC 3394, 2.2), over single blocks of AES: the cryptography of Electron (BoringSSL) has no such cipher, that of
 * Node has one.
 */
import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';

const initial = Buffer.alloc(8, 0xa6);
const rounds = 6;

/** `key` is a multiple of 8 bytes, 16 at least; the result is 8 bytes longer. `wrapping` is an AES key of 16, 24 or 32. */
export function wrapKey(wrapping: Uint8Array, key: Uint8Array): Uint8Array {
  const cipher = createCipheriv(cipherFor(wrapping), wrapping, null).setAutoPadding(false);
  const blocks = halvesOf(key);
  let register: Buffer = initial;
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, block] of blocks.entries()) {
      const both = cipher.update(Buffer.concat([register, block]));
      register = withCount(both.subarray(0, 8), blocks.length * round + index + 1);
      blocks[index] = both.subarray(8);
    }
  }
  return new Uint8Array(Buffer.concat([register, ...blocks]));
}

/** @throws Error where the wrapping key is another one, or the bytes were changed */
export function unwrapKey(wrapping: Uint8Array, wrapped: Uint8Array): Uint8Array {
  const cipher = createDecipheriv(cipherFor(wrapping), wrapping, null).setAutoPadding(false);
  const [first, ...blocks] = halvesOf(wrapped);
  if (first === undefined || blocks.length < 2) throw new Error('too short for a wrapped key');
  let register: Buffer = first;
  for (let round = rounds - 1; round >= 0; round -= 1) {
    for (let index = blocks.length - 1; index >= 0; index -= 1) {
      const counted = withCount(register, blocks.length * round + index + 1);
      const both = cipher.update(Buffer.concat([counted, blocks[index] ?? Buffer.alloc(0)]));
      register = both.subarray(0, 8);
      blocks[index] = both.subarray(8);
    }
  }
  if (!timingSafeEqual(register, initial)) throw new Error('not wrapped with this key');
  return new Uint8Array(Buffer.concat(blocks));
}

function cipherFor(wrapping: Uint8Array): string {
  return `aes-${String(wrapping.length * 8)}-ecb`;
}

function halvesOf(bytes: Uint8Array): Buffer[] {
  if (bytes.length < 16 || bytes.length % 8 !== 0) throw new Error('no whole blocks of 64 bits');
  return Array.from({ length: bytes.length / 8 }, (_, index) => Buffer.from(bytes.subarray(index * 8, index * 8 + 8)));
}

/** Exclusive or with the step's number, big-endian; there are never so many that it needs more than its last four bytes. */
function withCount(register: Uint8Array, count: number): Buffer {
  const counted = Buffer.from(register);
  counted.writeUInt32BE((counted.readUInt32BE(4) ^ count) >>> 0, 4);
  return counted;
}
