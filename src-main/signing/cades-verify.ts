/** Checks a detached CAdES-B-B signature step by step; whose certificate may be believed is another question (trust.ts). */
import { OctetString, Primitive } from 'asn1js';
import { IssuerAndSerialNumber, type Certificate as X509, type SignerInfo } from 'pkijs';
import { passed, refused, type Checked } from '#core/bundle/checked.ts';
import { publicKeyOf, x509Of, type Certificate } from './certificate.ts';
import { parseDer } from './der.ts';
import * as oid from './oids.ts';
import { digestBytes, digestKindNamed, digestKindOf, isAlgorithmOf, type DigestKind } from './signature-scheme.ts';
import { readSignedAttributes } from './signed-attributes.ts';
import { parseSignedData } from './signed-data.ts';

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
  const { content: inner, certificates } = parsed;
  const [signerInfo, ...more] = parsed.signerInfos;
  if (signerInfo === undefined) return refused('signature/malformed', { reason: 'no signer' });
  if (more.length > 0) return unsupported(`${String(more.length + 1)} signers`);
  if (certificates.length > mostCertificates) return unsupported(`${String(certificates.length)} certificates`);
  if (inner.eContentType !== oid.dataContent) return unsupported('content of another type than data');
  if (inner.eContent !== undefined) return unsupported('a signature with its content inside');
  const digest = digestKindNamed(signerInfo.digestAlgorithm);
  const isListed = parsed.digestAlgorithms.some((each) => digestKindNamed(each) === digest);
  if (digest === null || !isListed) return unsupported('another digest than SHA-256 and SM3');
  // Both are 1 with issuer and number, 3 with a key identifier (RFC 5652, 5.1 and 5.3).
  if (parsed.version !== signerInfo.version) return refused('signature/malformed', { reason: 'versions that differ' });
  return checkSigner(signerInfo, certificates, content, digest);
}

function checkSigner(
  signerInfo: SignerInfo,
  certificates: readonly Certificate[],
  content: Uint8Array,
  digest: DigestKind,
): Checked<CheckedSignature> {
  const { signedAttrs } = signerInfo;
  if (signedAttrs === undefined) return unsupported('no signed attributes');
  const facts = readSignedAttributes(signedAttrs.attributes, digest);
  if ('missing' in facts) return unsupported(`no ${facts.missing}`);
  if (Buffer.compare(digestBytes(digest, content), facts.messageDigest) !== 0)
    return refused('signature/mismatch', { reason: 'it signs another manifest' });
  // The attribute, not the issuer's name and number, says which certificate it is: those can be forged (RFC 5035, 5).
  const signer = certificates.find((each) => Buffer.compare(digestBytes(digest, each.der), facts.certificateDigest) === 0);
  const x509 = signer === undefined ? null : x509Of(signer);
  if (signer === undefined || x509 === null || !isNamedBy(signerInfo, x509)) {
    return refused('signature/mismatch', { reason: 'it carries another certificate' });
  }
  const publicKey = publicKeyOf(x509);
  if (publicKey === null) return unsupported('a key that is neither ECDSA P-256, SM2, nor RSA of 2048 bits and more');
  const { scheme } = publicKey;
  const algorithm = signerInfo.signatureAlgorithm;
  if (!isAlgorithmOf(scheme, algorithm) || digest !== digestKindOf(scheme)) return unsupported(`the algorithm ${algorithm.algorithmId}`);
  // The attributes as they were received, under the tag that is signed (RFC 5652, 5.4).
  const signed = new Uint8Array(signedAttrs.encodedValue);
  if (!publicKey.verifies(signed, signerInfo.signature.valueBlock.valueHexView)) {
    return refused('signature/mismatch', { reason: 'it was not made with the key of its certificate' });
  }
  return passed({ signer, others: certificates.filter((each) => each !== signer), claimedSigningTime: facts.signingTime });
}

function unsupported(reason: string): Checked<never> {
  return refused('signature/unsupported', { reason });
}

/** The signer's identifier names the certificate: by issuer and number, or by its subject key identifier (RFC 5652, 5.3). */
function isNamedBy({ sid, version }: SignerInfo, x509: X509): boolean {
  const named: unknown = sid;
  if (named instanceof IssuerAndSerialNumber) {
    // Byte for byte: the library's own comparison of names takes other encodings, cases and spaces for the same.
    return version === 1 && named.issuer.isEqual(x509.issuer.valueBeforeDecode) && named.serialNumber.isEqual(x509.serialNumber);
  }
  const extension = x509.extensions?.find((each) => each.extnID === oid.subjectKeyIdentifier);
  const identifier = extension === undefined ? null : parseDer(extension.extnValue.valueBlock.valueHexView);
  if (!(named instanceof Primitive) || !(identifier instanceof OctetString)) return false;
  return version === 3 && Buffer.compare(named.valueBlock.valueHexView, identifier.valueBlock.valueHexView) === 0;
}
