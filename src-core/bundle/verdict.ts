/** What verification says of a bundle: one verdict, and a code for every reason (contracts.md 2 and 5). */
import type { Finding } from '../rules/finding.ts';
import type { Filing } from '../filing/filing.ts';

export const verdicts = ['valid', 'untrusted', 'invalid'] as const;
export type Verdict = (typeof verdicts)[number];

export const reasonCodes = [
  'container/not-a-zip',
  'container/damaged',
  'container/stray-bytes',
  'container/unsupported',
  'container/encrypted',
  'container/too-many-entries',
  'container/too-large',
  'container/suspicious-ratio',
  'container/unsafe-name',
  'container/duplicate-entry',
  'container/wrong-mimetype',
  'container/missing-entry',
  'container/wrong-kind',
  'manifest/malformed',
  'manifest/unsupported-digest',
  'manifest/absent-file',
  'manifest/unlisted-file',
  'digest/mismatch',
  'signature/malformed',
  'signature/mismatch',
  'signature/unsupported',
  'signature/claimed-in-future',
  'certificate/not-yet-valid',
  'certificate/expired',
  'certificate/revoked',
  'certificate/compromised',
  'certificate/wrong-unit',
  'certificate/other-county',
  'certificate/pinned-as-other',
  'certificate/wrong-usage',
  'certificate/outside-region',
  'certificate/unknown-issuer',
  'certificate/untrusted',
  'filing/unreadable',
  'edition/unknown-digest',
  'revalidation/blocking',
  'attachment/unlisted',
  'attachment/differs',
  'chain/broken',
  'chain/fork',
  'receipt/unreadable',
  'receipt/other-bundle',
  'receipt/old-revision',
  'receipt/newer-revision',
  'receipt/resealed',
  'receipt/replayed',
  'receipt/superseded',
  'receipt/own-signature',
  'receipt/wrong-issuer',
  'receipt/wrong-office',
  'receipt/bundle-invalid',
  'form/unreadable',
  'form/unacceptable',
  'update/unreadable',
  'update/not-newer',
  'update/other-system',
  'channel/unreadable',
  'channel/wrong-office',
  'channel/expired',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What keeps an intact bundle from being believed: nobody vouches for its signer. */
const trustCodes: readonly ReasonCode[] = ['certificate/outside-region', 'certificate/unknown-issuer', 'certificate/untrusted'];

/** True where everything is intact and only the signer is not known here. */
export function isAboutTrust({ code }: Reason): boolean {
  return trustCodes.includes(code);
}

/** The verdict that a list of reasons amounts to. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  if (reasons.length === 0) return 'valid';
  return reasons.every(isAboutTrust) ? 'untrusted' : 'invalid';
}

export type Reason = { readonly code: ReasonCode; readonly details: Readonly<Record<string, string | number>> };

export type Signer = {
  readonly unitCode: string;
  readonly unitName: string;
  /** SHA-256 over the DER certificate, 64 hexadecimal digits. */
  readonly fingerprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** As the signer claims it; no clock but the signer's own vouches for it. */
  readonly claimedSigningTime: string | null;
};

export type BundleReport = {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** SHA-256 of the manifest bytes, where a manifest could be read. */
  readonly bundleDigest: string | null;
  readonly signer: Signer | null;
  /** The filing, only where its digest and the signature hold. */
  readonly filing: Filing | null;
  /** Our own validation of that filing. */
  readonly findings: readonly Finding[];
};
