/** The form that bundles, receipts and form editions share: files, a manifest of their digests, one signature over it (contracts.md 4). */
import { checkDigests, checkListing, checkRequired } from '#core/bundle/check-listing.ts';
import { reason, refused, type Checked } from '#core/bundle/checked.ts';
import { filingName, kindOfContainer, manifestName, signatureName, type ContainerKind } from '#core/bundle/entry-names.ts';
import { writeManifest, type ManifestObject } from '#core/bundle/manifest.ts';
import { readManifest } from '#core/bundle/read-manifest.ts';
import type { Reason } from '#core/bundle/verdict.ts';
import { readContainer, type Container } from '../files/zip-read.ts';
import { writeContainer } from '../files/zip-write.ts';
import { signCades } from '../signing/cades-sign.ts';
import { verifyCades, type CheckedSignature } from '../signing/cades-verify.ts';
import { sha256Base64, sha256Hex } from '../signing/digest.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';

export type SignedEntry = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** The container's bytes; `at`, in whole seconds, is the signing time to claim. */
export function writeSignedContainer(entries: readonly SignedEntry[], key: OpenedKey, at: Date): Uint8Array {
  const objects = entries.map(({ name, mediaType, bytes }) => ({ name, mediaType, digest: sha256Base64(bytes) }));
  const manifest = new TextEncoder().encode(writeManifest(objects));
  const signature = signCades(manifest, key, at);
  return writeContainer([...entries, { name: manifestName, bytes: manifest }, { name: signatureName, bytes: signature }]);
}

export type OpenedContainer = {
  /** SHA-256 of the manifest, where there is one. */
  readonly digest: string | null;
  /** All that is wrong with the form; nothing of the contents was looked at. */
  readonly reasons: readonly Reason[];
  /** Null where it does not hold. */
  readonly signature: CheckedSignature | null;
  /** The files with the digests that were signed, by name; none where the signature does not hold. */
  readonly intact: ReadonlyMap<string, Uint8Array>;
};

/** Opens bytes from anywhere as a container of one kind: what is wrong with them is a reason, never an exception. */
export async function openSignedContainer(bytes: Uint8Array, kind: ContainerKind): Promise<OpenedContainer> {
  const closed = (reasons: readonly Reason[], digest: string | null = null) => ({ digest, reasons, signature: null, intact: new Map() });
  const container = await readContainer(bytes);
  if (!container.ok) return closed([container.reason]);
  const manifest = container.value.get(manifestName);
  if (manifest === undefined) return closed([reason('container/missing-entry', { name: manifestName })]);
  const digest = sha256Hex(manifest);
  const objects = readManifestBytes(manifest);
  if (!objects.ok) return closed([objects.reason], digest);
  const contents = checkContents(container.value, objects.value, kind);
  const signature = checkSignature(container.value, manifest);
  if (!signature.ok) return closed([...contents, signature.reason], digest);
  const wrong = new Set(contents.map((each) => each.details['name']));
  const listed = objects.value.map((each) => each.name);
  const intact = [...container.value].filter(([name]) => listed.includes(name) && !wrong.has(name));
  return { digest, reasons: contents, signature: signature.value, intact: new Map(intact) };
}

/** The text of an intact file; null where there is none. What is not UTF-8 reads as empty, which no format of ours is. */
export function intactText({ intact }: OpenedContainer, name: string): string | null {
  const bytes = intact.get(name);
  return bytes === undefined ? null : (decodeUtf8(bytes) ?? '');
}

function checkContents(container: Container, objects: readonly ManifestObject[], kind: ContainerKind): readonly Reason[] {
  const digests = new Map([...container].map(([name, content]) => [name, sha256Base64(content)]));
  const names = [...container.keys(), ...objects.map((each) => each.name)];
  const found = kindOfContainer(names);
  const isOther = found !== null && found !== kind;
  return [
    ...(isOther ? [reason('container/wrong-kind', { found, wanted: kind })] : []),
    ...(found === null ? [reason('container/missing-entry', { name: kind })] : []),
    ...(found === filingName ? checkRequired(names) : []),
    ...checkListing([...container.keys()], objects),
    ...checkDigests(digests, objects),
  ];
}

function readManifestBytes(bytes: Uint8Array): Checked<readonly ManifestObject[]> {
  const text = decodeUtf8(bytes);
  return text === null ? refused('manifest/malformed', { reason: 'not UTF-8' }) : readManifest(text);
}

function checkSignature(container: Container, manifest: Uint8Array): Checked<CheckedSignature> {
  const signature = container.get(signatureName);
  return signature === undefined ? refused('container/missing-entry', { name: signatureName }) : verifyCades(signature, manifest);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
