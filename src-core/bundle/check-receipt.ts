/** Whether a receipt answers this very bundle, and whether its sender may answer it. */
import { isSuperior } from '../form/division-code.ts';
import { reason } from './checked.ts';
import type { Receipt } from './receipt.ts';
import type { Reason, Signer } from './verdict.ts';

/** What a receipt is held against: the facts of a bundle whose signature holds. */
export type AnsweredBundle = {
  readonly digest: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly reportYear: number;
  readonly revision: number;
  /** The fingerprint of the certificate that sealed it. */
  readonly sealedBy: string;
};

/** The one reason why the receipt is for something else, or none. */
export function checkBinding(receipt: Receipt, bundle: AnsweredBundle): readonly Reason[] {
  if (receipt.bundleDigest === bundle.digest)
    return isOf(receipt, bundle) && receipt.revision === bundle.revision ? [] : [otherBundle(receipt)];
  if (!isOf(receipt, bundle)) return [otherBundle(receipt)];
  const places = { revision: receipt.revision, current: bundle.revision };
  if (receipt.revision < bundle.revision) return [reason('receipt/old-revision', places)];
  if (receipt.revision > bundle.revision) return [reason('receipt/newer-revision', places)];
  return [reason('receipt/resealed', { digest: short(receipt.bundleDigest), current: short(bundle.digest) })];
}

/**
 * A receipt comes from a superior: never from the unit itself, and from another office of the region only where the user
 * registered that very certificate. `isRegistered` says so.
 */
export function checkOffice(receipt: Receipt, signer: Signer, bundle: AnsweredBundle, isRegistered: boolean): readonly Reason[] {
  const { unitCode: signerCode, unitName: signerUnit } = signer;
  if (receipt.office.code !== signerCode) return [reason('receipt/wrong-office', { office: receipt.office.code, signerCode })];
  const { code: unitCode, name: unit } = bundle.unit;
  if (signer.fingerprint === bundle.sealedBy) return [reason('receipt/own-signature', { unit })];
  if (isRegistered || isSuperior(signerCode, unitCode)) return [];
  return [reason('receipt/wrong-issuer', { signerUnit, signerCode, unit, unitCode })];
}

function isOf({ unit, reportYear }: Receipt, bundle: AnsweredBundle): boolean {
  return unit.code === bundle.unit.code && reportYear === bundle.reportYear;
}

function otherBundle({ unit, reportYear, revision, bundleDigest }: Receipt): Reason {
  return reason('receipt/other-bundle', { unit: unit.name, year: reportYear, revision, digest: short(bundleDigest) });
}

function short(digest: string): string {
  return digest.slice(0, 12);
}
