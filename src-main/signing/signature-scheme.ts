/** How signatures of each kind of key are named, and the digest that goes with them. */
import { Null } from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import { assertNever } from '#core/lib/assert-never.ts';
import { sha256Bytes } from './digest.ts';
import type { SignatureScheme } from './keys.ts';
import * as oid from './oids.ts';
import { sm3Bytes } from './sm3.ts';

/** As written into certificates and signatures: RSA needs NULL parameters, the others none (RFC 5754, 3.2; RFC 5758, 3.2). */
export function signatureAlgorithm(scheme: SignatureScheme): AlgorithmIdentifier {
  switch (scheme) {
    case 'ecdsa-p256':
      return new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
    case 'rsa':
      return new AlgorithmIdentifier({ algorithmId: oid.rsaWithSha256, algorithmParams: new Null() });
    case 'sm2':
      return new AlgorithmIdentifier({ algorithmId: oid.sm2WithSm3 });
    default:
      return assertNever(scheme);
  }
}

const algorithmIds = { 'ecdsa-p256': oid.ecdsaWithSha256, rsa: oid.rsaWithSha256, sm2: oid.sm2WithSm3 } as const;

/** True when a signature's algorithm is the scheme's; CMS also names RSA without its digest (RFC 5754, 3.2). */
export function isAlgorithmOf(scheme: SignatureScheme, { algorithmId }: { readonly algorithmId: string }): boolean {
  return algorithmId === algorithmIds[scheme] || (scheme === 'rsa' && algorithmId === oid.rsaEncryption);
}

export type DigestKind = 'sha256' | 'sm3';

/** The digest of messages that a key of the kind signs. */
export function digestKindOf(scheme: SignatureScheme): DigestKind {
  return scheme === 'sm2' ? 'sm3' : 'sha256';
}

export function digestAlgorithm(kind: DigestKind): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: kind === 'sm3' ? oid.sm3 : oid.sha256, algorithmParams: new Null() });
}

/** The digest that an identifier names; null for others. */
export function digestKindNamed(algorithmId: string): DigestKind | null {
  return algorithmId === oid.sha256 ? 'sha256' : algorithmId === oid.sm3 ? 'sm3' : null;
}

export function digestBytes(kind: DigestKind, content: Uint8Array): Uint8Array {
  return kind === 'sm3' ? sm3Bytes(content) : sha256Bytes(content);
}
