/** Takes a CMS `SignedData` apart (RFC 5652, 5.1), as far as verification needs it. */
import { decodeCertificate, type Certificate } from './certificate.ts';
import { oidIn, partsOfDer, partsOfTagged, readDer, smallNumberIn, tags, type Der } from './der-reader.ts';
import * as oid from './oids.ts';

export type Algorithm = {
  readonly algorithmId: string;
  /** Absent and NULL are the same (RFC 5754, 2). */ readonly hasParameters: boolean;
};

/** Who signed: a certificate's issuer and number, or its key's identifier. */
export type SignerId =
  | { readonly kind: 'number'; readonly issuer: Uint8Array; readonly serial: Uint8Array }
  | { readonly kind: 'key'; readonly keyIdentifier: Uint8Array };

export type ParsedSigner = {
  readonly version: number;
  readonly id: SignerId;
  readonly digestAlgorithm: Algorithm;
  /** Each with its values; null where there are none. */
  readonly signedAttributes: readonly SignedAttribute[] | null;
  /** The bytes that are signed: the attributes as they were received, under the tag of a set (5.4). */
  readonly signed: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
};

export type SignedAttribute = { readonly type: string; readonly values: readonly Der[] };

export type ParsedSignature = {
  readonly version: number;
  readonly digestAlgorithms: readonly Algorithm[];
  readonly contentType: string;
  /** The content itself stands in the signature. */
  readonly hasContent: boolean;
  /** With their own bytes as they were received; what is no X.509 certificate is left out. */
  readonly certificates: readonly Certificate[];
  readonly signers: readonly ParsedSigner[];
};

const certificatesTag = 0xa0;
const revocationsTag = 0xa1;

/** Null for bytes that are not one `ContentInfo` with a `SignedData` in it, in DER. */
export function parseSignedData(bytes: Uint8Array): ParsedSignature | null {
  const [type, wrapped, ...afterContent] = partsOfTagged(readDer(bytes) ?? undefined, tags.sequence) ?? [];
  const [signedData, ...more] = partsOfTagged(wrapped, 0xa0) ?? [];
  if (oidIn(type) !== oid.signedDataContent || afterContent.length > 0 || more.length > 0) return null;
  const [versionPart, digestsPart, content, ...rest] = partsOfTagged(signedData, tags.sequence) ?? [];
  const signersPart = rest.pop();
  const optional = rest.map(({ tag }) => tag);
  const isInOrder = ['', 'c', 'r', 'cr'].includes(optional.map(letterOf).join(''));
  const version = smallNumberIn(versionPart);
  const digestAlgorithms = allOf(partsOfTagged(digestsPart, tags.set), algorithmIn);
  const signers = allOf(partsOfTagged(signersPart, tags.set), signerIn);
  const [contentType, inner, ...beyond] = partsOfTagged(content, tags.sequence) ?? [];
  const contentId = oidIn(contentType);
  if (version === null || digestAlgorithms === null || signers === null || contentId === null || !isInOrder || beyond.length > 0)
    return null;
  const certificates = rest.filter(({ tag }) => tag === certificatesTag).flatMap(partsOfDer);
  return {
    version,
    digestAlgorithms,
    contentType: contentId,
    hasContent: inner !== undefined,
    certificates: certificates.flatMap(({ tag, bytes: der }) => (tag === tags.sequence ? (decodeCertificate(der) ?? []) : [])),
    signers,
  };
}

function letterOf(tag: number): string {
  return tag === certificatesTag ? 'c' : tag === revocationsTag ? 'r' : '?';
}

/** Null where one of them is, or where there are no parts at all. */
function allOf<T>(parts: readonly Der[] | null, read: (part: Der) => T | null): readonly T[] | null {
  const all = parts?.map(read) ?? [null];
  return all.every((each) => each !== null) ? all : null;
}

function algorithmIn(value: Der | undefined): Algorithm | null {
  const [id, parameters, ...more] = partsOfTagged(value, tags.sequence) ?? [];
  const algorithmId = oidIn(id);
  if (algorithmId === null || more.length > 0) return null;
  const isNone = parameters === undefined || (parameters.tag === tags.null && parameters.content.length === 0);
  return { algorithmId, hasParameters: !isNone };
}

/** RFC 5652, 5.3. */
function signerIn(value: Der): ParsedSigner | null {
  const parts = [...(partsOfTagged(value, tags.sequence) ?? [])];
  const [versionPart, idPart, digestPart] = parts.splice(0, 3);
  const attributesPart = parts[0]?.tag === 0xa0 ? parts.shift() : undefined;
  const [algorithmPart, signature, unsigned, ...more] = parts;
  const [version, id] = [smallNumberIn(versionPart), signerIdIn(idPart)];
  const [digestAlgorithm, signatureAlgorithm] = [algorithmIn(digestPart), algorithmIn(algorithmPart)];
  const signedAttributes = attributesPart === undefined ? [] : allOf(partsOfDer(attributesPart), attributeIn);
  if (version === null || id === null || digestAlgorithm === null || signatureAlgorithm === null || signedAttributes === null) return null;
  const isUnsignedSound = unsigned === undefined || (unsigned.tag === 0xa1 && allOf(partsOfDer(unsigned), attributeIn) !== null);
  if (signature?.tag !== tags.octetString || !isUnsignedSound || more.length > 0) return null;
  const signed = new Uint8Array(attributesPart?.bytes ?? []);
  if (attributesPart !== undefined) signed[0] = tags.set;
  return {
    ...{ version, id, digestAlgorithm, signatureAlgorithm, signed, signature: signature.content },
    signedAttributes: attributesPart === undefined ? null : signedAttributes,
  };
}

function signerIdIn(value: Der | undefined): SignerId | null {
  if (value?.tag === 0x80) return { kind: 'key', keyIdentifier: value.content };
  const [issuer, serial, ...more] = partsOfTagged(value, tags.sequence) ?? [];
  if (issuer?.tag !== tags.sequence || serial?.tag !== tags.integer || more.length > 0) return null;
  return { kind: 'number', issuer: issuer.bytes, serial: serial.content };
}

function attributeIn(value: Der): SignedAttribute | null {
  const [id, values, ...more] = partsOfTagged(value, tags.sequence) ?? [];
  const type = oidIn(id);
  const set = partsOfTagged(values, tags.set);
  return type === null || set === null || more.length > 0 ? null : { type, values: set };
}
