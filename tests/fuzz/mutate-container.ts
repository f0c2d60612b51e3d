/** Mutations of a whole container: of its ZIP headers, of its files under the old signature, and of files that are signed anew. */
import { manifestName, signatureName } from '#core/bundle/entry-names.ts';
import { writeSignedContainer } from '#main/bundles/signed-container.ts';
import { writeContainer } from '#main/files/zip-write.ts';
import type { OpenedKey } from '#main/signing/pkcs12-bags.ts';
import type { Random } from '../bench/random.ts';
import type { Entries } from '../main/bundle/repack.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateDer } from './mutate-der.ts';
import { mutateJson } from './mutate-json.ts';
import { mutateXml } from './mutate-xml.ts';

export type Base = { readonly bytes: Uint8Array; readonly entries: Entries; readonly key: OpenedKey; readonly at: Date };

export type Mutant = {
  readonly bytes: Uint8Array;
  /** Whether whoever mutated it had the key: then it may be valid, and only has to do no harm. */
  readonly isSigned: boolean;
};

export function mutateContainer(base: Base, random: Random): Mutant {
  switch (random.below(5)) {
    case 0:
      return { bytes: mutateBytes(base.bytes, random), isSigned: false };
    case 1:
      return { bytes: mutateHeader(base.bytes, random), isSigned: false };
    case 2:
      return { bytes: write(withMutated(base.entries, random)), isSigned: false };
    case 3:
      return { bytes: write(withOther(base.entries, random)), isSigned: false };
    default:
      return { bytes: signAnew(base, random), isSigned: true };
  }
}

/** The fields of the local headers, of the directory and of its end record (APPNOTE 4.3). */
function mutateHeader(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Buffer.from(bytes);
  const signature = random.pick(['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006']);
  const places: number[] = [];
  for (let at = changed.indexOf(signature, 0, 'latin1'); at >= 0; at = changed.indexOf(signature, at + 1, 'latin1')) places.push(at);
  const at = random.pick(places) + 4 + random.below(40);
  if (at + 4 > changed.length) return changed.subarray(0, -1);
  changed.writeUInt32LE(random.pick([0, 1, 0xffff, 0xffffffff, 0x7fffffff, (changed.readUInt32LE(at) + 1) >>> 0]), at);
  return changed;
}

/** One of the files changed, in its own format. */
function withMutated(entries: Entries, random: Random): Entries {
  const name = random.pick([...entries.keys()]);
  return new Map([...entries, [name, mutateFile(name, entries.get(name) ?? Buffer.of(), random)]]);
}

/** A file more, or less, or under another name. */
function withOther(entries: Entries, random: Random): Entries {
  const name = random.pick([...entries.keys()]);
  const changed = new Map(entries);
  if (random.below(2) === 0)
    changed.set(random.pick(['x', 'META-INF/manifest.xml', 'attachments/x', 'FILING.json', 'receipt.json', '附件']), Buffer.from('x'));
  if (random.below(2) === 0) changed.delete(name);
  return changed;
}

function signAnew({ entries, key, at }: Base, random: Random): Uint8Array {
  const files = [...withMutated(entries, random)].filter(([name]) => name !== manifestName && name !== signatureName);
  return writeSignedContainer(
    files.map(([name, bytes]) => ({ name, mediaType: 'application/json', bytes })),
    key,
    at,
  );
}

function mutateFile(name: string, bytes: Uint8Array, random: Random): Uint8Array {
  if (random.below(6) === 0) return mutateBytes(bytes, random);
  if (name === signatureName) return mutateDer(bytes, random);
  const text = Buffer.from(bytes).toString();
  if (name === manifestName) return Buffer.from(mutateXml(text, random));
  return name.endsWith('.json') ? Buffer.from(mutateJson(text, random)) : mutateBytes(bytes, random);
}

function write(entries: Entries): Uint8Array {
  return writeContainer([...entries].map(([name, bytes]) => ({ name, bytes })));
}
