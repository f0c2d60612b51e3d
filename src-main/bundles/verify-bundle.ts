/** Verifies a bundle from its first byte to its figures: container, manifest, digests, signature, certificate, filing. */
import { checkDigests, checkListing } from '#core/bundle/check-listing.ts';
import { checkFiling } from '#core/bundle/check-filing.ts';
import { reason, refused, type Checked } from '#core/bundle/checked.ts';
import { filingName, manifestName, signatureName } from '#core/bundle/entry-names.ts';
import type { ManifestObject } from '#core/bundle/manifest.ts';
import { readManifest } from '#core/bundle/read-manifest.ts';
import type { BundleReport, Reason } from '#core/bundle/verdict.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { readContainer, type Container } from '../files/zip-read.ts';
import { verifyCades, type CheckedSignature } from '../signing/cades-verify.ts';
import type { Certificate } from '../signing/certificate.ts';
import { checkCertificate, signerOf } from '../signing/check-certificate.ts';
import { sha256Base64, sha256Hex } from '../signing/digest.ts';

export type VerifyOrder = {
  readonly bytes: Uint8Array;
  /** Certificates of registered units and of CAs. */
  readonly trusted: readonly Certificate[];
  readonly editions: readonly LoadedEdition[];
  readonly now: Date;
};

const nothing: Omit<BundleReport, 'verdict' | 'reasons'> = { bundleDigest: null, signer: null, filing: null, findings: [] };

/** The report on one bundle. Bytes from anywhere: what is wrong with them is a reason, never an exception. */
export async function verifyBundle({ bytes, trusted, editions, now }: VerifyOrder): Promise<BundleReport> {
  const container = await readContainer(bytes);
  if (!container.ok) return report([container.reason], nothing);
  const manifestBytes = container.value.get(manifestName);
  if (manifestBytes === undefined) return report([reason('container/missing-entry', { name: manifestName })], nothing);
  const found = { ...nothing, bundleDigest: sha256Hex(manifestBytes) };
  const objects = readManifestBytes(manifestBytes);
  if (!objects.ok) return report([objects.reason], found);

  const contents = checkContents(container.value, objects.value);
  const signature = checkSignature(container.value, manifestBytes);
  if (!signature.ok) return report([...contents, signature.reason], found);
  const signer = signerOf(signature.value);

  const text = signedText(filingName, container.value, objects.value, contents);
  const checked = text === null ? null : checkFiling(text, editions);
  const filing = checked?.filing ?? null;
  const certificate = await checkCertificate({ signature: signature.value, filing, trusted, now });
  return report([...contents, ...certificate, ...(checked?.reasons ?? [])], {
    ...found,
    signer,
    filing,
    findings: checked?.findings ?? [],
  });
}

function report(reasons: readonly Reason[], found: Omit<BundleReport, 'verdict' | 'reasons'>): BundleReport {
  if (reasons.length === 0) return { verdict: 'valid', reasons, ...found };
  const isOnlyUntrusted = reasons.every((each) => each.code === 'certificate/untrusted');
  return { verdict: isOnlyUntrusted ? 'untrusted' : 'invalid', reasons, ...found };
}

function readManifestBytes(bytes: Uint8Array): Checked<readonly ManifestObject[]> {
  const text = decodeUtf8(bytes);
  return text === null ? refused('manifest/malformed', { reason: 'not UTF-8' }) : readManifest(text);
}

function checkContents(container: Container, objects: readonly ManifestObject[]): readonly Reason[] {
  const digests = new Map([...container].map(([name, content]) => [name, sha256Base64(content)]));
  const isFilingNamed = container.has(filingName) || objects.some((each) => each.name === filingName);
  return [
    ...(isFilingNamed ? [] : [reason('container/missing-entry', { name: filingName })]),
    ...checkListing([...container.keys()], objects),
    ...checkDigests(digests, objects),
  ];
}

function checkSignature(container: Container, manifest: Uint8Array): Checked<CheckedSignature> {
  const signature = container.get(signatureName);
  return signature === undefined ? refused('container/missing-entry', { name: signatureName }) : verifyCades(signature, manifest);
}

/** The text of an entry, provided that it is listed and has the listed digest; null otherwise. What is not UTF-8 reads as empty. */
function signedText(name: string, container: Container, objects: readonly ManifestObject[], contents: readonly Reason[]): string | null {
  const bytes = container.get(name);
  const isListed = objects.some((each) => each.name === name);
  if (bytes === undefined || !isListed || contents.some((each) => each.details['name'] === name)) return null;
  return decodeUtf8(bytes) ?? '';
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
