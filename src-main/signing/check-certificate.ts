/** Checks the certificate behind a signature: its time, its purpose, its unit, and whether it is trusted and not revoked. */
import { reason } from '#core/bundle/checked.ts';
import type { Reason, Signer } from '#core/bundle/verdict.ts';
import type { CheckedSignature } from './cades-verify.ts';
import { factsOf, hasKeyUsage, nameText, x509Of, type Certificate } from './certificate.ts';
import * as oid from './oids.ts';
import { revocationOf, type RevocationList } from './revocation-list.ts';
import type { TrustStore } from './trust-store.ts';
import { findTrust, type Trust } from './trust.ts';

export type CertificateCheck = TrustStore & {
  readonly signature: CheckedSignature;
  /** The unit that what was signed belongs to, which has to be the signer's; null where anybody trusted may sign. */
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly now: Date;
};

/** How far a signer's clock may be ahead of ours. */
const clockToleranceMs = 24 * 60 * 60 * 1000;
const digitalSignature = 0;
const nonRepudiation = 1;
/** Both of them in the first octet of a key usage. */
const signingBits = (0x80 >> digitalSignature) | (0x80 >> nonRepudiation);

export async function checkCertificate({ signature, unit, trusted, pins, lists, now }: CertificateCheck): Promise<readonly Reason[]> {
  const { signer, others, claimedSigningTime: at } = signature;
  const trust = await findTrust({ signer, others, trusted, pins, at });
  return [
    ...checkTime(signer, at, now),
    ...(isForSigning(signer) ? [] : [reason('certificate/wrong-usage', { unit: signer.unitName })]),
    ...checkUnit(signer, unit, trust),
    ...checkRevocation(signer, trust, lists, at),
    ...checkTrust(signer, trust),
  ];
}

function checkTime({ notBefore, notAfter }: Certificate, at: Date, now: Date): readonly Reason[] {
  const claimed = at.toISOString();
  const isAhead = at.getTime() > now.getTime() + clockToleranceMs;
  return [
    ...(isAhead ? [reason('signature/claimed-in-future', { claimed, now: now.toISOString() })] : []),
    ...(at < new Date(notBefore) ? [reason('certificate/not-yet-valid', { claimed, notBefore })] : []),
    ...(at > new Date(notAfter) ? [reason('certificate/expired', { claimed, notAfter })] : []),
  ];
}

/** A county that is known and signs for another is told apart from somebody who only calls himself something. */
function checkUnit(signer: Certificate, unit: CertificateCheck['unit'], trust: Trust): readonly Reason[] {
  const { unitName: signerUnit, unitCode: signerCode } = signer;
  const isKnown = trust.kind === 'registered' || trust.kind === 'issued';
  const pinned = trust.kind === 'registered' ? (trust.pin?.unitCode ?? null) : null;
  const mispinned =
    pinned !== null && pinned !== signerCode ? [reason('certificate/pinned-as-other', { signerUnit, signerCode, pinned })] : [];
  if (unit === null || unit.code === signerCode) return mispinned;
  const details = { signerUnit, signerCode, unit: unit.name, unitCode: unit.code };
  return [...mispinned, reason(isKnown ? 'certificate/other-county' : 'certificate/wrong-unit', details)];
}

/** A compromised key could have claimed any time, so nothing that it signed is believed; otherwise what came before stays good. */
function checkRevocation(signer: Certificate, trust: Trust, lists: readonly RevocationList[], at: Date): readonly Reason[] {
  const claimed = at.toISOString();
  const chain = lists.length === 0 ? [] : trust.kind === 'issued' ? trust.chain : [x509Of(signer)];
  const listed = chain.flatMap((each) => {
    const found = revocationOf(each, lists);
    return found === null
      ? []
      : [{ unit: nameText(each.subject, oid.commonName), from: found.from, isCompromised: found.reason === 'keyCompromise' }];
  });
  const revokedFrom = trust.kind === 'registered' ? (trust.pin?.revokedFrom ?? null) : null;
  const pinned = revokedFrom === null ? [] : [{ unit: signer.unitName, from: revokedFrom, isCompromised: false }];
  return [...listed, ...pinned].flatMap(({ unit, from, isCompromised }) => {
    if (at >= new Date(from)) return [reason('certificate/revoked', { unit, from, claimed })];
    return isCompromised ? [reason('certificate/compromised', { unit, from, claimed })] : [];
  });
}

function checkTrust({ unitCode, unitName, fingerprint }: Certificate, trust: Trust): readonly Reason[] {
  const details = { unitCode, unitName, fingerprint };
  switch (trust.kind) {
    case 'registered':
    case 'issued':
      return [];
    case 'outside-region':
      return [reason('certificate/outside-region', { ...details, region: trust.region })];
    case 'unknown-issuer':
      return [reason('certificate/unknown-issuer', details)];
    case 'unregistered':
      return [reason('certificate/untrusted', details)];
  }
}

/** The signer as reports show it. */
export function signerOf({ signer, claimedSigningTime }: CheckedSignature): Signer {
  const { unitCode, unitName, fingerprint, notBefore, notAfter } = signer;
  return { unitCode, unitName, fingerprint, notBefore, notAfter, claimedSigningTime: claimedSigningTime.toISOString() };
}

/** A certificate that says what it is for has to say signing (RFC 5280, 4.2.1.3). */
export function isForSigning(certificate: Certificate): boolean {
  const facts = factsOf(certificate);
  if (facts !== null) return facts.keyUsage === null || (facts.keyUsage & signingBits) !== 0;
  const x509 = x509Of(certificate);
  return hasKeyUsage(x509, digitalSignature) !== false || hasKeyUsage(x509, nonRepudiation) !== false;
}
