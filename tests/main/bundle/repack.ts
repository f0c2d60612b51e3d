// Takes bundles apart and puts them together again with something changed, as an attacker with a ZIP program would.
import { filingName, manifestName, mimetypeName, requiredNames, signatureName } from '#core/bundle/entry-names.ts';
import { writeManifest } from '#core/bundle/manifest.ts';
import { readContainer } from '#main/files/zip-read.ts';
import { writeContainer } from '#main/files/zip-write.ts';
import { sha256Base64 } from '#main/signing/digest.ts';

export type Entries = Map<string, Uint8Array>;

/** The entries of a bundle but for `mimetype`, which the writer adds. */
export async function unpack(bytes: Uint8Array): Promise<Entries> {
  const container = await readContainer(bytes);
  if (!container.ok) throw new Error(container.reason.code);
  return new Map([...container.value].filter(([name]) => name !== mimetypeName));
}

export function pack(entries: Entries): Uint8Array {
  return writeContainer([...entries].map(([name, bytes]) => ({ name, bytes })));
}

/**
 * A bundle with other contents, a manifest that fits them, and the signature that `sign` makes of it. Where there is a
 * filing, the other files that every bundle has are there too, whatever they say, but for those of `leftOut`.
 */
export function repack(
  contents: Readonly<Record<string, string | Uint8Array>>,
  sign: (manifest: Uint8Array) => Uint8Array,
  leftOut: readonly string[] = [],
): Uint8Array {
  const others =
    filingName in contents ? Object.fromEntries(requiredNames.filter((name) => !leftOut.includes(name)).map((name) => [name, name])) : {};
  const entries: Entries = new Map(
    Object.entries({ ...others, ...contents }).map(([name, content]) => [name, Buffer.from(content as string)]),
  );
  const objects = [...entries].map(([name, content]) => ({ name, mediaType: 'application/json', digest: sha256Base64(content) }));
  const manifest = Buffer.from(writeManifest(objects));
  return pack(new Map([...entries, [manifestName, manifest], [signatureName, sign(manifest)]]));
}
