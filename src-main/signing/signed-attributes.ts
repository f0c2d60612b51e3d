/** The signed attributes of CAdES-B-B (ETSI EN 319 122-1, 6.3): content type, digest, time, and the certificate's own digest. */
import { Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Attribute, SignedAndUnsignedAttributes } from 'pkijs';
import { toArrayBuffer } from './der.ts';
import { oidIn, partsOfDer, partsOfTagged, tags, timeIn, type Der } from './der-reader.ts';
import * as oid from './oids.ts';
import type { DigestKind } from './signature-scheme.ts';
import type { SignedAttribute } from './signed-data.ts';
import { timeOf } from './time.ts';

export type SignedFacts = {
  /** The digest that both of the following are made with. */
  readonly digest: DigestKind;
  /** Of the signed content. */
  readonly messageDigest: Uint8Array;
  /** Of the signer's DER certificate. */
  readonly certificateDigest: Uint8Array;
  /** Whole seconds. */
  readonly signingTime: Date;
};

/** The attributes as a DER set: sorted by their encodings (X.690, 11.6). */
export function writeSignedAttributes({ digest, messageDigest, certificateDigest, signingTime }: SignedFacts): SignedAndUnsignedAttributes {
  const attributes = [
    new Attribute({ type: oid.contentTypeAttribute, values: [new ObjectIdentifier({ value: oid.dataContent })] }),
    new Attribute({ type: oid.signingTimeAttribute, values: [timeOf(signingTime).toSchema()] }),
    new Attribute({ type: oid.messageDigestAttribute, values: [new OctetString({ valueHex: toArrayBuffer(messageDigest) })] }),
    new Attribute({ type: oid.signingCertificateV2Attribute, values: [signingCertificate(digest, certificateDigest)] }),
  ];
  const encoding = (attribute: Attribute) => Buffer.from(attribute.toSchema().toBER());
  const sorted = [...attributes].sort((one, other) => Buffer.compare(encoding(one), encoding(other)));
  return new SignedAndUnsignedAttributes({ type: 0, attributes: sorted });
}

/** The bytes that are signed: the set under its own tag 0x31 instead of [0] (RFC 5652, 5.4). */
export function bytesToSign(attributes: SignedAndUnsignedAttributes): Uint8Array {
  const bytes = new Uint8Array(attributes.toSchema().toBER());
  bytes[0] = 0x31;
  return bytes;
}

/**
 * The facts that signed attributes state, or the reason why they cannot be read. Each of the four stands there once
 * with one value (RFC 5652, 11); others are allowed and mean nothing to us.
 */
export function readSignedAttributes(attributes: readonly SignedAttribute[], kind: DigestKind): SignedFacts | { readonly missing: string } {
  const only = (type: string): Der | undefined => {
    const found = attributes.filter((each) => each.type === type);
    return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
  };
  if (oidIn(only(oid.contentTypeAttribute)) !== oid.dataContent) return { missing: 'content type' };
  const digest = only(oid.messageDigestAttribute);
  if (digest?.tag !== tags.octetString) return { missing: 'message digest' };
  const signingTime = timeIn(only(oid.signingTimeAttribute));
  if (signingTime === null) return { missing: 'signing time' };
  const certificateDigest = readSigningCertificate(only(oid.signingCertificateV2Attribute), kind);
  if (certificateDigest === null) return { missing: `signing-certificate-v2 with ${kind === 'sm3' ? 'SM3' : 'SHA-256'}` };
  return { digest: kind, messageDigest: digest.content, signingTime, certificateDigest };
}

/** `SigningCertificateV2` (RFC 5035, 4): the hash algorithm is left out where it is SHA-256, its default. */
function signingCertificate(digest: DigestKind, certificateDigest: Uint8Array): Sequence {
  const algorithm = digest === 'sm3' ? [new Sequence({ value: [new ObjectIdentifier({ value: oid.sm3 }), new Null()] })] : [];
  const id = new Sequence({ value: [...algorithm, new OctetString({ valueHex: toArrayBuffer(certificateDigest) })] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

/** The certificate digest of the first ESSCertIDv2, which is the signer's; null for another digest than `kind`. */
function readSigningCertificate(value: Der | undefined, kind: DigestKind): Uint8Array | null {
  const ids = partsOfTagged(partsOfTagged(value, tags.sequence)?.[0], tags.sequence);
  const [first, second] = partsOfTagged(ids?.[0], tags.sequence) ?? [];
  const stated = first?.tag === tags.sequence ? oidIn(partsOfDer(first)[0]) : null;
  // SHA-256 stated although it is the default is not DER, but some programs write it.
  const isOfKind = kind === 'sm3' ? stated === oid.sm3 : stated === null || stated === oid.sha256;
  const hash = stated === null ? first : second;
  return isOfKind && hash?.tag === tags.octetString ? hash.content : null;
}
