/** SHA-256 digests, in the spellings that files and manifests use. */
import { createHash } from 'node:crypto';

export function sha256Bytes(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** 64 lower-case hexadecimal digits; text is taken as UTF-8. Fits the core's `DigestText`. */
export function sha256Hex(content: string | Uint8Array): string {
  return sha256Bytes(content).toString('hex');
}

/** 44 characters of base64, as in `ds:DigestValue`. */
export function sha256Base64(content: string | Uint8Array): string {
  return sha256Bytes(content).toString('base64');
}
