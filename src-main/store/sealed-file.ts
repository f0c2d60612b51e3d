/** The bytes of the workspace file as it is saved: kept from save to save, and brought up to date only where something changed. */
import { blockBytes, type FileMemory } from './file-memory.ts';
import type { Part, Revision } from '../files/prepared-write.ts';
import { countBlocks, digestBytes, digestOfBlock, sealBytes, sealOf } from './image-seal.ts';

export type SealedFile = {
  /** The file of the database in `memory`: a view, good until the next call, and where it differs from the one before. */
  readonly bring: (memory: FileMemory) => Revision;
};

/** A copy, because a write takes its time, and the database goes on meanwhile. */
export function createSealedFile(): SealedFile {
  let source: FileMemory | null = null;
  let room = new Uint8Array(0);
  let imageLength = 0;
  let digests = new Uint8Array(0);

  /** Null stands for all: what another memory touched says nothing of what differs from this one. */
  const changesOf = (memory: FileMemory, length: number): ReadonlySet<number> | null => {
    const touched = memory.takeTouched();
    if (touched === null || memory !== source || length + sealBytes > room.length) return null;
    // SQLite need not write pages that it has freed; where there is more than before, the seal stood there.
    return length === imageLength ? touched : new Set([...touched, ...blocksBetween(imageLength, length)]);
  };

  return {
    bring: (memory) => {
      const image = memory.image();
      const changes = changesOf(memory, image.length);
      const before = imageLength;
      if (image.length + sealBytes > room.length) room = new Uint8Array(image.length + sealBytes + (image.length >>> 3));
      source = memory;
      imageLength = image.length;
      const count = countBlocks(imageLength);
      if (count * digestBytes !== digests.length) digests = resized(digests, count * digestBytes);
      // SQLite may write behind its pages, but not what counts.
      const blocks = [...(changes ?? Array(count).keys())].filter((block) => block < count).sort((left, right) => left - right);
      for (const block of blocks) {
        const start = block * blockBytes;
        room.set(image.subarray(start, start + blockBytes), start);
        digests.set(digestOfBlock(image, block), block * digestBytes);
      }
      room.set(sealOf(imageLength, digests), imageLength);
      const file = room.subarray(0, imageLength + sealBytes);
      return { file, changes: changes === null || imageLength < before ? null : partsOf(blocks, file.length) };
    },
  };
}

/** The blocks as stretches of the file, and the seal at its end. */
function partsOf(blocks: readonly number[], fileBytes: number): readonly Part[] {
  const imageBytes = fileBytes - sealBytes;
  const parts: { start: number; end: number }[] = [];
  const stretches = blocks.map((block) => ({ start: block * blockBytes, end: Math.min((block + 1) * blockBytes, imageBytes) }));
  for (const { start, end } of [...stretches, { start: imageBytes, end: fileBytes }]) {
    const last = parts.at(-1);
    if (last?.end === start) last.end = end;
    else parts.push({ start, end });
  }
  return parts;
}

function resized(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const resized = new Uint8Array(length);
  resized.set(bytes.subarray(0, length));
  return resized;
}

/** The blocks that have bytes from the end of the shorter image to that of the longer one. */
function blocksBetween(one: number, other: number): readonly number[] {
  const first = Math.floor(Math.min(one, other) / blockBytes);
  return Array.from({ length: Math.ceil(Math.max(one, other) / blockBytes) - first }, (_, index) => first + index);
}
