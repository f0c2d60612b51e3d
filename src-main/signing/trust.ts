/** Whether a signer may be believed: its certificate is one of the trusted ones, or a trusted CA stands at the end of its chain. */
import { CertificateChainValidationEngine, type Certificate as X509 } from 'pkijs';
import { isWithinLimits, regionOf } from './authority-limits.ts';
import { constraintsOf, isCa, isIssuedByKey, x509Of, type Certificate } from './certificate.ts';
import { attempt } from './der.ts';
import { directIssuer } from './direct-issue.ts';
import { engine } from './engine.ts';
import * as oid from './oids.ts';
import type { Pin } from './pins.ts';

export type TrustQuestion = {
  readonly signer: Certificate;
  /** Certificates that came with the signature: they can link the signer to a trusted CA, but nothing more. */
  readonly others: readonly Certificate[];
  readonly trusted: readonly Certificate[];
  readonly pins: readonly Pin[];
  /** The moment for which the chain has to be valid. */
  readonly at: Date;
};

/** How a signer is known, or why it is not. */
export type Trust =
  | { readonly kind: 'registered'; readonly pin: Pin | null }
  /** By a trusted CA; `chain` are the certificates from the signer to the CA. */
  | { readonly kind: 'issued'; readonly chain: readonly X509[] }
  | { readonly kind: 'outside-region'; readonly region: string }
  | { readonly kind: 'unknown-issuer' }
  | { readonly kind: 'unregistered' };

/** The signer, its CA, and at most three CAs above that. */
const longestChain = 5;

/** ECDSA and RSA with SHA-256, SHA-384 and SHA-512 (RFC 5758, RFC 8017), and SM2: what CAs may sign with. */
const signaturesOfCas = [
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  oid.sm2WithSm3,
];

export async function findTrust({ signer, others, trusted, pins, at }: TrustQuestion): Promise<Trust> {
  const pin = pins.find((each) => each.fingerprint === signer.fingerprint) ?? null;
  if (pin !== null || trusted.some((each) => each.fingerprint === signer.fingerprint)) return { kind: 'registered', pin };
  const anchors = trusted.map(x509Of).filter(isCa);
  const direct = directIssuer(signer, anchors, at);
  if (direct !== null) return issuedDirectly(signer, direct);
  // The library takes fewer spellings than the door does; what it cannot read vouches for nothing.
  const links = others.flatMap((each) => attempt(() => [x509Of(each)]) ?? []).filter(isCa);
  const x509 = attempt(() => x509Of(signer));
  if (x509 === null) return { kind: 'unknown-issuer' };
  const chain = await findChain([x509], links, anchors);
  if (chain !== null) {
    const limit = chain.find((each, index) => index > 0 && !isWithinLimits([...chain.slice(0, index), each], signer.unitCode));
    if (limit !== undefined) return { kind: 'outside-region', region: regionOf(limit) ?? '' };
    if (await isValidChain(chain, at)) return { kind: 'issued', chain };
  }
  return { kind: x509.issuer.isEqual(x509.subject) ? 'unregistered' : 'unknown-issuer' };
}

/** Its certificate is shown to the library only where somebody asks for the chain. */
function issuedDirectly(signer: Certificate, anchor: X509): Trust {
  return {
    kind: 'issued',
    get chain() {
      return [x509Of(signer), anchor];
    },
  };
}

/** A chain from the signer to an anchor, in which each signature is the next one's. Loops and side roads end. */
async function findChain(chain: readonly X509[], links: readonly X509[], anchors: readonly X509[]): Promise<readonly X509[] | null> {
  const last = chain[chain.length - 1];
  if (last === undefined || chain.length >= longestChain) return null;
  for (const issuer of anchors) {
    if (await isIssuedBy(last, issuer, chain.length)) return [...chain, issuer];
  }
  for (const issuer of links) {
    if (chain.includes(issuer) || !(await isIssuedBy(last, issuer, chain.length))) continue;
    const rest = links.filter((each) => each !== issuer);
    const found = await findChain([...chain, issuer], rest, anchors);
    if (found !== null) return found;
  }
  return null;
}

/** `chainLength` counts the certificates below the issuer; all but the signer's count against its path length (RFC 5280, 4.2.1.9). */
async function isIssuedBy(x509: X509, issuer: X509, chainLength: number): Promise<boolean> {
  const { pathLenConstraint } = constraintsOf(issuer) ?? {};
  if (typeof pathLenConstraint === 'number' && chainLength - 1 > pathLenConstraint) return false;
  return signaturesOfCas.includes(x509.signatureAlgorithm.algorithmId) && isIssuedByKey(x509, issuer);
}

/**
 * The rest of RFC 5280, section 6 (dates, names, policies) is the library's. The way up is laid down for it: left to
 * itself it follows certificates that issue each other round and round for ever, and ignores path lengths.
 */
async function isValidChain(chain: readonly X509[], at: Date): Promise<boolean> {
  const anchor = chain[chain.length - 1];
  if (anchor === undefined) return false;
  const validation = new CertificateChainValidationEngine({
    trustedCerts: [anchor],
    // The library takes the last one for the signer's.
    certs: chain.slice(0, -1).reverse(),
    checkDate: at,
    findIssuer: (x509) => Promise.resolve(chain.slice(chain.indexOf(x509) + 1).slice(0, 1)),
  });
  const { result } = await validation.verify({}, engine);
  return result;
}
