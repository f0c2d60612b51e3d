/** The two ways of signing that bundles may use: ECDSA on P-256, and RSA (PKCS #1 v1.5) from 2048 bits, both with SHA-256. */
import { sign, verify, type KeyObject } from 'node:crypto';
import { Null } from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import * as oid from './oids.ts';

export type SignatureScheme = 'ecdsa-p256' | 'rsa';

const fewestRsaBits = 2048;
/** Longer keys only make checking slow. */
const mostRsaBits = 8192;

/** The scheme a key (public or private) is for, or null when bundles use no such keys. */
export function schemeOf(key: KeyObject): SignatureScheme | null {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec') return namedCurve === 'prime256v1' ? 'ecdsa-p256' : null;
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= fewestRsaBits && modulusLength <= mostRsaBits ? 'rsa' : null;
  return null;
}

/** As written into certificates and signatures: RSA needs NULL parameters, ECDSA none (RFC 5754, 3.2; RFC 5758, 3.2). */
export function signatureAlgorithm(scheme: SignatureScheme): AlgorithmIdentifier {
  if (scheme === 'ecdsa-p256') return new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
  return new AlgorithmIdentifier({ algorithmId: oid.rsaWithSha256, algorithmParams: new Null() });
}

/** True when a signature's algorithm is the scheme's; CMS also names RSA without its digest (RFC 5754, 3.2). */
export function isAlgorithmOf(scheme: SignatureScheme, algorithm: AlgorithmIdentifier): boolean {
  if (scheme === 'ecdsa-p256') return algorithm.algorithmId === oid.ecdsaWithSha256;
  return algorithm.algorithmId === oid.rsaWithSha256 || algorithm.algorithmId === oid.rsaEncryption;
}

/** ECDSA signatures are DER (`Ecdsa-Sig-Value`, RFC 3279), as certificates and CMS have them. */
export function signBytes(privateKey: KeyObject, bytes: Uint8Array): Buffer {
  return sign('sha256', bytes, { key: privateKey, dsaEncoding: 'der' });
}

export function isSignatureOf(publicKey: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha256', bytes, { key: publicKey, dsaEncoding: 'der' }, signature);
}
