/** Checks the certificate behind a signature: its time, its purpose, its unit, and whether it is trusted. */
import { reason } from '#core/bundle/checked.ts';
import type { Reason, Signer } from '#core/bundle/verdict.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { CheckedSignature } from './cades-verify.ts';
import { hasKeyUsage, parseX509, type Certificate } from './certificate.ts';
import { isTrusted } from './trust.ts';

export type CertificateCheck = {
  readonly signature: CheckedSignature;
  /** What was signed, where it could be read: its unit has to be the signer's. */
  readonly filing: Filing | null;
  readonly trusted: readonly Certificate[];
  readonly now: Date;
};

/** How far a signer's clock may be ahead of ours. */
const clockToleranceMs = 24 * 60 * 60 * 1000;
const digitalSignature = 0;
const nonRepudiation = 1;

export async function checkCertificate({ signature, filing, trusted, now }: CertificateCheck): Promise<readonly Reason[]> {
  const { signer, others, claimedSigningTime: at } = signature;
  const reasons: Reason[] = [];
  const claimed = at.toISOString();
  const isAhead = at.getTime() > now.getTime() + clockToleranceMs;
  if (isAhead) reasons.push(reason('signature/claimed-in-future', { claimed, now: now.toISOString() }));
  if (at < new Date(signer.notBefore)) reasons.push(reason('certificate/not-yet-valid', { claimed, notBefore: signer.notBefore }));
  if (at > new Date(signer.notAfter)) reasons.push(reason('certificate/expired', { claimed, notAfter: signer.notAfter }));
  if (!isForSigning(signer)) reasons.push(reason('certificate/wrong-usage', { unit: signer.unitName }));
  if (filing !== null && filing.unit.code !== signer.unitCode) {
    const { code: unitCode, name: unit } = filing.unit;
    const details = { signerUnit: signer.unitName, signerCode: signer.unitCode, unit, unitCode };
    reasons.push(reason('certificate/wrong-unit', details));
  }
  if (!(await isTrusted({ signer, others, trusted, at }))) {
    reasons.push(
      reason('certificate/untrusted', { unitCode: signer.unitCode, unitName: signer.unitName, fingerprint: signer.fingerprint }),
    );
  }
  return reasons;
}

/** The signer as reports show it. */
export function signerOf({ signer, claimedSigningTime }: CheckedSignature): Signer {
  const { unitCode, unitName, fingerprint, notBefore, notAfter } = signer;
  return { unitCode, unitName, fingerprint, notBefore, notAfter, claimedSigningTime: claimedSigningTime.toISOString() };
}

/** A certificate that says what it is for has to say signing (RFC 5280, 4.2.1.3). */
export function isForSigning(certificate: Certificate): boolean {
  const x509 = parseX509(certificate.der);
  return hasKeyUsage(x509, digitalSignature) !== false || hasKeyUsage(x509, nonRepudiation) !== false;
}
