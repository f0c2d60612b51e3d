/** Certificates as plain data: whose they are and how long they run, and their bytes. */
import { OctetString, type AsnType } from 'asn1js';
import { BasicConstraints, Certificate as X509, type PublicKeyInfo, type RelativeDistinguishedNames } from 'pkijs';
import { certificateFacts, type CertificateFacts, type NamePart } from './certificate-facts.ts';
import { attempt, parseDer, rawBytes } from './der.ts';
import { sha256Hex } from './digest.ts';
import { engine } from './engine.ts';
import { openPublicKey, type PublicKey } from './keys.ts';
import * as oid from './oids.ts';
import { isAlgorithmOf } from './signature-scheme.ts';

export type Certificate = {
  readonly der: Uint8Array;
  /** The subject's serialNumber (2.5.4.5); empty where it has none, or more than one. */
  readonly unitCode: string;
  /** The subject's common name. */
  readonly unitName: string;
  /** SHA-256 of the DER bytes, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
};

/** Parsing is what takes the time: each certificate is parsed once, and each key opened once. */
const parsed = new WeakMap<Certificate, X509>();
const openedKeys = new WeakMap<PublicKeyInfo, PublicKey | null>();

/** Of ordinary certificates, which the library is asked about only where that is needed. */
const plainFacts = new WeakMap<Certificate, CertificateFacts>();
const plainKeys = new WeakMap<CertificateFacts, PublicKey | null>();

/** Reads one X.509 certificate, or gives null for bytes that are none. */
export function decodeCertificate(der: Uint8Array): Certificate | null {
  const facts = certificateFacts(der);
  return facts === null ? decodeByLibrary(der) : attempt(() => plainCertificate(der, facts));
}

/** Its bytes are a copy of those that were received. */
function plainCertificate(received: Uint8Array, facts: CertificateFacts): Certificate {
  const der = new Uint8Array(received);
  const textOf = (type: string): string => {
    const found = facts.subjectParts.filter((each: NamePart) => each.type === type);
    return found.length === 1 ? (found[0]?.text.slice(0, longestNameText) ?? '') : '';
  };
  const certificate = {
    der,
    unitCode: textOf(oid.serialNumberInName),
    unitName: textOf(oid.commonName),
    fingerprint: sha256Hex(der),
    notBefore: facts.notBefore.toISOString(),
    notAfter: facts.notAfter.toISOString(),
  };
  plainFacts.set(certificate, facts);
  return certificate;
}

function decodeByLibrary(bytes: Uint8Array): Certificate | null {
  return attempt(() => {
    const asn1 = parseDer(bytes);
    if (asn1 === null) return null;
    const x509 = new X509({ schema: asn1 });
    const der = new Uint8Array(rawBytes(asn1));
    const certificate = {
      der,
      unitCode: nameText(x509.subject, oid.serialNumberInName),
      unitName: nameText(x509.subject, oid.commonName),
      fingerprint: sha256Hex(der),
      // toISOString throws on the dates that are none.
      notBefore: x509.notBefore.value.toISOString(),
      notAfter: x509.notAfter.value.toISOString(),
    };
    parsed.set(certificate, x509);
    return certificate;
  });
}

/** The facts of an ordinary certificate; null for one that has to be seen as the library sees it. */
export function factsOf(certificate: Certificate): CertificateFacts | null {
  return plainFacts.get(certificate) ?? null;
}

/** What a signature calls a certificate by: issuer and number as they stand there, and the key identifier, or null. */
export type SignerNames = { readonly issuer: Uint8Array; readonly serial: Uint8Array; readonly keyIdentifier: Uint8Array | null };

export function signerNamesOf(certificate: Certificate): SignerNames {
  const facts = factsOf(certificate);
  if (facts !== null) return facts;
  const x509 = x509Of(certificate);
  const extension = x509.extensions?.find((each) => each.extnID === oid.subjectKeyIdentifier);
  const identifier = extension === undefined ? null : parseDer(extension.extnValue.valueBlock.valueHexView);
  return {
    issuer: new Uint8Array(x509.issuer.valueBeforeDecode),
    serial: x509.serialNumber.valueBlock.valueHexView,
    keyIdentifier: identifier instanceof OctetString ? identifier.valueBlock.valueHexView : null,
  };
}

/** The public key of a certificate, or null where it is not of a kind that bundles use. */
export function keyOf(certificate: Certificate): PublicKey | null {
  const facts = factsOf(certificate);
  if (facts === null) return publicKeyOf(x509Of(certificate));
  const known = plainKeys.get(facts);
  if (known !== undefined) return known;
  const key = openPublicKey(new Uint8Array(facts.spki));
  plainKeys.set(facts, key);
  return key;
}

/** The library's view of a certificate. @throws Error on bytes that are no certificate. */
export function parseX509(der: Uint8Array): X509 {
  const asn1 = parseDer(der);
  if (asn1 === null) throw new Error('not DER');
  return new X509({ schema: asn1 });
}

/** The library's view of a certificate that was decoded before; those of a trust store are asked for again and again. */
export function x509Of(certificate: Certificate): X509 {
  const known = parsed.get(certificate);
  if (known !== undefined) return known;
  const x509 = parseX509(certificate.der);
  parsed.set(certificate, x509);
  return x509;
}

/** The public key, or null where it is not of a kind that bundles use. */
export function publicKeyOf({ subjectPublicKeyInfo: info }: X509): PublicKey | null {
  const known = openedKeys.get(info);
  if (known !== undefined) return known;
  const key = attempt(() => openPublicKey(new Uint8Array(info.toSchema().toBER())));
  openedKeys.set(info, key);
  return key;
}

/** A key usage bit by its number in RFC 5280, 4.2.1.3; null when the certificate does not say. */
export function hasKeyUsage(x509: X509, bit: number): boolean | null {
  const extension = x509.extensions?.find((each) => each.extnID === oid.keyUsage);
  if (extension === undefined) return null;
  const bits = (extension.parsedValue as unknown as AsnType | undefined)?.valueBlock as { valueHexView?: Uint8Array } | undefined;
  return (((bits?.valueHexView?.[0] ?? 0) << bit) & 0x80) !== 0;
}

/** Whether a CA's key signed the certificate in the CA's name; dates and limits are another question. */
export async function isIssuedByKey(x509: X509, ca: X509): Promise<boolean> {
  if (!x509.issuer.isEqual(ca.subject)) return false;
  // The usual algorithms at once; P-384 and the like take the library's way.
  const key = publicKeyOf(ca);
  if (key !== null && isAlgorithmOf(key.scheme, x509.signatureAlgorithm)) {
    return key.verifies(x509.tbsView, x509.signatureValue.valueBlock.valueHexView);
  }
  try {
    return await x509.verify(ca, engine);
  } catch {
    // The library throws on keys and signatures that it cannot use.
    return false;
  }
}

const keyCertSign = 5;

export function constraintsOf(x509: X509): BasicConstraints | null {
  const extension = x509.extensions?.find((each) => each.extnID === oid.basicConstraints);
  return extension?.parsedValue instanceof BasicConstraints ? extension.parsedValue : null;
}

/** Whether it may issue certificates. */
export function isCa(x509: X509): boolean {
  return constraintsOf(x509)?.cA === true && hasKeyUsage(x509, keyCertSign) !== false;
}

const longestNameText = 200;

/** The text of an attribute that a name has once; empty where it has none, or more than one. */
export function nameText(name: RelativeDistinguishedNames, type: string): string {
  const values = name.typesAndValues.filter((each) => each.type === type);
  const text: unknown = values.length === 1 ? values[0]?.value.valueBlock.value : undefined;
  return typeof text === 'string' ? text.slice(0, longestNameText) : '';
}
