/** Verifies a receipt: its container and signature, who signed it, and that it answers the bundle at hand. */
import { reason } from '#core/bundle/checked.ts';
import { checkBinding, checkOffice, type AnsweredBundle } from '#core/bundle/check-receipt.ts';
import { receiptName } from '#core/bundle/entry-names.ts';
import { decodeReceipt, type Receipt } from '#core/bundle/receipt.ts';
import { verdictOf, type BundleReport, type Reason, type Signer, type Verdict } from '#core/bundle/verdict.ts';
import { checkCertificate, signerOf } from '../signing/check-certificate.ts';
import type { TrustStore } from '../signing/trust-store.ts';
import { intactText, openSignedContainer } from './signed-container.ts';

export type ReceiptCheck = TrustStore & {
  readonly bytes: Uint8Array;
  /** The bundle that it should answer; null where only the receipt itself is looked at. */
  readonly bundle: AnsweredBundle | null;
  readonly now: Date;
};

export type ReceiptReport = {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** SHA-256 of the receipt's own manifest: the same receipt again has the same one. */
  readonly receiptDigest: string | null;
  readonly signer: Signer | null;
  /** Only where its digest and the signature hold. */
  readonly receipt: Receipt | null;
};

/** Bytes from anywhere: what is wrong with them is a reason, never an exception. */
export async function verifyReceipt({ bytes, bundle, trusted, pins, lists, now }: ReceiptCheck): Promise<ReceiptReport> {
  const container = await openSignedContainer(bytes, receiptName);
  const { digest: receiptDigest, signature } = container;
  if (signature === null) {
    return { verdict: verdictOf(container.reasons), reasons: container.reasons, receiptDigest, signer: null, receipt: null };
  }
  const signer = signerOf(signature);
  const text = intactText(container, receiptName);
  const decoded = text === null ? null : decodeReceipt(text);
  const receipt = decoded?.ok === true ? decoded.value : null;
  const unreadable =
    decoded?.ok === false ? [reason('receipt/unreadable', { reason: String(decoded.problem.details['reason'] ?? '') })] : [];
  const certificate = await checkCertificate({ signature, unit: null, trusted, pins, lists, now });
  const isRegistered = [...trusted, ...pins].some((each) => each.fingerprint === signer.fingerprint);
  const binding = receipt === null || bundle === null ? [] : checkBinding(receipt, bundle);
  const office = receipt === null || bundle === null ? [] : checkOffice(receipt, signer, bundle, isRegistered);
  const reasons = [...container.reasons, ...unreadable, ...binding, ...office, ...certificate];
  return { verdict: verdictOf(reasons), reasons, receiptDigest, signer, receipt };
}

/** What receipts are held against, or null for a bundle that is not intact. */
export function answeredBundle({ filing, bundleDigest, signer }: BundleReport): AnsweredBundle | null {
  if (filing === null || bundleDigest === null || signer === null) return null;
  const { unit, reportYear, revision } = filing;
  return { digest: bundleDigest, unit, reportYear, revision: revision.number, sealedBy: signer.fingerprint };
}
