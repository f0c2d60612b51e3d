/** Certificates as plain data: whose they are and how long they run, and their bytes. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { AsnType } from 'asn1js';
import { Certificate as X509 } from 'pkijs';
import { attempt, parseDer } from './der.ts';
import { sha256Hex } from './digest.ts';
import * as oid from './oids.ts';

export type Certificate = {
  readonly der: Uint8Array;
  /** The subject's serialNumber (2.5.4.5); empty where it has none, or more than one. */
  readonly unitCode: string;
  /** The subject's common name. */
  readonly unitName: string;
  /** SHA-256 of the DER bytes, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
};

/** Reads one X.509 certificate, or gives null for bytes that are none. */
export function decodeCertificate(der: Uint8Array): Certificate | null {
  return attempt(() => {
    const x509 = parseX509(der);
    return {
      der: new Uint8Array(der),
      unitCode: subjectText(x509, oid.serialNumberInName),
      unitName: subjectText(x509, oid.commonName),
      fingerprint: sha256Hex(der),
      // toISOString throws on the dates that are none.
      notBefore: x509.notBefore.value.toISOString(),
      notAfter: x509.notAfter.value.toISOString(),
    };
  });
}

/** The library's view of a certificate. @throws Error on bytes that are no certificate. */
export function parseX509(der: Uint8Array): X509 {
  const asn1 = parseDer(der);
  if (asn1 === null) throw new Error('not DER');
  return new X509({ schema: asn1 });
}

/** The public key, or null where the cryptography at hand cannot use it. */
export function publicKeyOf(x509: X509): KeyObject | null {
  return attempt(() => createPublicKey({ key: Buffer.from(x509.subjectPublicKeyInfo.toSchema().toBER()), format: 'der', type: 'spki' }));
}

/** A key usage bit by its number in RFC 5280, 4.2.1.3; null when the certificate does not say. */
export function hasKeyUsage(x509: X509, bit: number): boolean | null {
  const extension = x509.extensions?.find((each) => each.extnID === oid.keyUsage);
  if (extension === undefined) return null;
  const bits = (extension.parsedValue as unknown as AsnType | undefined)?.valueBlock as { valueHexView?: Uint8Array } | undefined;
  return (((bits?.valueHexView?.[0] ?? 0) << bit) & 0x80) !== 0;
}

function subjectText(x509: X509, type: string): string {
  const values = x509.subject.typesAndValues.filter((each) => each.type === type);
  const text: unknown = values.length === 1 ? values[0]?.value.valueBlock.value : undefined;
  return typeof text === 'string' ? text.slice(0, 200) : '';
}
