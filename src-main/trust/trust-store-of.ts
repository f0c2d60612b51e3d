/** The trust of this office as verification wants it: what is registered, without what was removed. */
import { decodeCertificate, type Certificate } from '../signing/certificate.ts';
import { decodeRevocationList, type RevocationList } from '../signing/revocation-list.ts';
import type { Pin } from '../signing/pins.ts';
import type { TrustStore } from '../signing/trust-store.ts';
import type { TrustEntry } from '../store/trust-entries.ts';
import { trustEntriesOf } from '../store/trust-entries.ts';
import type { Workspace } from '../store/workspace.ts';

/**
 * A certificate that was revoked here counts as a fingerprint that is revoked from that time: what was signed before stays
 * good, and what came later is named as revoked, not as unknown. Lists were checked against their authority when they came.
 */
export function trustStoreOf({ tables }: Pick<Workspace, 'tables'>): TrustStore {
  const entries = trustEntriesOf(tables);
  const trusted: Certificate[] = [];
  const pins: Pin[] = [];
  const lists: RevocationList[] = [];
  for (const entry of entries) {
    const { kind, end, fingerprint, unitCode } = entry;
    if (kind === 'list') {
      if (end === null) lists.push(listOf(entry));
    } else if (end?.kind === 'revoked' && kind !== 'authority') pins.push({ fingerprint, unitCode, revokedFrom: end.from });
    else if (end === null && kind === 'pin') pins.push({ fingerprint, unitCode, revokedFrom: null });
    else if (end === null) trusted.push(certificateOf(entry));
  }
  // Registered anew after a revocation by mistake: the newest word counts, and pins are asked in their order.
  return { trusted, pins: pins.toReversed(), lists };
}

/** Decoding takes its time, and the same few thousand are asked for with every batch. */
const certificates = new Map<string, Certificate>();
const revocationLists = new Map<string, RevocationList>();

export function certificateOf({ fingerprint, content }: TrustEntry): Certificate {
  const known = certificates.get(fingerprint);
  if (known !== undefined) return known;
  const certificate = content === null ? null : decodeCertificate(content);
  if (certificate === null) throw new Error('a registered certificate cannot be read');
  certificates.set(fingerprint, certificate);
  return certificate;
}

export function listOf({ fingerprint, content }: TrustEntry): RevocationList {
  const known = revocationLists.get(fingerprint);
  if (known !== undefined) return known;
  const list = content === null ? null : decodeRevocationList(content);
  if (list === null) throw new Error('a revocation list that was taken in cannot be read');
  revocationLists.set(fingerprint, list);
  return list;
}
