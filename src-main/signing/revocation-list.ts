/** Revocation lists (X.509 CRL v2, RFC 5280, 5) as files: read, looked up, and issued anew with one certificate more. */
import { BitString, Enumerated, Integer, type Sequence } from 'asn1js';
import {
  CertificateRevocationList,
  Extensions,
  RevokedCertificate,
  type Certificate as X509,
  type RelativeDistinguishedNames,
} from 'pkijs';
import { parseX509, x509Of, type Certificate } from './certificate.ts';
import { attempt, parseDer, toArrayBuffer } from './der.ts';
import { engine } from './engine.ts';
import { authorityKey, crlNumber, extension } from './extensions.ts';
import type { Authority } from './issue-certificate.ts';
import * as oid from './oids.ts';
import { signatureAlgorithm } from './signature-scheme.ts';
import { timeOf } from './time.ts';

/** Why a certificate was revoked, with its number in RFC 5280, 5.3.1. */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
} as const;
export type RevocationReason = keyof typeof revocationReasons;

export type Revocation = {
  /** The certificate's number, hexadecimal. */
  readonly serial: string;
  /** ISO 8601: from then on it is not to be believed. */
  readonly from: string;
  /** `unspecified` for reasons that are not ours. */
  readonly reason: RevocationReason;
};

export type RevocationList = {
  readonly der: Uint8Array;
  /** The issuer's name as it stands in the list, DER in hexadecimal. */
  readonly issuer: string;
  readonly number: number;
  readonly thisUpdate: string;
  readonly nextUpdate: string | null;
  readonly revocations: readonly Revocation[];
};

/** How long a list is current; whoever has no newer one by then should ask. */
const monthsCurrent = 12;

/** Reads one list in DER, or gives null for bytes that are none. Who signed it is another question. */
export function decodeRevocationList(der: Uint8Array): RevocationList | null {
  return attempt(() => {
    const list = parseList(der);
    const number = list.crlExtensions?.extensions.find((each) => each.extnID === oid.crlNumber)?.parsedValue as unknown;
    return {
      der: new Uint8Array(der),
      issuer: hex(list.issuer.valueBeforeDecode),
      number: number instanceof Integer ? number.valueBlock.valueDec : 0,
      thisUpdate: list.thisUpdate.value.toISOString(),
      nextUpdate: list.nextUpdate?.value.toISOString() ?? null,
      revocations: (list.revokedCertificates ?? []).map(readRevocation),
    };
  });
}

/** Whether a CA's key signed the list and the names agree. */
export async function isListOf({ der, issuer }: RevocationList, authority: Certificate): Promise<boolean> {
  const ca = x509Of(authority);
  if (hex(ca.subject.valueBeforeDecode) !== issuer) return false;
  try {
    return await parseList(der).verify({ issuerCertificate: ca }, engine);
  } catch {
    // The library throws on keys and signatures that it cannot use.
    return false;
  }
}

/** The entry about a certificate in lists that are believed, or null. */
export function revocationOf(x509: X509, lists: readonly RevocationList[]): Revocation | null {
  if (lists.length === 0) return null;
  const issuer = hex(x509.issuer.valueBeforeDecode);
  const serial = hex(x509.serialNumber.valueBlock.valueHexView);
  const found = lists
    .filter((each) => each.issuer === issuer)
    .flatMap((each) => each.revocations.filter((entry) => entry.serial === serial));
  // Of several entries the strictest counts.
  return found.toSorted((one, other) => one.from.localeCompare(other.from))[0] ?? null;
}

/** The library keeps what is to be signed to itself and its heirs. */
class UnsignedList extends CertificateRevocationList {
  toBeSigned(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.encodeTBS().toBER());
  }
}

/** The next list of an authority: all revocations, in the order of their numbers. */
export function issueRevocationList(
  { privateKey, certificate }: Authority,
  { number, revocations, now }: { readonly number: number; readonly revocations: readonly Revocation[]; readonly now: Date },
): Uint8Array {
  const nextUpdate = new Date(now);
  nextUpdate.setUTCMonth(nextUpdate.getUTCMonth() + monthsCurrent);
  const algorithm = signatureAlgorithm(privateKey.publicKey.scheme);
  const list = new UnsignedList({
    version: 1,
    signature: algorithm,
    signatureAlgorithm: algorithm,
    issuer: parseX509(certificate.der).subject,
    thisUpdate: timeOf(now),
    nextUpdate: timeOf(nextUpdate),
    // An empty list is left out altogether (5.1.2.6).
    ...(revocations.length === 0 ? {} : { revokedCertificates: revocations.map(writeRevocation) }),
    crlExtensions: new Extensions({ extensions: [authorityKey(privateKey.publicKey), crlNumber(number)] }),
  });
  list.tbsView = list.toBeSigned();
  list.signatureValue = new BitString({ valueHex: toArrayBuffer(privateKey.sign(list.tbsView)) });
  // The library's types leave this one open.
  return new Uint8Array((list.toSchema() as Sequence).toBER());
}

/** Who issued a list, as the library has names. */
export function issuerNameOf({ der }: RevocationList): RelativeDistinguishedNames {
  return parseList(der).issuer;
}

export function serialOf(certificate: Certificate): string {
  return hex(x509Of(certificate).serialNumber.valueBlock.valueHexView);
}

function writeRevocation({ serial, from, reason }: Revocation): RevokedCertificate {
  const extensions = [extension(oid.crlReason, false, new Enumerated({ value: revocationReasons[reason] }))];
  return new RevokedCertificate({
    userCertificate: new Integer({ valueHex: toArrayBuffer(Buffer.from(serial, 'hex')) }),
    revocationDate: timeOf(new Date(from)),
    // The usual reason is not stated (5.3.1).
    ...(reason === 'unspecified' ? {} : { crlEntryExtensions: new Extensions({ extensions }) }),
  });
}

function readRevocation({ userCertificate, revocationDate, crlEntryExtensions }: RevokedCertificate): Revocation {
  const stated = crlEntryExtensions?.extensions.find((each) => each.extnID === oid.crlReason)?.parsedValue as unknown;
  const code = stated instanceof Enumerated ? stated.valueBlock.valueDec : 0;
  const reason = Object.keys(revocationReasons).find((each) => revocationReasons[each as RevocationReason] === code);
  return {
    serial: hex(userCertificate.valueBlock.valueHexView),
    from: revocationDate.value.toISOString(),
    reason: (reason ?? 'unspecified') as RevocationReason,
  };
}

function parseList(der: Uint8Array): CertificateRevocationList {
  const asn1 = parseDer(der);
  if (asn1 === null) throw new Error('not DER');
  return new CertificateRevocationList({ schema: asn1 });
}

function hex(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('hex');
}
