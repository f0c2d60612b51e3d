import { describe, expect, test } from 'vitest';
import { containerMimetype, manifestName, mimetypeName, signatureName } from '#core/bundle/entry-names.ts';
import type { BundleReport } from '#core/bundle/verdict.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { readContainer } from '#main/files/zip-read.ts';
import { rawZip } from './raw-zip.ts';
import { unpack } from './repack.ts';
import { edition, makeKey, now, sampleFiling, seal } from './sample.ts';

const key = await makeKey();
const sealed = await seal(key);
const bytes = Buffer.from(sealed.bytes);
const original = await unpack(bytes);
const filing = sampleFiling();

const report = (changed: Uint8Array) => verifyBundle({ bytes: changed, trusted: [key.certificate], editions: [edition], now });

function flip(content: Uint8Array, at: number, mask: number): Uint8Array {
  const changed = new Uint8Array(content);
  changed[at] = (changed[at] ?? 0) ^ mask;
  return changed;
}

/** A report may only be good where every byte of every entry, and so the filing, is what was sealed. */
async function expectUnchanged(changed: Uint8Array, { filing: shown, bundleDigest }: BundleReport, at: string): Promise<void> {
  const container = await readContainer(changed);
  if (!container.ok) throw new Error(`a valid bundle that cannot be read: ${at}`);
  for (const [name, content] of original) {
    if (name !== signatureName) expect(Buffer.compare(content, container.value.get(name) ?? Buffer.alloc(0)), `${at} ${name}`).toBe(0);
  }
  expect(container.value.size).toBe(original.size + 1);
  expect(shown).toEqual(filing);
  expect(bundleDigest).toBe(sealed.bundleDigest);
}

/** What the fields of a directory entry are called, by their offset in it (PKWARE APPNOTE 4.3.12). */
const directoryFields: readonly (readonly [number, string])[] = [
  [0, 'signature'],
  [4, 'version made by'],
  [6, 'version needed'],
  [8, 'flags'],
  [10, 'method'],
  [12, 'time and date'],
  [16, 'checksum'],
  [20, 'sizes'],
  [28, 'lengths'],
  [34, 'disk'],
  [36, 'internal attributes'],
  [38, 'external attributes'],
  [42, 'offset'],
  [46, 'name'],
];

/** True inside the compressed data of an entry. */
function isDeflated(at: number, directory: number): boolean {
  for (let start = 0; start < directory;) {
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const end = data + bytes.readUInt32LE(start + 18);
    if (at < end) return at >= data && bytes.readUInt16LE(start + 8) === 8;
    start = end;
  }
  return false;
}

/** Where in the file a byte stands, for the list of those that may change. */
function placeOf(at: number): string {
  const directory = bytes.readUInt32LE(bytes.length - 6);
  if (at < directory) return isDeflated(at, directory) ? 'deflated data' : `byte ${String(at)} of an entry`;
  let start = directory;
  while (start + 46 <= bytes.length && bytes.readUInt32LE(start) === 0x02014b50) {
    const end = start + 46 + bytes.readUInt16LE(start + 28) + bytes.readUInt16LE(start + 30) + bytes.readUInt16LE(start + 32);
    if (at < end) return `directory: ${directoryFields.findLast(([offset]) => at - start >= offset)?.[1] ?? ''}`;
    start = end;
  }
  return 'end record';
}

/** What may change because nothing depends on it; it is signed nowhere, as in every ASiC container. */
const unread: readonly string[] = [
  // Deflate can spell the same content in several ways (a repetition copied from another place, the bits that fill up
  // the last byte: RFC 1951, 3.2.3); what is inflated has been compared above.
  'deflated data',
  // Which program wrote the entry, the disk it is on, whether it is text, and permissions, which FAT entries have not.
  'directory: version made by',
  'directory: disk',
  'directory: internal attributes',
  'directory: external attributes',
];

/** Of the many that the container refuses, so many ask the whole verification whether it says the same. */
const refusedPerCheck = 100;

describe('a bundle in which one byte has changed', () => {
  test('is never valid with other contents; only fields that no program reads may change', { timeout: 120_000 }, async () => {
    const tolerated = new Set<string>();
    const directory = bytes.readUInt32LE(bytes.length - 6);
    let flips = 0;
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      // One bit, another one for each byte, and all eight together: in turn where a checksum sees each, both elsewhere.
      const masks = [1 << ((at >> 1) % 8), 0xff];
      for (const mask of isDeflated(at, directory) ? masks.slice(at % 2, (at % 2) + 1) : masks) {
        flips += 1;
        const changed = flip(bytes, at, mask);
        // Where the container cannot be read nothing of it is looked at: checksums refuse nearly all.
        const container = await readContainer(changed);
        if (!container.ok) {
          refused += 1;
          if (refused % refusedPerCheck === 0) {
            expect(await report(changed), String(at)).toMatchObject({ verdict: 'invalid', reasons: [container.reason], filing: null });
          }
          continue;
        }
        const found = await report(changed);
        if (found.verdict === 'invalid') continue;
        await expectUnchanged(changed, found, String(at));
        tolerated.add(placeOf(at));
      }
    }
    expect(flips).toBeGreaterThan(bytes.length);
    expect(refused / flips).toBeGreaterThan(0.9);
    expect([...tolerated].filter((place) => !unread.includes(place))).toEqual([]);
  });
});

/** Nothing is deflated, which takes longer than all the rest and says nothing here. */
function packStored(entries: ReadonlyMap<string, Uint8Array>): Buffer {
  return rawZip(
    [[mimetypeName, Buffer.from(containerMimetype)] as const, ...entries].map(([name, data]) => ({ name, data: Buffer.from(data) })),
  );
}

describe('a bundle in which one byte of an entry was changed and the ZIP made anew', () => {
  async function accepted(name: string, step: number): Promise<readonly number[]> {
    const content = original.get(name) ?? Buffer.alloc(0);
    const positions: number[] = [];
    for (let at = 0; at < content.length; at += step) {
      const changed = packStored(new Map(original).set(name, flip(content, at, 1 << (at % 8))));
      const found = await report(changed);
      if (found.verdict === 'invalid') continue;
      await expectUnchanged(changed, found, `${name} ${String(at)}`);
      positions.push(at);
    }
    return positions;
  }

  test('is invalid only because of that byte', async () => {
    expect(await report(packStored(original))).toMatchObject({ verdict: 'valid' });
  });

  test('is invalid wherever it is in the contents', async () => {
    for (const [name, content] of original) {
      if (name === manifestName || name === signatureName) continue;
      expect(await accepted(name, Math.ceil(content.length / 40)), name).toEqual([]);
    }
  });

  test('is invalid wherever it is in the manifest', { timeout: 120_000 }, async () => {
    expect(await accepted(manifestName, 1)).toEqual([]);
  });

  test('is invalid wherever it is in the signature, the certificate in it included', { timeout: 120_000 }, async () => {
    expect(await accepted(signatureName, 1)).toEqual([]);
  });
});
