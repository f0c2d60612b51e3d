/** Issues the self-signed certificate of a new key pair (X.509 v3, RFC 5280). */
import { randomBytes, type KeyObject } from 'node:crypto';
import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Set as SetOf, Utf8String } from 'asn1js';
import { Certificate as X509, Extension, PublicKeyInfo, RelativeDistinguishedNames } from 'pkijs';
import { decodeCertificate, type Certificate } from './certificate.ts';
import { toArrayBuffer } from './der.ts';
import { sha256Bytes } from './digest.ts';
import * as oid from './oids.ts';
import { schemeOf, signatureAlgorithm, signBytes } from './signature-scheme.ts';
import { timeOf } from './time.ts';

export type CertificateOrder = {
  /** Letters, digits and hyphens (PrintableString). */
  readonly unitCode: string;
  readonly unitName: string;
  readonly keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Whole seconds; certificates know no smaller unit. */
  readonly notBefore: Date;
  readonly notAfter: Date;
};

/** A certificate for signing alone: digitalSignature and nonRepudiation, no CA. @throws Error for keys of other kinds (a bug). */
export function issueSelfSigned({ unitCode, unitName, keys, notBefore, notAfter }: CertificateOrder): Certificate {
  const scheme = schemeOf(keys.publicKey);
  if (scheme === null) throw new Error('not a key for signing bundles');
  const publicKey = PublicKeyInfo.fromBER(toArrayBuffer(keys.publicKey.export({ type: 'spki', format: 'der' })));
  const name = distinguishedName(unitCode, unitName);
  const x509 = new X509({
    version: 2,
    serialNumber: new Integer({ valueHex: toArrayBuffer(randomSerial()) }),
    signature: signatureAlgorithm(scheme),
    signatureAlgorithm: signatureAlgorithm(scheme),
    issuer: name,
    subject: name,
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    subjectPublicKeyInfo: publicKey,
    extensions: [
      extension(oid.basicConstraints, true, new Sequence({ value: [] })),
      // Bits 0 and 1, six bits unused.
      extension(oid.keyUsage, true, new BitString({ valueHex: Uint8Array.of(0b1100_0000).buffer, unusedBits: 6 })),
      extension(oid.subjectKeyIdentifier, false, new OctetString({ valueHex: keyIdentifier(publicKey) })),
    ],
  });
  x509.tbsView = new Uint8Array(x509.encodeTBS().toBER());
  x509.signatureValue = new BitString({ valueHex: toArrayBuffer(signBytes(keys.privateKey, x509.tbsView)) });
  const certificate = decodeCertificate(new Uint8Array(x509.toSchema().toBER()));
  if (certificate === null) throw new Error('the certificate just made cannot be read');
  return certificate;
}

/** 16 random bytes, positive and without a leading zero, so that DER keeps them all (RFC 5280, 4.1.2.2). */
function randomSerial(): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

/** One relative name for each attribute; pkijs itself would put all of them into one set. */
function distinguishedName(unitCode: string, unitName: string): RelativeDistinguishedNames {
  const attribute = (type: string, value: Utf8String | PrintableString) =>
    new SetOf({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] });
  const name = new Sequence({
    value: [
      attribute(oid.organizationName, new Utf8String({ value: unitName })),
      attribute(oid.serialNumberInName, new PrintableString({ value: unitCode })),
      attribute(oid.commonName, new Utf8String({ value: unitName })),
    ],
  });
  return RelativeDistinguishedNames.fromBER(name.toBER());
}

/** The leftmost 160 bits of SHA-256 over the public key (RFC 7093, 2, method 1). */
function keyIdentifier(publicKey: PublicKeyInfo): ArrayBuffer {
  return toArrayBuffer(sha256Bytes(publicKey.subjectPublicKey.valueBlock.valueHexView).subarray(0, 20));
}

function extension(id: string, critical: boolean, value: Sequence | BitString | OctetString): Extension {
  return new Extension({ extnID: id, critical, extnValue: value.toBER() });
}
