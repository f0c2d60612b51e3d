/** Signs content as CAdES-B-B (ETSI EN 319 122-1): a detached CMS signature that names its certificate. */
import { OctetString } from 'asn1js';
import { ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedData, SignerInfo } from 'pkijs';
import { parseX509 } from './certificate.ts';
import { toArrayBuffer } from './der.ts';
import * as oid from './oids.ts';
import type { OpenedKey } from './pkcs12-bags.ts';
import { digestAlgorithm, digestBytes, digestKindOf, signatureAlgorithm } from './signature-scheme.ts';
import { bytesToSign, writeSignedAttributes } from './signed-attributes.ts';

/** The DER bytes of a `SignedData` over `content`, which it does not contain; `at` is the signing time to claim. */
export function signCades(content: Uint8Array, key: OpenedKey, at: Date): Uint8Array {
  const { scheme } = key.privateKey.publicKey;
  const digest = digestKindOf(scheme);
  const x509 = parseX509(key.certificate.der);
  const signedAttrs = writeSignedAttributes({
    digest,
    messageDigest: digestBytes(digest, content),
    certificateDigest: digestBytes(digest, key.certificate.der),
    signingTime: at,
  });
  const signature = key.privateKey.sign(bytesToSign(signedAttrs));
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm(digest)],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.dataContent }),
    certificates: [x509, ...key.chain.map((each) => parseX509(each.der))],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: x509.issuer, serialNumber: x509.serialNumber }),
        digestAlgorithm: digestAlgorithm(digest),
        signedAttrs,
        signatureAlgorithm: signatureAlgorithm(scheme),
        signature: new OctetString({ valueHex: toArrayBuffer(signature) }),
      }),
    ],
  });
  const contentInfo = new ContentInfo({ contentType: oid.signedDataContent, content: signedData.toSchema(true) });
  return new Uint8Array(contentInfo.toSchema().toBER());
}
