/**
 * MinHash signatures (Broder 1997): similar sets have similar signatures, so that similar pairs among thousands of
 * texts are found without comparing all pairs.
 */

/** 128 values in 32 bands of 4: pairs of similarity 0.8 share a band with probability above 0.9999999. */
export const signatureLength = 128;
const rowsPerBand = 4;

export type Signature = Uint32Array;

/** Multipliers and addends of the hash functions: fixed, so that the same texts always give the same result. */
const functions = Array.from({ length: signatureLength }, (_unused, index) => ({
  multiplier: (Math.imul(index + 1, 0x9e3779b1) | 1) >>> 0,
  addend: Math.imul(index + 7, 0x85ebca6b) >>> 0,
}));

/** The signature of a set of pieces; of an empty set all ones. */
export function signatureOf(pieces: ReadonlySet<string>): Signature {
  const signature = new Uint32Array(signatureLength).fill(0xffffffff);
  for (const piece of pieces) {
    const hash = hashOf(piece);
    for (const [index, { multiplier, addend }] of functions.entries()) {
      const value = mix((Math.imul(hash, multiplier) + addend) >>> 0);
      if (value < (signature[index] ?? 0)) signature[index] = value;
    }
  }
  return signature;
}

/** Pairs of indices (smaller first) whose signatures agree in at least one band; near-linear in their number. */
export function candidatePairs(signatures: readonly Signature[]): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  for (let band = 0; band < signatureLength / rowsPerBand; band += 1) {
    const buckets = new Map<string, number[]>();
    for (const [index, signature] of signatures.entries()) {
      const key = signature.subarray(band * rowsPerBand, (band + 1) * rowsPerBand).join();
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [index]);
      else bucket.push(index);
    }
    for (const bucket of buckets.values()) {
      for (const [at, one] of bucket.entries()) {
        for (const other of bucket.slice(at + 1)) pairs.set(`${String(one)} ${String(other)}`, [one, other]);
      }
    }
  }
  return [...pairs.values()];
}

/** FNV-1a over UTF-16 code units, 32 bits; it need not withstand anybody. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: spreads the low-order structure that a multiplication leaves. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
