/** Verifies a bundle from its first byte to its figures: container, manifest, digests, signature, certificate, filing. */
import { checkAttachments } from '#core/bundle/check-attachments.ts';
import { checkFiling } from '#core/bundle/check-filing.ts';
import { attachmentsPrefix, filingName } from '#core/bundle/entry-names.ts';
import { verdictOf, type BundleReport } from '#core/bundle/verdict.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { Certificate } from '../signing/certificate.ts';
import { checkCertificate, signerOf } from '../signing/check-certificate.ts';
import { sha256Hex } from '../signing/digest.ts';
import type { Pin } from '../signing/pins.ts';
import type { RevocationList } from '../signing/revocation-list.ts';
import { intactText, openSignedContainer } from './signed-container.ts';

export type VerifyOrder = {
  readonly bytes: Uint8Array;
  /** Certificates of registered units and of CAs. */
  readonly trusted: readonly Certificate[];
  /** Fingerprints registered without a certificate; none when left out. */
  readonly pins?: readonly Pin[];
  /** Revocation lists whose signatures were checked (`readTrust` does); none when left out. */
  readonly lists?: readonly RevocationList[];
  readonly editions: readonly LoadedEdition[];
  readonly now: Date;
};

/** The report on one bundle. Bytes from anywhere: what is wrong with them is a reason, never an exception. */
export async function verifyBundle({ bytes, trusted, pins = [], lists = [], editions, now }: VerifyOrder): Promise<BundleReport> {
  const container = await openSignedContainer(bytes, filingName);
  const { digest: bundleDigest, signature, intact } = container;
  if (signature === null) {
    const { reasons } = container;
    return { verdict: verdictOf(reasons), reasons, bundleDigest, signer: null, filing: null, findings: [] };
  }
  const text = intactText(container, filingName);
  const checked = text === null ? null : checkFiling(text, editions);
  const filing = checked?.filing ?? null;
  const certificate = await checkCertificate({ signature, unit: filing?.unit ?? null, trusted, pins, lists, now });
  const attachments = [...intact].filter(([name]) => name.startsWith(attachmentsPrefix));
  const digests = new Map(attachments.map(([name, content]) => [name, sha256Hex(content)]));
  // Damaged and absent ones are named by their digests already.
  const isWhole = container.reasons.every(({ details }) => !String(details['name'] ?? '').startsWith(attachmentsPrefix));
  const reasons = [
    ...container.reasons,
    ...certificate,
    ...(checked?.reasons ?? []),
    ...(filing !== null && isWhole ? checkAttachments(filing.attachments, digests) : []),
  ];
  return { verdict: verdictOf(reasons), reasons, bundleDigest, signer: signerOf(signature), filing, findings: checked?.findings ?? [] };
}
