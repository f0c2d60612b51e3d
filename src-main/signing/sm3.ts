/** The SM3 digest (GB/T 32905-2016). Own code: Electron's cryptography has none, and it must answer at once, as SHA-256 does. */

const initial = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
const blockBytes = 64;

/** 32 bytes. */
export function sm3Bytes(content: Uint8Array): Uint8Array {
  const padded = pad(content);
  const state = Uint32Array.from(initial);
  const words = new Uint32Array(68);
  for (let offset = 0; offset < padded.byteLength; offset += blockBytes) compress(state, padded, offset, words);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

/** A one bit, zeros, and the length in bits: whole blocks of 512 bits (5.2). */
function pad(content: Uint8Array): DataView {
  const length = Math.ceil((content.length + 9) / blockBytes) * blockBytes;
  const padded = new Uint8Array(length);
  padded.set(content);
  padded[content.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(length - 8, BigInt(content.length) * 8n);
  return view;
}

/** 5.3.2 and 5.3.3: expansion of one block into `words`, and 64 rounds. */
function compress(state: Uint32Array, message: DataView, offset: number, words: Uint32Array): void {
  const at = (index: number): number => words[index] ?? 0;
  for (let j = 0; j < 16; j += 1) words[j] = message.getUint32(offset + j * 4);
  for (let j = 16; j < 68; j += 1) {
    const mixed = at(j - 16) ^ at(j - 9) ^ rotate(at(j - 3), 15);
    words[j] = mixed ^ rotate(mixed, 15) ^ rotate(mixed, 23) ^ rotate(at(j - 13), 7) ^ at(j - 6);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let j = 0; j < 64; j += 1) {
    const isEarly = j < 16;
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + rotate(isEarly ? 0x79cc4519 : 0x7a879d8a, j % 32)) | 0, 7);
    const tt1 = ((isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (ss1 ^ a12) + (at(j) ^ at(j + 4))) | 0;
    const tt2 = ((isEarly ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + at(j)) | 0;
    [d, c, b, a] = [c, rotate(b, 9), a, tt1];
    [h, g, f, e] = [g, rotate(f, 19), e, tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) ^ word;
  });
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
