/** AES key wrap against the vectors of RFC 3394, section 4, and bytes that were changed. */
import { describe, expect, it } from 'vitest';
import { unwrapKey, wrapKey } from '#main/signing/key-wrap.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const kek = '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F';
const data = '00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F';

/** Section, bits of the wrapping key, bits of the key, result. */
const vectors = [
  ['4.1', 128, 128, '1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5'],
  ['4.2', 192, 128, '96778B25AE6CA435F92B5B97C050AED2468AB8A17AD84E5D'],
  ['4.3', 256, 128, '64E8C3F9CE0F5BA263E9777905818A2A93C8191E7D6E8AE7'],
  ['4.6', 256, 256, '28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21'],
] as const;

describe('AES key wrap', () => {
  it.each(vectors)('is that of RFC 3394, %s', (_section, wrappingBits, keyBits, wrapped) => {
    const wrapping = bytes(kek.slice(0, wrappingBits / 4));
    const key = bytes(data.slice(0, keyBits / 4));
    expect(Buffer.from(wrapKey(wrapping, key)).toString('hex').toUpperCase()).toBe(wrapped);
    expect(unwrapKey(wrapping, bytes(wrapped))).toEqual(key);
  });

  it('opens nothing where a single bit was changed, or that is too short', () => {
    const wrapped = bytes(vectors[3][3]);
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const changed = wrapped.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(() => unwrapKey(bytes(kek), changed)).toThrow('not wrapped');
    }
    expect(() => unwrapKey(bytes(kek), wrapped.subarray(0, 16))).toThrow('too short');
  });
});
