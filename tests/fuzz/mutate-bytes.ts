/** Mutations that know nothing of a format: bits, bytes, cuts, copies. */
import type { Random } from '../bench/random.ts';

const interesting = [0x00, 0x01, 0x7f, 0x80, 0xff];

export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Buffer.from(bytes);
  if (changed.length === 0) return Buffer.of(random.below(256));
  const at = random.below(changed.length);
  switch (random.below(7)) {
    case 0:
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << random.below(8)), at);
      return changed;
    case 1:
      changed.writeUInt8(random.pick(interesting), at);
      return changed;
    case 2:
      return changed.subarray(0, at);
    case 3: {
      const length = 1 + random.below(Math.min(64, changed.length - at));
      return Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]);
    }
    case 4: {
      const length = 1 + random.below(Math.min(64, changed.length - at));
      return Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)]);
    }
    case 5:
      return Buffer.concat([changed.subarray(0, at), Buffer.alloc(1 + random.below(8), random.pick(interesting)), changed.subarray(at)]);
    default:
      for (let offset = at; offset < Math.min(at + 4, changed.length); offset += 1) changed.writeUInt8(random.pick(interesting), offset);
      return changed;
  }
}
