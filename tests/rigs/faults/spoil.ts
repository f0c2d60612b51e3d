/** How files go bad where they lie: cut off, filled with NUL bytes, a bit turned. */
import { makeRandom } from '../../bench/random.ts';

export type Spoiling = { readonly name: string; readonly spoil: (bytes: Uint8Array) => Uint8Array };

const cutOff = (share: number): Spoiling => ({
  name: `cut off after ${String(share * 100)} %`,
  spoil: (bytes) => bytes.slice(0, Math.floor(bytes.length * share)),
});

const wholly: readonly Spoiling[] = [
  cutOff(0),
  cutOff(0.5),
  { name: 'cut off by a byte', spoil: (bytes) => bytes.slice(0, -1) },
  { name: 'filled with NUL bytes', spoil: (bytes) => new Uint8Array(bytes.length) },
  { name: 'NUL in its second half', spoil: (bytes) => bytes.map((byte, at) => (at < bytes.length / 2 ? byte : 0)) },
];

/** All the others, and `flips` turned bits of a file of `size` bytes at places that `seed` chooses. */
export function spoilings(size: number, flips: number, seed: number): readonly Spoiling[] {
  const random = makeRandom(seed);
  const turned = Array.from({ length: flips }, (): Spoiling => {
    const [at, bit] = [random.below(size), random.below(8)];
    return {
      name: `bit ${String(bit)} of byte ${String(at)} turned`,
      spoil: (bytes) => bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte)),
    };
  });
  return [...wholly, ...turned];
}
