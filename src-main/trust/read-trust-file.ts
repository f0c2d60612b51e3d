/** What a file offers to be trusted: certificates of units and CAs, fingerprints, or a revocation list. */
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { ListView, TrustCandidate } from '#core/ipc/trust-views.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { regionOf } from '../signing/authority-limits.ts';
import { isSelfSigned, readCertificates } from '../signing/certificate-file.ts';
import { isCa, nameText, x509Of, type Certificate } from '../signing/certificate.ts';
import { sha256Hex } from '../signing/digest.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { commonName } from '../signing/oids.ts';
import { readPem } from '../signing/pem.ts';
import { isPinFile, readPins } from '../signing/pins.ts';
import { decodeRevocationList, isListOf, type RevocationList } from '../signing/revocation-list.ts';

/** A candidate with what is kept of it. */
export type Offered = Omit<TrustCandidate, 'isKnown'> & { readonly content: Uint8Array | null; readonly revokedFrom: string | null };

/** `authorities` are the CA certificates that are registered: a list counts only where one of them signed it. */
export async function readTrustFile(path: string, authorities: readonly Certificate[], now: Date): Promise<Outcome<readonly Offered[]>> {
  const file = basename(path);
  const bytes = readBytes(nodeFileSystem, path, keyLimitBytes);
  if (!bytes.ok) return bytes;
  const text = Buffer.from(bytes.value).toString('utf8');
  if (isPinFile(text)) {
    const pins = readPins(text, file);
    return pins.ok ? ok(pins.value.map(offerPin)) : pins;
  }
  const listPem = readPem(bytes.value, ['X509 CRL'])[0];
  if (listPem !== undefined || /\.crl$/iu.test(file)) {
    const list = decodeRevocationList(listPem ?? bytes.value);
    return list === null ? fail(problem('trust/malformed-list', { file })) : offerList(list, file, authorities, now);
  }
  const read = readCertificates(bytes.value, file);
  return read.ok ? ok(read.value.map(offerCertificate)) : read;
}

export function offerCertificate(certificate: Certificate): Offered {
  const { der, unitCode, unitName, fingerprint, notBefore, notAfter } = certificate;
  const x509 = x509Of(certificate);
  return {
    kind: isCa(x509) ? 'authority' : 'certificate',
    unitCode,
    unitName,
    fingerprint,
    notBefore,
    notAfter,
    issuer: issuerOf(certificate),
    region: isCa(x509) ? regionOf(x509) : null,
    list: null,
    content: der,
    revokedFrom: null,
  };
}

/** Null where it signed itself. */
export function issuerOf(certificate: Certificate): string | null {
  return isSelfSigned(certificate) ? null : nameText(x509Of(certificate).issuer, commonName);
}

function offerPin({
  fingerprint,
  unitCode,
  revokedFrom,
}: {
  fingerprint: string;
  unitCode: string | null;
  revokedFrom: string | null;
}): Offered {
  return { ...nothingElse, kind: 'pin', unitCode: unitCode ?? '', unitName: '', fingerprint, content: null, revokedFrom };
}

async function offerList(
  list: RevocationList,
  file: string,
  authorities: readonly Certificate[],
  now: Date,
): Promise<Outcome<readonly Offered[]>> {
  for (const authority of authorities) {
    if (!(await isListOf(list, authority))) continue;
    const { unitCode, unitName } = authority;
    const fingerprint = sha256Hex(list.der);
    return ok([
      { ...nothingElse, kind: 'list', unitCode, unitName, fingerprint, list: viewList(list, now), content: list.der, revokedFrom: null },
    ]);
  }
  return fail(problem('trust/unverified-list', { file }));
}

const nothingElse = { notBefore: null, notAfter: null, issuer: null, region: null, list: null } as const;

export function viewList({ number, thisUpdate, nextUpdate, revocations }: RevocationList, now: Date): ListView {
  return { number, count: revocations.length, thisUpdate, nextUpdate, isStale: nextUpdate !== null && new Date(nextUpdate) < now };
}
