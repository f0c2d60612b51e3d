/**
 * The facts of an ordinary certificate (RFC 5280, 4.1): names of one attribute each, whole seconds, and the extensions that
 * units' certificates have. What is anything else has none here and is left to the library.
 */
import { oidIn, partsOfTagged, readDer, smallNumberIn, tags, timeIn, wholeBitsIn, type Der } from './der-reader.ts';
import * as oid from './oids.ts';

export type NamePart = { readonly type: string; readonly text: string; readonly bytes: Uint8Array };

export type CertificateFacts = {
  /** What the issuer signed, and the signature over it. */
  readonly signed: Uint8Array;
  readonly algorithm: string;
  readonly signature: Uint8Array;
  /** The number's octets. */
  readonly serial: Uint8Array;
  /** The names in DER, and the parts of the subject's. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly subjectParts: readonly NamePart[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array;
  /** The first octet of the key usage; null where the certificate does not say. */
  readonly keyUsage: number | null;
  readonly isCa: boolean;
  readonly keyIdentifier: Uint8Array | null;
};

/** Null for bytes that are no certificate, and for certificates of more kinds of content than these. */
export function certificateFacts(der: Uint8Array): CertificateFacts | null {
  const whole = readDer(der);
  const [signed, outer, bits, ...more] = whole === null ? [] : (partsOfTagged(whole, tags.sequence) ?? []);
  const [version, serial, inner, issuer, validity, subject, spki, extensions, ...rest] = partsOfTagged(signed, tags.sequence) ?? [];
  const signature = wholeBitsIn(bits);
  if (signed === undefined || outer === undefined || signature === null || more.length > 0 || rest.length > 0) return null;
  // Version 3, and the algorithm that is signed is the one that is named (4.1.1.2).
  if (smallNumberIn(partsOfTagged(version, 0xa0)?.[0]) !== 2 || inner === undefined || !isSame(inner.bytes, outer.bytes)) return null;
  const algorithm = algorithmIn(outer);
  const [notBefore, notAfter] = (partsOfTagged(validity, tags.sequence) ?? []).map(timeIn);
  const subjectParts = namePartsIn(subject);
  const extended = extensionsIn(extensions);
  if (algorithm === null || serial?.tag !== tags.integer || !isNumber(serial.content) || !isKeyInfo(spki)) return null;
  if (issuer === undefined || subject === undefined || namePartsIn(issuer) === null || subjectParts === null || extended === null)
    return null;
  if (notBefore === undefined || notBefore === null || notAfter === undefined || notAfter === null) return null;
  return {
    ...{ signed: signed.bytes, algorithm, signature, serial: serial.content },
    ...{ issuer: issuer.bytes, subject: subject.bytes, subjectParts, notBefore, notAfter, spki: spki.bytes },
    ...extended,
  };
}

/** An identifier whose parameter, if it has one, is NULL or the identifier of a curve. */
function algorithmIn(value: Der | undefined): string | null {
  const [id, parameter, ...more] = partsOfTagged(value, tags.sequence) ?? [];
  const isNull = parameter?.tag === tags.null && parameter.content.length === 0;
  const isPlain = parameter === undefined || isNull || oidIn(parameter) !== null;
  return isPlain && more.length === 0 ? oidIn(id) : null;
}

/** SubjectPublicKeyInfo; whether there is such a key is another question. */
function isKeyInfo(value: Der | undefined): value is Der {
  const [algorithm, bits, ...more] = partsOfTagged(value, tags.sequence) ?? [];
  return algorithmIn(algorithm) !== null && wholeBitsIn(bits) !== null && more.length === 0;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** Positive and as short as can be, at most 20 octets (4.1.2.2). */
function isNumber(octets: Uint8Array): boolean {
  const [first = 0x80, second = 0] = octets;
  return octets.length <= 21 && first < 0x80 && (first !== 0 || second >= 0x80);
}

/** Every relative name has one attribute, in the spellings that are usual. */
function namePartsIn(name: Der | undefined): readonly NamePart[] | null {
  const parts: NamePart[] = [];
  const relative = partsOfTagged(name, tags.sequence) ?? [];
  for (const each of relative) {
    const [attribute, ...others] = partsOfTagged(each, tags.set) ?? [];
    const [type, value, ...more] = partsOfTagged(attribute, tags.sequence) ?? [];
    const [id, text] = [oidIn(type), textIn(value)];
    if (attribute === undefined || others.length > 0 || more.length > 0 || id === null || text === null) return null;
    parts.push({ type: id, text, bytes: attribute.bytes });
  }
  return parts.length === 0 ? null : parts;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const printable = /^[A-Za-z0-9 '()+,./:=?-]*$/u;

function textIn(value: Der | undefined): string | null {
  if (value?.tag === tags.printableString) {
    const text = Buffer.from(value.content).toString('latin1');
    return printable.test(text) ? text : null;
  }
  if (value?.tag !== tags.utf8String) return null;
  try {
    return utf8.decode(value.content);
  } catch {
    return null;
  }
}

type Extended = Pick<CertificateFacts, 'keyUsage' | 'isCa' | 'keyIdentifier'>;

/** Each of the known extensions at most once; null where there are others. */
function extensionsIn(value: Der | undefined): Extended | null {
  const wrapped = partsOfTagged(value, 0xa3);
  const listed = wrapped?.length === 1 ? partsOfTagged(wrapped[0], tags.sequence) : null;
  if (listed === null || listed.length === 0) return null;
  const found = new Map<string, Der>();
  for (const each of listed) {
    const parts = partsOfTagged(each, tags.sequence) ?? [];
    const id = oidIn(parts[0]);
    const octets = parts.at(-1);
    const isCritical =
      parts.length === 3 && parts[1]?.tag === tags.boolean && parts[1].content.length === 1 && parts[1].content[0] === 0xff;
    const content = octets?.tag === tags.octetString ? readDer(octets.content) : null;
    if (id === null || content === null || found.has(id) || !(parts.length === 2 || isCritical)) return null;
    found.set(id, content);
  }
  const known = [oid.basicConstraints, oid.keyUsage, oid.subjectKeyIdentifier, oid.authorityKeyIdentifier];
  const [basic, usage, identifier, authority] = known.map((id) => found.get(id));
  const isCa = isCaIn(basic);
  const keyUsage = usage === undefined ? null : usageIn(usage);
  const isSound = identifier === undefined || (identifier.tag === tags.octetString && identifier.content.length > 0);
  const isPlain = [...found.keys()].every((id) => known.includes(id)) && (authority === undefined || isKeyOnly(authority));
  return isCa === null || keyUsage === undefined || !isSound || !isPlain
    ? null
    : { keyUsage, isCa, keyIdentifier: identifier?.content ?? null };
}

/** CAs with a path length are left to the library, too. */
function isCaIn(basic: Der | undefined): boolean | null {
  const parts = basic === undefined ? [] : partsOfTagged(basic, tags.sequence);
  if (parts === null || parts.length > 1) return null;
  const [flag] = parts;
  if (flag === undefined) return false;
  return flag.tag === tags.boolean && flag.content.length === 1 && flag.content[0] === 0xff ? true : null;
}

/** The first octet of a bit string with one or two; undefined for anything else. */
function usageIn({ tag, content }: Der): number | undefined {
  const [unused = 8, first] = content;
  return tag === tags.bitString && unused < 8 && content.length <= 3 ? first : undefined;
}

/** An authority key identifier that has the key's and nothing else. */
function isKeyOnly(value: Der): boolean {
  const parts = partsOfTagged(value, tags.sequence);
  return parts?.length === 1 && parts[0]?.tag === 0x80 && parts[0].content.length > 0;
}
