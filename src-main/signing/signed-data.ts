/**
 * Takes a CMS `SignedData` apart (RFC 5652, 5.1). Its outer layer is read here and only its signers by the library, which
 * would parse the certificates a second time, encode them anew, and take most of the time that a verification takes.
 */
import { Integer, ObjectIdentifier, Set as SetOf, Sequence, type AsnType } from 'asn1js';
import { AlgorithmIdentifier, EncapsulatedContentInfo, SignerInfo } from 'pkijs';
import { certificateFrom, type Certificate } from './certificate.ts';
import { attempt, parseDer, partsOf } from './der.ts';
import * as oid from './oids.ts';

export type ParsedSignature = {
  readonly version: number;
  readonly digestAlgorithms: readonly AlgorithmIdentifier[];
  readonly content: EncapsulatedContentInfo;
  /** With their own bytes as they were received; what is no X.509 certificate is left out. */
  readonly certificates: readonly Certificate[];
  readonly signerInfos: readonly SignerInfo[];
};

/** Null for bytes that are not one `ContentInfo` with a `SignedData` in it, in DER. */
export function parseSignedData(bytes: Uint8Array): ParsedSignature | null {
  return attempt(() => {
    const contentInfo = parseDer(bytes);
    if (!(contentInfo instanceof Sequence)) return null;
    const [type, wrapped, ...afterContent] = partsOf(contentInfo);
    if (!(type instanceof ObjectIdentifier) || type.getValue() !== oid.signedDataContent || afterContent.length > 0) return null;
    const [signedData, ...more] = isTagged(wrapped, 0) ? partsOf(wrapped) : [];
    if (!(signedData instanceof Sequence) || more.length > 0) return null;
    const [version, digests, content, ...rest] = partsOf(signedData);
    const signers = rest.at(-1);
    const optional = rest.slice(0, -1);
    const isInOrder = optional.every((each, index) => isTagged(each, 0) || (isTagged(each, 1) && index === optional.length - 1));
    if (!(version instanceof Integer) || !(digests instanceof SetOf) || !(signers instanceof SetOf) || !isInOrder) return null;
    if (optional.length > 2 || optional.filter((each) => isTagged(each, 0)).length > 1) return null;
    const certificates = optional.filter((each) => isTagged(each, 0)).flatMap((each) => partsOf(each));
    return {
      version: version.valueBlock.valueDec,
      digestAlgorithms: partsOf(digests).map((schema) => new AlgorithmIdentifier({ schema })),
      content: new EncapsulatedContentInfo({ schema: content }),
      certificates: certificates.map(certificateFrom).filter((each) => each !== null),
      signerInfos: partsOf(signers).map((schema) => new SignerInfo({ schema })),
    };
  });
}

/** A constructed value under a context-specific tag. */
function isTagged(value: AsnType | undefined, tag: number): boolean {
  return value?.idBlock.tagClass === 3 && value.idBlock.tagNumber === tag && value.idBlock.isConstructed;
}
