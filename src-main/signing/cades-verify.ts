/** Checks a detached CAdES-B-B signature step by step; whose certificate may be believed is another question (trust.ts). */
import { passed, refused, type Checked } from '#core/bundle/checked.ts';
import { keyOf, signerNamesOf, type Certificate } from './certificate.ts';
import * as oid from './oids.ts';
import { digestBytes, digestKindNamed, digestKindOf, isAlgorithmOf, type DigestKind } from './signature-scheme.ts';
import { readSignedAttributes } from './signed-attributes.ts';
import { parseSignedData, type Algorithm, type ParsedSigner } from './signed-data.ts';

export type CheckedSignature = {
  readonly signer: Certificate;
  /** The other certificates that the signature carries; nothing vouches for them. */
  readonly others: readonly Certificate[];
  readonly claimedSigningTime: Date;
};

/** Many times what a signature with a chain needs. */
const largestSignature = 256 * 1024;
const mostCertificates = 10;

/** Whether `signature` (DER) is one signer's over `content`. Bytes from anywhere: nothing is thrown. */
export function verifyCades(signature: Uint8Array, content: Uint8Array): Checked<CheckedSignature> {
  const parsed = signature.length > largestSignature ? null : parseSignedData(signature);
  if (parsed === null) return refused('signature/malformed', { reason: 'not CMS SignedData in DER' });
  const { certificates } = parsed;
  const [signer, ...more] = parsed.signers;
  if (signer === undefined) return refused('signature/malformed', { reason: 'no signer' });
  if (more.length > 0) return unsupported(`${String(more.length + 1)} signers`);
  if (certificates.length > mostCertificates) return unsupported(`${String(certificates.length)} certificates`);
  if (parsed.contentType !== oid.dataContent) return unsupported('content of another type than data');
  if (parsed.hasContent) return unsupported('a signature with its content inside');
  const digest = digestOf(signer.digestAlgorithm);
  const isListed = parsed.digestAlgorithms.some((each) => digestOf(each) === digest);
  if (digest === null || !isListed) return unsupported('another digest than SHA-256 and SM3');
  // Both are 1 with issuer and number, 3 with a key identifier (RFC 5652, 5.1 and 5.3).
  if (parsed.version !== signer.version) return refused('signature/malformed', { reason: 'versions that differ' });
  return checkSigner(signer, certificates, content, digest);
}

/** With absent or NULL parameters (RFC 5754, 2). */
function digestOf({ algorithmId, hasParameters }: Algorithm): DigestKind | null {
  return hasParameters ? null : digestKindNamed(algorithmId);
}

function checkSigner(
  parsed: ParsedSigner,
  certificates: readonly Certificate[],
  content: Uint8Array,
  digest: DigestKind,
): Checked<CheckedSignature> {
  if (parsed.signedAttributes === null) return unsupported('no signed attributes');
  const facts = readSignedAttributes(parsed.signedAttributes, digest);
  if ('missing' in facts) return unsupported(`no ${facts.missing}`);
  if (Buffer.compare(digestBytes(digest, content), facts.messageDigest) !== 0)
    return refused('signature/mismatch', { reason: 'it signs another manifest' });
  // The attribute, not the issuer's name and number, says which certificate it is: those can be forged (RFC 5035, 5).
  const signer = certificates.find((each) => Buffer.compare(digestBytes(digest, each.der), facts.certificateDigest) === 0);
  if (signer === undefined || !isNamedBy(parsed, signer)) {
    return refused('signature/mismatch', { reason: 'it carries another certificate' });
  }
  const publicKey = keyOf(signer);
  if (publicKey === null) return unsupported('a key that is neither ECDSA P-256, SM2, nor RSA of 2048 bits and more');
  const { scheme } = publicKey;
  const algorithm = parsed.signatureAlgorithm;
  if (!isAlgorithmOf(scheme, algorithm) || digest !== digestKindOf(scheme)) return unsupported(`the algorithm ${algorithm.algorithmId}`);
  if (!publicKey.verifies(parsed.signed, parsed.signature)) {
    return refused('signature/mismatch', { reason: 'it was not made with the key of its certificate' });
  }
  return passed({ signer, others: certificates.filter((each) => each !== signer), claimedSigningTime: facts.signingTime });
}

function unsupported(reason: string): Checked<never> {
  return refused('signature/unsupported', { reason });
}

/** The signer's identifier names the certificate: by issuer and number, or by its subject key identifier (RFC 5652, 5.3). */
function isNamedBy({ id, version }: ParsedSigner, certificate: Certificate): boolean {
  const { issuer, serial, keyIdentifier } = signerNamesOf(certificate);
  // Byte for byte: other encodings, cases and spaces are another name.
  if (id.kind === 'number') return version === 1 && Buffer.compare(id.issuer, issuer) === 0 && Buffer.compare(id.serial, serial) === 0;
  return version === 3 && keyIdentifier !== null && Buffer.compare(id.keyIdentifier, keyIdentifier) === 0;
}
