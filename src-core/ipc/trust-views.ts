/** What the screens are shown of keys, certificates and whom this office trusts. */
import type { KeyScheme, MemoryState, RevocationWord, TrustEnding, TrustKind } from '../bundle/trust-terms.ts';

export type TrustEntryView = {
  readonly id: string;
  readonly kind: TrustKind;
  readonly unitCode: string;
  readonly unitName: string;
  /** SHA-256 of the certificate in 64 hexadecimal digits; of a revocation list: of its bytes. */
  readonly fingerprint: string;
  readonly note: string;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly addedBy: string;
  readonly end: TrustEndView | null;
  /** Until when a certificate is valid; null for a fingerprint and for a list. */
  readonly notAfter: string | null;
  readonly list: ListView | null;
};

export type TrustEndView = {
  readonly kind: TrustEnding;
  readonly from: string;
  readonly reason: string;
  readonly endedAt: string;
  readonly endedBy: string;
};

export type ListView = {
  readonly number: number;
  readonly count: number;
  readonly thisUpdate: string;
  readonly nextUpdate: string | null;
  /** The time for the next one has passed: revocations since then are not known here. */
  readonly isStale: boolean;
};

/** A revocation list whose successor is overdue. */
export type StaleList = { readonly issuer: string; readonly number: number; readonly nextUpdate: string };

export type TrustView = {
  /** Newest first. */
  readonly entries: readonly TrustEntryView[];
  /** Who did something here last, for the next time. */
  readonly officer: string | null;
};

/** A certificate, fingerprint or list of a file that was chosen, before it is registered. */
export type TrustCandidate = {
  readonly kind: TrustKind;
  readonly unitCode: string;
  readonly unitName: string;
  readonly fingerprint: string;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  /** Who issued it; null where it signed itself. */
  readonly issuer: string | null;
  /** Of a CA: the units below this code alone. */
  readonly region: string | null;
  readonly list: ListView | null;
  readonly isKnown: boolean;
};

export type TrustFileView = { readonly token: string; readonly fileName: string; readonly candidates: readonly TrustCandidate[] };

export type KeyView = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly fingerprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly scheme: KeyScheme;
  /** Who issued the certificate; null where the unit signed it itself. */
  readonly issuer: string | null;
  /** As an authority: for the units whose code begins so, by its CA certificate or the one that it would get; null without limits. */
  readonly region: string | null;
  /** The passphrase is kept by the system. */
  readonly isRemembered: boolean;
  /** Certificates that were replaced, newest first. */
  readonly former: readonly { readonly fingerprint: string; readonly notAfter: string; readonly replacedAt: string }[];
};

export type KeysView = { readonly keys: readonly KeyView[]; readonly memory: MemoryState };

/** What was written, and what is read out over the telephone. */
export type WrittenRequest = { readonly fileName: string; readonly fingerprint: string };

export type RequestView = {
  readonly token: string;
  readonly fileName: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** SHA-256 over the public key. */
  readonly fingerprint: string;
  readonly scheme: KeyScheme;
};

export type IssuedView = {
  readonly serial: string;
  readonly authority: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly fingerprint: string;
  readonly isAuthority: boolean;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly notAfter: string;
  readonly revoked: { readonly from: string; readonly reason: RevocationWord } | null;
};

export type IssuedCertificateView = { readonly fileName: string; readonly issued: IssuedView };

/** A certificate that a bundle can be encrypted for. */
export type RecipientView = { readonly id: string; readonly unitCode: string; readonly unitName: string; readonly fingerprint: string };
