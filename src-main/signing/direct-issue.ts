/**
 * The usual case of trust (trust.ts), decided without the library: an ordinary certificate that a trusted CA has issued
 * itself. Only ever says yes; whatever is unusual about either of them is left to the whole of RFC 5280, section 6.
 */
import { NameConstraints, RelativeDistinguishedNames, type Certificate as X509 } from 'pkijs';
import { constraintsOf, factsOf, hasKeyUsage, isCa, publicKeyOf, type Certificate } from './certificate.ts';
import type { CertificateFacts, NamePart } from './certificate-facts.ts';
import type { PublicKey } from './keys.ts';
import * as oid from './oids.ts';
import { isAlgorithmOf } from './signature-scheme.ts';

type Anchor = {
  readonly key: PublicKey;
  /** The name in DER. */
  readonly subject: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** The regions that it is for, as the beginnings of names below it, each attribute in DER; null for a CA without limits. */
  readonly subtrees: readonly Subtree[] | null;
};

type Subtree = { readonly parts: readonly Buffer[]; readonly regions: readonly string[] };

/** The first of `anchors` that issued the signer's certificate, which is good at the time; null where that is not certain. */
export function directIssuer(signer: Certificate, anchors: readonly X509[], at: Date): X509 | null {
  const facts = factsOf(signer);
  if (facts === null || facts.isCa || !isDuring(at, facts)) return null;
  for (const x509 of anchors) {
    const anchor = anchorOf(x509);
    if (anchor === null) return null;
    if (!anchor.subject.equals(facts.issuer)) continue;
    if (!isAlgorithmOf(anchor.key.scheme, { algorithmId: facts.algorithm })) return null;
    if (!anchor.key.verifies(facts.signed, facts.signature)) continue;
    const isAllowed = anchor.subtrees === null || anchor.subtrees.some((subtree) => isBelow(facts.subjectParts, signer.unitCode, subtree));
    return isAllowed && isDuring(at, anchor) ? x509 : null;
  }
  return null;
}

function isDuring(at: Date, { notBefore, notAfter }: Pick<CertificateFacts, 'notBefore' | 'notAfter'>): boolean {
  return at >= notBefore && at <= notAfter;
}

function isBelow(parts: readonly NamePart[], unitCode: string, subtree: Subtree): boolean {
  return (
    subtree.parts.every((part, index) => part.equals(parts[index]?.bytes ?? part.subarray(1))) &&
    subtree.regions.every((region) => unitCode.startsWith(region))
  );
}

/** A store's anchors are asked for again and again. */
const known = new WeakMap<X509, Anchor | null>();

function anchorOf(x509: X509): Anchor | null {
  const before = known.get(x509);
  if (before !== undefined) return before;
  const anchor = readAnchor(x509);
  known.set(x509, anchor);
  return anchor;
}

const usual = [oid.basicConstraints, oid.keyUsage, oid.subjectKeyIdentifier, oid.authorityKeyIdentifier, oid.nameConstraints];
const keyCertSign = 5;

/** Null for a CA with anything that would have to be weighed. */
function readAnchor(x509: X509): Anchor | null {
  const ids = (x509.extensions ?? []).map((each) => each.extnID);
  const key = publicKeyOf(x509);
  const isUsual = ids.every((id) => usual.includes(id)) && new Set(ids).size === ids.length;
  const isAuthority = isCa(x509) && hasKeyUsage(x509, keyCertSign) === true && constraintsOf(x509)?.pathLenConstraint === undefined;
  const subtrees = ids.includes(oid.nameConstraints) ? readSubtrees(x509) : null;
  if (key === null || !isUsual || !isAuthority || subtrees?.length === 0) return null;
  const subject = Buffer.from(x509.subject.valueBeforeDecode);
  return { key, subject, notBefore: x509.notBefore.value, notAfter: x509.notAfter.value, subtrees };
}

/** None where the limits are of another kind than ours: directory names that are permitted. */
function readSubtrees(x509: X509): readonly Subtree[] {
  const parsed: unknown = x509.extensions?.find((each) => each.extnID === oid.nameConstraints)?.parsedValue;
  if (!(parsed instanceof NameConstraints) || parsed.excludedSubtrees !== undefined) return [];
  const subtrees = (parsed.permittedSubtrees ?? []).map(({ base, minimum, maximum }): Subtree | null => {
    const name: unknown = base.value;
    const isPlain = base.type === 4 && minimum === 0 && maximum === undefined;
    if (!isPlain || !(name instanceof RelativeDistinguishedNames) || name.typesAndValues.length === 0) return null;
    return {
      parts: name.typesAndValues.map((each) => Buffer.from(each.toSchema().toBER())),
      regions: name.typesAndValues.filter((each) => each.type === oid.organizationalUnit).map((each) => each.value.valueBlock.value),
    };
  });
  return subtrees.every((each) => each !== null) ? subtrees : [];
}
