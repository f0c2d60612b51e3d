/**
 * MinHash signatures (Broder 1997) by one permutation (Li, Owen and Zhang 2012): texts with many pieces in common have
 * similar signatures, so that similar pairs among thousands of texts are found without comparing all pairs.
 */
import { pieceLength, type Letters } from './letters.ts';
import { spread, sumAt, sumBefore } from './piece-hash.ts';

/**
 * 126 values in 42 bands of 3: texts that have half of their pieces in common share a band with probability 0.996, those
 * with a tenth with 0.04.
 */
export const signatureLength = 126;
const rowsPerBand = 3;

export type Signature = Uint32Array;

const empty = 0xffffffff;

/** The signature of a text's set of pieces; of a text without pieces all ones. */
export function signatureOf({ codes, runs }: Letters): Signature {
  const least = new Uint32Array(signatureLength).fill(empty);
  for (const { start, end } of runs) {
    const last = end - pieceLength;
    let sum = 0;
    for (let place = last; place >= start; place -= 1) {
      sum = place === last ? sumAt(codes, place) : sumBefore(sum, codes, place);
      const hash = spread(sum);
      const bin = hash % signatureLength;
      const value = Math.floor(hash / signatureLength);
      if (value < (least[bin] ?? 0)) least[bin] = value;
    }
  }
  return least.map((value, bin) => (value === empty ? borrowed(least, bin) : value));
}

/** A bin that no piece fell into takes the value of the next one that has any, marked by the distance. */
function borrowed(least: Signature, bin: number): number {
  for (let distance = 1; distance < signatureLength; distance += 1) {
    const value = least[(bin + distance) % signatureLength] ?? empty;
    if (value !== empty) return (value + Math.imul(distance, 0x9e3779b1)) >>> 0;
  }
  return empty;
}

/** The part of the values that agree: an estimate of the pieces in common among all (Jaccard). */
export function agreement(one: Signature, other: Signature): number {
  let agreeing = 0;
  for (let at = 0; at < signatureLength; at += 1) if (one[at] === other[at]) agreeing += 1;
  return agreeing / signatureLength;
}

/**
 * Pairs of indices (smaller first) whose signatures agree in a band. Where more than `neighbours` texts agree each is
 * paired with so many that follow, in a ring, so that the number of pairs stays in proportion to that of texts.
 */
export function candidatePairs(signatures: readonly Signature[], neighbours = 10): readonly (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>();
  for (let band = 0; band < signatureLength / rowsPerBand; band += 1) {
    for (const bucket of bucketsOf(signatures, band)) {
      const reach = Math.min(neighbours, bucket.length - 1);
      for (const [at, one] of bucket.entries()) {
        for (let step = 1; step <= reach; step += 1) {
          const other = bucket[(at + step) % bucket.length] ?? one;
          const pair = one < other ? ([one, other] as const) : ([other, one] as const);
          pairs.set(pair[0] * signatures.length + pair[1], pair);
        }
      }
    }
  }
  return [...pairs.values()];
}

/** The texts that agree in a band, two or more each. */
function bucketsOf(signatures: readonly Signature[], band: number): readonly (readonly number[])[] {
  const buckets = new Map<string, number[]>();
  for (const [index, signature] of signatures.entries()) {
    const key = signature.subarray(band * rowsPerBand, (band + 1) * rowsPerBand).join();
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [index]);
    else bucket.push(index);
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}
