/** Issues certificates (X.509 v3, RFC 5280): a unit's own, one for a subordinate, and the CA certificate of a superior. */
import { randomBytes } from 'node:crypto';
import { BitString, Integer } from 'asn1js';
import { Certificate as X509, PublicKeyInfo, type Extension, type RelativeDistinguishedNames } from 'pkijs';
import { decodeCertificate, parseX509, type Certificate } from './certificate.ts';
import { toArrayBuffer } from './der.ts';
import { plainName, regionalName, regionsOf, regionSubtree, type UnitName } from './distinguished-name.ts';
import { authorityExtensions, authorityKey, unitExtensions } from './extensions.ts';
import type { PrivateKey, PublicKey } from './keys.ts';
import { signatureAlgorithm } from './signature-scheme.ts';
import { timeOf } from './time.ts';

/** Whole seconds; certificates know no smaller unit. */
export type Validity = { readonly notBefore: Date; readonly notAfter: Date };

/** Who signs: a key, and the CA certificate that names it. */
export type Authority = { readonly privateKey: PrivateKey; readonly certificate: Certificate };

/** A certificate for signing alone, signed with its own key. */
export function issueSelfSigned(unit: UnitName, key: PrivateKey, validity: Validity): Certificate {
  const name = plainName(unit);
  const extensions = unitExtensions(key.publicKey);
  return signCertificate({ subject: name, issuer: name, publicKey: key.publicKey, extensions, validity }, key);
}

/** A certificate for signing alone, issued to somebody else's key. */
export function issueUnit(unit: UnitName, publicKey: PublicKey, validity: Validity, authority: Authority): Certificate {
  const extensions = [...unitExtensions(publicKey), authorityKey(authority.privateKey.publicKey)];
  const subject = regionalName(unit, regionsOf(unit.unitCode));
  return signCertificate({ subject, issuer: subjectOf(authority), publicKey, extensions, validity }, authority.privateKey);
}

/** A CA certificate for the units below a region, issued to its own key or, by an authority, to another. */
export function issueAuthority(unit: UnitName, key: PublicKey, validity: Validity, by: PrivateKey | Authority): Certificate {
  const regions = regionsOf(unit.unitCode);
  const subject = regionalName(unit, regions, authorityRole);
  const isOwn = !('certificate' in by);
  const signer = isOwn ? by : by.privateKey;
  const extensions = [...authorityExtensions(key, regionSubtree(regions)), ...(isOwn ? [] : [authorityKey(signer.publicKey)])];
  return signCertificate({ subject, issuer: isOwn ? subject : subjectOf(by), publicKey: key, extensions, validity }, signer);
}

const authorityRole = '证书签发';

type Contents = {
  readonly subject: RelativeDistinguishedNames;
  readonly issuer: RelativeDistinguishedNames;
  readonly publicKey: PublicKey;
  readonly extensions: Extension[];
  readonly validity: Validity;
};

function signCertificate({ subject, issuer, publicKey, extensions, validity }: Contents, key: PrivateKey): Certificate {
  const algorithm = signatureAlgorithm(key.publicKey.scheme);
  const x509 = new X509({
    version: 2,
    serialNumber: new Integer({ valueHex: toArrayBuffer(randomSerial()) }),
    signature: algorithm,
    signatureAlgorithm: algorithm,
    issuer,
    subject,
    notBefore: timeOf(validity.notBefore),
    notAfter: timeOf(validity.notAfter),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(toArrayBuffer(publicKey.spki)),
    extensions,
  });
  x509.tbsView = new Uint8Array(x509.encodeTBS().toBER());
  x509.signatureValue = new BitString({ valueHex: toArrayBuffer(key.sign(x509.tbsView)) });
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

function subjectOf({ certificate }: Authority): RelativeDistinguishedNames {
  return parseX509(certificate.der).subject;
}
