/** Signs content as CAdES-B-B (ETSI EN 319 122-1): a detached CMS signature that names its certificate. */
import { OctetString, Null } from 'asn1js';
import { AlgorithmIdentifier, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedData, SignerInfo } from 'pkijs';
import { parseX509 } from './certificate.ts';
import { toArrayBuffer } from './der.ts';
import { sha256Bytes } from './digest.ts';
import * as oid from './oids.ts';
import type { OpenedKey } from './pkcs12-bags.ts';
import { schemeOf, signatureAlgorithm, signBytes } from './signature-scheme.ts';
import { bytesToSign, writeSignedAttributes } from './signed-attributes.ts';

/** The DER bytes of a `SignedData` over `content`, which it does not contain; `at` is the signing time to claim. */
export function signCades(content: Uint8Array, key: OpenedKey, at: Date): Uint8Array {
  const scheme = schemeOf(key.privateKey);
  if (scheme === null) throw new Error('not a key for signing bundles');
  const x509 = parseX509(key.certificate.der);
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new Null() });
  const signedAttrs = writeSignedAttributes({
    messageDigest: sha256Bytes(content),
    certificateDigest: sha256Bytes(key.certificate.der),
    signingTime: at,
  });
  const signature = signBytes(key.privateKey, bytesToSign(signedAttrs));
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.dataContent }),
    certificates: [x509, ...key.chain.map((each) => parseX509(each.der))],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: x509.issuer, serialNumber: x509.serialNumber }),
        digestAlgorithm,
        signedAttrs,
        signatureAlgorithm: signatureAlgorithm(scheme),
        signature: new OctetString({ valueHex: toArrayBuffer(signature) }),
      }),
    ],
  });
  const contentInfo = new ContentInfo({ contentType: oid.signedDataContent, content: signedData.toSchema(true) });
  return new Uint8Array(contentInfo.toSchema().toBER());
}
