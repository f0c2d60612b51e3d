/** Writes a container (ZIP, PKWARE APPNOTE 6.3.3) so that the same entries give the same bytes on every computer. */
import { deflateSync, zipSync, type Zippable } from 'fflate';
import { containerMimetype, entryNameFault, mimetypeName } from '#core/bundle/entry-names.ts';
import { largestRatio, ratioOf } from './zip-limits.ts';

export type ContainerEntry = { readonly name: string; readonly bytes: Uint8Array };

/** ZIP dates are local times, so the date has to be made as one (`Date.UTC` would differ between time zones). */
const fixedDate = new Date(2000, 0, 1);

/** FAT: no permissions, which every system unpacks as its own ordinary files. */
const attributes = { os: 0, attrs: 0, mtime: fixedDate } as const;

/**
 * The container's bytes: `mimetype` first and stored without extra field (ETSI EN 319 162-1, 4.4.2), then the entries
 * in the given order. @throws Error on a name that no entry may have, or one given twice (a bug).
 */
export function writeContainer(entries: readonly ContainerEntry[]): Uint8Array {
  const files: Zippable = { [mimetypeName]: [new TextEncoder().encode(containerMimetype), { ...attributes, level: 0 }] };
  for (const { name, bytes } of entries) {
    // Names of digits alone would come first: JavaScript puts such keys before all others.
    const fault = entryNameFault(name) ?? (name in files ? 'used twice' : /^\d+$/u.test(name) ? 'a number' : null);
    if (fault !== null) throw new Error(`a bundle entry cannot be called ${JSON.stringify(name)}: ${fault}`);
    files[name] = [bytes, { ...attributes, level: levelFor(bytes) }];
  }
  return zipSync(files);
}

/** Stored where deflating would look like a bomb to our own reader. */
function levelFor(bytes: Uint8Array): 0 | 6 {
  return ratioOf(bytes.length, deflateSync(bytes, { level: 6 }).length) > largestRatio ? 0 : 6;
}
