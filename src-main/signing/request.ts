/** Certificate requests (PKCS#10, RFC 2986): what a unit sends to its superior instead of its key. */
import { BitString } from 'asn1js';
import { CertificationRequest, PublicKeyInfo } from 'pkijs';
import { attempt, parseDer, toArrayBuffer } from './der.ts';
import { sha256Hex } from './digest.ts';
import { plainName, type UnitName } from './distinguished-name.ts';
import { engine } from './engine.ts';
import { openPublicKey, type PrivateKey, type PublicKey } from './keys.ts';
import { nameText } from './certificate.ts';
import * as oid from './oids.ts';
import { signatureAlgorithm } from './signature-scheme.ts';

export type CertificateRequest = UnitName & {
  readonly publicKey: PublicKey;
  /** SHA-256 over the public key (SubjectPublicKeyInfo): what is read out on the telephone. */
  readonly fingerprint: string;
};

/** The library keeps what is to be signed to itself and its heirs. */
class UnsignedRequest extends CertificationRequest {
  toBeSigned(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.encodeTBS().toBER());
  }
}

/** The DER bytes of a request for a certificate, signed with the key that it is for. */
export function writeRequest(unit: UnitName, key: PrivateKey): Uint8Array {
  const request = new UnsignedRequest({
    version: 0,
    subject: plainName(unit),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(toArrayBuffer(key.publicKey.spki)),
    attributes: [],
    signatureAlgorithm: signatureAlgorithm(key.publicKey.scheme),
  });
  request.tbsView = request.toBeSigned();
  request.signatureValue = new BitString({ valueHex: toArrayBuffer(key.sign(request.tbsView)) });
  return new Uint8Array(request.toSchema().toBER());
}

/** Reads a request in DER; null for what is none, for other kinds of keys, and where the sender does not have the key. */
export async function readRequest(der: Uint8Array): Promise<CertificateRequest | null> {
  const asn1 = parseDer(der);
  const request = asn1 === null ? null : attempt(() => new CertificationRequest({ schema: asn1 }));
  const publicKey = request === null ? null : attempt(() => openPublicKey(new Uint8Array(request.subjectPublicKeyInfo.toSchema().toBER())));
  if (request === null || publicKey === null || !(await isSigned(request))) return null;
  const { subject } = request;
  return {
    unitCode: nameText(subject, oid.serialNumberInName),
    unitName: nameText(subject, oid.commonName),
    publicKey,
    fingerprint: keyFingerprint(publicKey),
  };
}

export function keyFingerprint({ spki }: PublicKey): string {
  return sha256Hex(spki);
}

async function isSigned(request: CertificationRequest): Promise<boolean> {
  try {
    return await request.verify(engine);
  } catch {
    // The library throws on keys and signatures that it cannot use.
    return false;
  }
}
