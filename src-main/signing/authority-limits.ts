/** Name constraints of CAs (RFC 5280, 4.2.1.10), as far as they name units: a CA vouches for its own region alone. */
import { NameConstraints, RelativeDistinguishedNames, type Certificate as X509 } from 'pkijs';
import * as oid from './oids.ts';

const directoryName = 4;

/** Whether every CA of a chain (the signer first) may vouch for the names below it and for the signer's unit. */
export function isWithinLimits(chain: readonly X509[], unitCode: string): boolean {
  return chain.every((ca, index) => {
    const subtrees = index === 0 ? [] : subtreesOf(ca);
    // Self-issued certificates, such as a CA's new one by its old key, are not held to it.
    const below = chain.slice(0, index).filter((each, at) => at === 0 || !each.subject.isEqual(each.issuer));
    return subtrees.length === 0 || subtrees.some((subtree) => below.every((each) => isBelow(each, subtree)) && isIn(unitCode, subtree));
  });
}

/** The last region that a CA is for, such as `4601`; null for one without such limits. */
export function regionOf(ca: X509): string | null {
  const [subtree] = subtreesOf(ca);
  return subtree === undefined ? null : (regionsIn(subtree).at(-1) ?? null);
}

function subtreesOf(x509: X509): readonly RelativeDistinguishedNames[] {
  const parsed: unknown = x509.extensions?.find((each) => each.extnID === oid.nameConstraints)?.parsedValue;
  if (!(parsed instanceof NameConstraints)) return [];
  return (parsed.permittedSubtrees ?? []).flatMap(({ base }) => {
    const value: unknown = base.type === directoryName ? base.value : null;
    return value instanceof RelativeDistinguishedNames ? [value] : [];
  });
}

function isBelow({ subject }: X509, subtree: RelativeDistinguishedNames): boolean {
  return subtree.typesAndValues.every((each, index) => subject.typesAndValues[index]?.isEqual(each) === true);
}

/** The unit's code is no part of the names that are compared, so it is compared here. */
function isIn(unitCode: string, subtree: RelativeDistinguishedNames): boolean {
  return regionsIn(subtree).every((region) => unitCode.startsWith(region));
}

function regionsIn(subtree: RelativeDistinguishedNames): readonly string[] {
  return subtree.typesAndValues.filter((each) => each.type === oid.organizationalUnit).map((each) => each.value.valueBlock.value);
}
