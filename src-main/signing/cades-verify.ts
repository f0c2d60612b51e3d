/** Checks a detached CAdES-B-B signature step by step; whose certificate may be believed is another question (trust.ts). */
import { Null, OctetString, Primitive } from 'asn1js';
import { ContentInfo, IssuerAndSerialNumber, SignedData, type AlgorithmIdentifier, type Certificate as X509, type SignerInfo } from 'pkijs';
import { passed, refused, type Checked } from '#core/bundle/checked.ts';
import { decodeCertificate, parseX509, publicKeyOf, type Certificate } from './certificate.ts';
import { attempt, parseDer, partsOf, rawBytes } from './der.ts';
import { sha256Bytes } from './digest.ts';
import * as oid from './oids.ts';
import { isAlgorithmOf, isSignatureOf, schemeOf } from './signature-scheme.ts';
import { readSignedAttributes } from './signed-attributes.ts';

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
  const parsed = signature.length > largestSignature ? null : parseSignature(signature);
  if (parsed === null) return refused('signature/malformed', { reason: 'not CMS SignedData in DER' });
  const { signedData, certificates } = parsed;
  const [signerInfo, ...more] = signedData.signerInfos;
  if (signerInfo === undefined) return refused('signature/malformed', { reason: 'no signer' });
  if (more.length > 0) return unsupported(`${String(more.length + 1)} signers`);
  if (certificates.length > mostCertificates) return unsupported(`${String(certificates.length)} certificates`);
  if (signedData.encapContentInfo.eContentType !== oid.dataContent) return unsupported('content of another type than data');
  if (signedData.encapContentInfo.eContent !== undefined) return unsupported('a signature with its content inside');
  const isDigestKnown = isSha256(signerInfo.digestAlgorithm) && signedData.digestAlgorithms.some(isSha256);
  if (!isDigestKnown) return unsupported('another digest than SHA-256');
  // Both are 1 with issuer and number, 3 with a key identifier (RFC 5652, 5.1 and 5.3).
  if (signedData.version !== signerInfo.version) return refused('signature/malformed', { reason: 'versions that differ' });
  return checkSigner(signerInfo, certificates, content);
}

function checkSigner(signerInfo: SignerInfo, certificates: readonly Certificate[], content: Uint8Array): Checked<CheckedSignature> {
  const { signedAttrs } = signerInfo;
  if (signedAttrs === undefined) return unsupported('no signed attributes');
  const facts = readSignedAttributes(signedAttrs.attributes);
  if ('missing' in facts) return unsupported(`no ${facts.missing}`);
  if (!sha256Bytes(content).equals(facts.messageDigest)) return refused('signature/mismatch', { reason: 'it signs another manifest' });
  // The attribute, not the issuer's name and number, says which certificate it is: those can be forged (RFC 5035, 5).
  const signer = certificates.find((each) => sha256Bytes(each.der).equals(facts.certificateDigest));
  const x509 = signer === undefined ? null : parseX509(signer.der);
  if (signer === undefined || x509 === null || !isNamedBy(signerInfo, x509)) {
    return refused('signature/mismatch', { reason: 'it carries another certificate' });
  }
  const publicKey = publicKeyOf(x509);
  const scheme = publicKey === null ? null : schemeOf(publicKey);
  if (publicKey === null || scheme === null) return unsupported('a key that is neither ECDSA P-256 nor RSA of 2048 bits and more');
  const algorithm = signerInfo.signatureAlgorithm;
  if (!isAlgorithmOf(scheme, algorithm)) return unsupported(`the algorithm ${algorithm.algorithmId}`);
  // The attributes as they were received, under the tag that is signed (RFC 5652, 5.4).
  const signed = new Uint8Array(signedAttrs.encodedValue);
  if (attempt(() => isSignatureOf(publicKey, signed, signerInfo.signature.valueBlock.valueHexView)) !== true) {
    return refused('signature/mismatch', { reason: 'it was not made with the key of its certificate' });
  }
  return passed({ signer, others: certificates.filter((each) => each !== signer), claimedSigningTime: facts.signingTime });
}

function unsupported(reason: string): Checked<never> {
  return refused('signature/unsupported', { reason });
}

function parseSignature(bytes: Uint8Array): { signedData: SignedData; certificates: readonly Certificate[] } | null {
  return attempt(() => {
    const asn1 = parseDer(bytes);
    if (asn1 === null) return null;
    // The certificates' own bytes are taken first: the library would encode them anew.
    const set = partsOf(partsOf(partsOf(asn1)[1])[0]).find((part) => part.idBlock.tagClass === 3 && part.idBlock.tagNumber === 0);
    const certificates = partsOf(set).map((part) => decodeCertificate(rawBytes(part)));
    const contentInfo = new ContentInfo({ schema: asn1 });
    if (contentInfo.contentType !== oid.signedDataContent) return null;
    const signedData = new SignedData({ schema: contentInfo.content });
    return { signedData, certificates: certificates.filter((each) => each !== null) };
  });
}

/** SHA-256 with absent or NULL parameters; both are allowed (RFC 5754, 2). */
function isSha256({ algorithmId, algorithmParams }: AlgorithmIdentifier): boolean {
  return algorithmId === oid.sha256 && (algorithmParams === undefined || algorithmParams instanceof Null);
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
