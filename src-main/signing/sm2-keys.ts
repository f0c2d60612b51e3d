/** SM2 keys in their DER wrappings: as for other elliptic curves (RFC 5480, RFC 5915, RFC 5958), with the curve's own identifier. */
import { BitString, Constructed, Integer, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js';
import { parseDer, partsOf, toArrayBuffer } from './der.ts';
import type { PrivateKey, PublicKey } from './keys.ts';
import * as oid from './oids.ts';
import { bytesOf, isPrivateKey, isPublicPoint, isSm2Signature, numberOf, publicPointOf, randomPrivateKey, signSm2 } from './sm2.ts';

/** The curve's identifier in DER: without it a key need not be parsed to know that it is another one. */
const curveBytes = Buffer.from(new ObjectIdentifier({ value: oid.sm2Curve }).toBER());

export function isSm2Spki(spki: Uint8Array): boolean {
  return Buffer.from(spki).includes(curveBytes) && isSm2Algorithm(partsOf(parseDer(spki) ?? undefined)[0]);
}

/** Null for a point that is not on the curve. */
export function openSm2PublicKey(spki: Uint8Array): PublicKey | null {
  const [algorithm, bits] = partsOf(parseDer(spki) ?? undefined);
  if (!isSm2Algorithm(algorithm) || !(bits instanceof BitString)) return null;
  const point = new Uint8Array(bits.valueBlock.valueHexView);
  if (!isPublicPoint(point)) return null;
  return {
    scheme: 'sm2',
    // Written anew: a key has one spelling only.
    spki: writeSpki(point),
    verifies: (bytes, signature) => {
      const numbers = readSignature(signature);
      return numbers !== null && isSm2Signature(point, bytes, numbers);
    },
  };
}

/** Null for keys of other kinds. */
export function openSm2PrivateKey(pkcs8: Uint8Array): PrivateKey | null {
  const [, algorithm, octets] = partsOf(parseDer(pkcs8) ?? undefined);
  if (!isSm2Algorithm(algorithm) || !(octets instanceof OctetString)) return null;
  const [, scalar] = partsOf(parseDer(new Uint8Array(octets.getValue())) ?? undefined);
  if (!(scalar instanceof OctetString)) return null;
  const d = numberOf(scalar.valueBlock.valueHexView);
  if (!isPrivateKey(d)) return null;
  const publicKey = openSm2PublicKey(writeSpki(publicPointOf(d)));
  if (publicKey === null) return null;
  return { publicKey, pkcs8, sign: (bytes) => writeSignature(signSm2(d, bytes)) };
}

/** A new key as PrivateKeyInfo. */
export function makeSm2PrivateKeyInfo(): Uint8Array {
  const d = randomPrivateKey();
  const point = new Constructed({
    idBlock: { tagClass: 3, tagNumber: 1 },
    value: [new BitString({ valueHex: toArrayBuffer(publicPointOf(d)) })],
  });
  const key = new Sequence({ value: [new Integer({ value: 1 }), new OctetString({ valueHex: toArrayBuffer(bytesOf(d)) }), point] });
  const info = new Sequence({ value: [new Integer({ value: 0 }), writeAlgorithm(), new OctetString({ valueHex: key.toBER() })] });
  return new Uint8Array(info.toBER());
}

function writeSpki(point: Uint8Array): Uint8Array {
  return new Uint8Array(new Sequence({ value: [writeAlgorithm(), new BitString({ valueHex: toArrayBuffer(point) })] }).toBER());
}

function writeAlgorithm(): Sequence {
  return new Sequence({ value: [new ObjectIdentifier({ value: oid.ecPublicKey }), new ObjectIdentifier({ value: oid.sm2Curve })] });
}

function isSm2Algorithm(value: AsnType | undefined): boolean {
  const [kind, curve] = partsOf(value).map((part) => (part instanceof ObjectIdentifier ? part.getValue() : null));
  return kind === oid.ecPublicKey && curve === oid.sm2Curve;
}

/** `SEQUENCE { r, s }` with minimal integers (GM/T 0009-2012, 7.3). */
function writeSignature({ r, s }: { readonly r: bigint; readonly s: bigint }): Uint8Array {
  const value = [r, s].map((each) => new Integer({ valueHex: toArrayBuffer(minimal(bytesOf(each))) }));
  return new Uint8Array(new Sequence({ value }).toBER());
}

/** Only the one spelling that we would write ourselves: others would be a second signature of the same thing. */
function readSignature(der: Uint8Array): { readonly r: bigint; readonly s: bigint } | null {
  const [r, s, ...more] = partsOf(parseDer(der) ?? undefined);
  if (!(r instanceof Integer) || !(s instanceof Integer) || more.length > 0) return null;
  const [first, second] = [r, s].map((each) => each.valueBlock.valueHexView);
  if (first === undefined || second === undefined || [first, second].some((each) => each.length > 33 || (each[0] ?? 0x80) >= 0x80))
    return null;
  const numbers = { r: numberOf(first), s: numberOf(second) };
  return Buffer.compare(writeSignature(numbers), der) === 0 ? numbers : null;
}

/** Positive, without leading zeros but for the one that keeps the sign (X.690, 8.3). */
function minimal(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  const rest = start < 0 ? Uint8Array.of(0) : bytes.subarray(start);
  return (rest[0] ?? 0) >= 0x80 ? Buffer.concat([Uint8Array.of(0), rest]) : rest;
}
