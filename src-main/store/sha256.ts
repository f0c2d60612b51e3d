/** SHA-256 for the store: of files (is a generation intact?) and of journal entries (is the chain?). */
import { createHash } from 'node:crypto';

/** 64 lower-case hexadecimal digits; text is taken as UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
