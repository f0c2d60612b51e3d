/** Private and public keys of the kinds that bundles use, whichever library does the arithmetic. */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { attempt } from './der.ts';
import { isSm2Spki, openSm2PrivateKey, openSm2PublicKey } from './sm2-keys.ts';

export const signatureSchemes = ['ecdsa-p256', 'rsa', 'sm2'] as const;
export type SignatureScheme = (typeof signatureSchemes)[number];

export type PublicKey = {
  readonly scheme: SignatureScheme;
  /** SubjectPublicKeyInfo in DER: two keys are the same when these bytes are. */
  readonly spki: Uint8Array;
  /** False for bytes that are no signature at all, too. */
  readonly verifies: (bytes: Uint8Array, signature: Uint8Array) => boolean;
};

/** It never leaves the process that opened it. */
export type PrivateKey = {
  readonly publicKey: PublicKey;
  /** PrivateKeyInfo in DER, in clear. */
  readonly pkcs8: Uint8Array;
  /** ECDSA and SM2 signatures are DER (`SEQUENCE { r, s }`), as certificates and CMS have them. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
};

const fewestRsaBits = 2048;
/** Longer keys only make checking slow. */
const mostRsaBits = 8192;

/** The key of a SubjectPublicKeyInfo; null for kinds that bundles do not use, and for bytes that are none. */
export function openPublicKey(spki: Uint8Array): PublicKey | null {
  if (hasP256Head(spki)) return openPoint(spki);
  if (isSm2Spki(spki)) return openSm2PublicKey(spki);
  const key = attempt(() => createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }));
  return key === null ? null : fromNode(key);
}

/** What stands before the 64 octets of an uncompressed point of P-256 (RFC 5480, 2): the usual spelling of the usual key. */
const p256Head = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');
const coordinateSize = 32;

function hasP256Head(spki: Uint8Array): boolean {
  return spki.length === p256Head.length + 2 * coordinateSize && p256Head.equals(spki.subarray(0, p256Head.length));
}

/** By its coordinates, which takes half the time of finding out what kind of key it is. Null for a point off the curve. */
function openPoint(spki: Uint8Array): PublicKey | null {
  const coordinate = (index: number) => {
    const from = p256Head.length + index * coordinateSize;
    return Buffer.from(spki.subarray(from, from + coordinateSize)).toString('base64url');
  };
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(0), y: coordinate(1) };
  const key = attempt(() => createPublicKey({ key: jwk, format: 'jwk' }));
  return key === null
    ? null
    : { scheme: 'ecdsa-p256', spki: new Uint8Array(spki), verifies: (bytes, signature) => isSignedBy(key, bytes, signature) };
}

function isSignedBy(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return attempt(() => verify('sha256', bytes, { key, dsaEncoding: 'der' }, signature)) === true;
}

/** The key of a PrivateKeyInfo; null for kinds that bundles do not use, and for bytes that are none. */
export function openPrivateKey(pkcs8: Uint8Array): PrivateKey | null {
  const sm2 = openSm2PrivateKey(pkcs8);
  if (sm2 !== null) return sm2;
  const key = attempt(() => createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
  const publicKey = key === null ? null : fromNode(createPublicKey(key));
  if (key === null || publicKey === null) return null;
  return { publicKey, pkcs8, sign: (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'der' }) };
}

export function isSameKey(one: PublicKey | null, other: PublicKey | null): boolean {
  return one !== null && other !== null && Buffer.compare(one.spki, other.spki) === 0;
}

function fromNode(key: KeyObject): PublicKey | null {
  const scheme = schemeOf(key);
  if (scheme === null) return null;
  return {
    scheme,
    // Written anew: a key has one spelling only.
    get spki() {
      return new Uint8Array(key.export({ type: 'spki', format: 'der' }));
    },
    verifies: (bytes, signature) => isSignedBy(key, bytes, signature),
  };
}

function schemeOf(key: KeyObject): SignatureScheme | null {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec') return namedCurve === 'prime256v1' ? 'ecdsa-p256' : null;
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= fewestRsaBits && modulusLength <= mostRsaBits ? 'rsa' : null;
  return null;
}
