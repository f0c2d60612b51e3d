/** The extensions that our certificates, requests and revocation lists have (RFC 5280, 4.2 and 5.2). */
import { BitString, Boolean, Constructed, Integer, OctetString, Primitive, Sequence, type AsnType } from 'asn1js';
import { Extension, type RelativeDistinguishedNames } from 'pkijs';
import { parseDer, partsOf, toArrayBuffer } from './der.ts';
import { sha256Bytes } from './digest.ts';
import type { PublicKey } from './keys.ts';
import * as oid from './oids.ts';

/** No CA: digitalSignature and nonRepudiation alone. */
export function unitExtensions(publicKey: PublicKey): Extension[] {
  return [
    extension(oid.basicConstraints, true, new Sequence({ value: [] })),
    // Bits 0 and 1, six bits unused.
    extension(oid.keyUsage, true, new BitString({ valueHex: Uint8Array.of(0b1100_0000).buffer, unusedBits: 6 })),
    extension(oid.subjectKeyIdentifier, false, new OctetString({ valueHex: toArrayBuffer(keyIdentifier(publicKey)) })),
  ];
}

/** A CA for the names below `subtree` and no others: keyCertSign and cRLSign. */
export function authorityExtensions(publicKey: PublicKey, subtree: RelativeDistinguishedNames): Extension[] {
  const directoryName = new Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [subtree.toSchema()] });
  const permitted = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [new Sequence({ value: [directoryName] })] });
  return [
    extension(oid.basicConstraints, true, new Sequence({ value: [new Boolean({ value: true })] })),
    // Bits 5 and 6, one bit unused.
    extension(oid.keyUsage, true, new BitString({ valueHex: Uint8Array.of(0b0000_0110).buffer, unusedBits: 1 })),
    extension(oid.nameConstraints, true, new Sequence({ value: [permitted] })),
    extension(oid.subjectKeyIdentifier, false, new OctetString({ valueHex: toArrayBuffer(keyIdentifier(publicKey)) })),
  ];
}

/** Names the issuer by its key, for chains and lists where two CAs have one name. */
export function authorityKey(publicKey: PublicKey): Extension {
  const id = new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: toArrayBuffer(keyIdentifier(publicKey)) });
  return extension(oid.authorityKeyIdentifier, false, new Sequence({ value: [id] }));
}

export function crlNumber(number: number): Extension {
  return extension(oid.crlNumber, false, new Integer({ value: number }));
}

export function extension(id: string, critical: boolean, value: AsnType): Extension {
  return new Extension({ extnID: id, critical, extnValue: value.toBER() });
}

/** The leftmost 160 bits of SHA-256 over the public key (RFC 7093, 2, method 1). */
function keyIdentifier({ spki }: PublicKey): Uint8Array {
  const bits = partsOf(parseDer(spki) ?? undefined)[1];
  if (!(bits instanceof BitString)) throw new Error('a public key without its bits');
  return sha256Bytes(bits.valueBlock.valueHexView).subarray(0, 20);
}
