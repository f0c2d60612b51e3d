/** Hashes of pieces: of one alone, and of all pieces of a run from its end to its beginning, which takes a step for each. */
import { pieceLength } from './letters.ts';

const factor = 0x01000193;
/** What a letter that leaves a piece has been multiplied by. */
const leaving = Array.from({ length: pieceLength }).reduce<number>((power) => Math.imul(power, factor), 1);

/** The hash (32 bits) of the piece that begins at `place`. */
export function hashAt(codes: Uint16Array, place: number): number {
  return spread(sumAt(codes, place));
}

/** The sum of a piece, from which that of the piece one letter before it follows. */
export function sumAt(codes: Uint16Array, place: number): number {
  let sum = 0;
  for (let at = place + pieceLength - 1; at >= place; at -= 1) sum = (Math.imul(sum, factor) + (codes[at] ?? 0)) | 0;
  return sum;
}

/** The sum of the piece at `place`, from that of the piece behind it. */
export function sumBefore(sum: number, codes: Uint16Array, place: number): number {
  return (Math.imul(sum, factor) + (codes[place] ?? 0) - Math.imul(codes[place + pieceLength] ?? 0, leaving)) | 0;
}

/** The hash that belongs to a sum. The finalizer of MurmurHash3 spreads the low-order structure that multiplications leave. */
export function spread(sum: number): number {
  let mixed = sum ^ (sum >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
