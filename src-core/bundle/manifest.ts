/** Writes the manifest that is signed: every data object with its media type and SHA-256 digest (ETSI EN 319 162-1, A.4). */
import { entryNameFault, signatureName } from './entry-names.ts';

export const asicNamespace = 'http://uri.etsi.org/02918/v1.2.1#';
export const xmldsigNamespace = 'http://www.w3.org/2000/09/xmldsig#';
export const sha256Algorithm = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const signatureMediaType = 'application/pkcs7-signature';

export type ManifestObject = {
  readonly name: string;
  /** Such as `application/json`, without parameters. */
  readonly mediaType: string;
  /** SHA-256 of the content in base64: 44 characters. */
  readonly digest: string;
};

/** The manifest's text; the same objects in the same order give the same text. @throws Error on a name no entry may have (a bug). */
export function writeManifest(objects: readonly ManifestObject[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<asic:ASiCManifest xmlns:asic="${asicNamespace}" xmlns:ds="${xmldsigNamespace}">`,
    `  <asic:SigReference URI="${toUri(signatureName)}" MimeType="${signatureMediaType}"/>`,
    ...objects.flatMap(writeObject),
    '</asic:ASiCManifest>',
    '',
  ].join('\n');
}

/** True for the base64 text of 32 bytes in its only canonical spelling, so that digests can be compared as text. */
export function isDigest(text: string): boolean {
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text);
}

function writeObject({ name, mediaType, digest }: ManifestObject): readonly string[] {
  const fault = entryNameFault(name);
  if (fault !== null) throw new Error(`a bundle entry cannot be called ${JSON.stringify(name)}: ${fault}`);
  if (!/^[a-z]+\/[a-z0-9.+-]+$/u.test(mediaType)) throw new Error(`not a media type: ${mediaType}`);
  if (!isDigest(digest)) throw new Error(`not a SHA-256 digest in base64: ${digest}`);
  return [
    `  <asic:DataObjectReference URI="${toUri(name)}" MimeType="${mediaType}">`,
    `    <ds:DigestMethod Algorithm="${sha256Algorithm}"/>`,
    `    <ds:DigestValue>${digest}</ds:DigestValue>`,
    '  </asic:DataObjectReference>',
  ];
}

/** An entry's name as a relative URI reference (RFC 3986): UTF-8, percent-encoded; safe inside an XML attribute as well. */
function toUri(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
