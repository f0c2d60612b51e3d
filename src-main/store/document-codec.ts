/** How a document stands in the database: deflated (RFC 1950), which makes it a third, and named by its digest. */
import { deflateSync, inflateSync } from 'node:zlib';
import { sha256Hex } from '../signing/digest.ts';
import type { SqlFunctions } from './sql-engine.ts';

/** Bounds what a broken or malicious document can take up in memory. */
const documentLimitBytes = 64 * 1024 * 1024;

/** 64 hexadecimal digits of SHA-256 over the document's UTF-8 text. */
export function digestOfDocument(text: string): string {
  return sha256Hex(text);
}

export function deflateDocument(text: string): Uint8Array {
  return deflateSync(text);
}

/** The text, or null when it is not the one that `digest` was made of. */
export function inflateDocument(deflated: Uint8Array, digest: string): string | null {
  try {
    const text = inflateSync(deflated, { maxOutputLength: documentLimitBytes }).toString('utf8');
    return digestOfDocument(text) === digest ? text : null;
  } catch {
    // Whatever zlib has against the bytes, they are not those that were stored.
    return null;
  }
}

/** What the migrations call; they must give the same for ever. */
export const documentFunctions: SqlFunctions = { document_digest: digestOfDocument, document_deflate: deflateDocument };
