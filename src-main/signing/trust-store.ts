/** What the user trusts: certificates of units and CAs, pinned fingerprints, and revocation lists, read from files and folders. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { errnoOf, nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { readCertificates } from './certificate-file.ts';
import type { Certificate } from './certificate.ts';
import { keyLimitBytes } from './limits.ts';
import { readPem } from './pem.ts';
import { isPinFile, readPins, type Pin } from './pins.ts';
import { decodeRevocationList, isListOf, type RevocationList } from './revocation-list.ts';

export type TrustStore = {
  readonly trusted: readonly Certificate[];
  readonly pins: readonly Pin[];
  /** Each was signed by one of the trusted certificates. */
  readonly lists: readonly RevocationList[];
};

export const noTrust: TrustStore = { trusted: [], pins: [], lists: [] };

/**
 * Reads files and folders. In a folder, files count by their ending: certificates (pem, crt, cer, der), revocation lists
 * (crl), and texts (txt) that hold fingerprints. Problems: `file/…`, `certificate/malformed`, `trust/malformed-pin`,
 * `trust/malformed-list`, and `trust/unverified-list` for a list that no trusted CA signed.
 */
export async function readTrust(places: readonly string[]): Promise<Outcome<TrustStore>> {
  const trusted: Certificate[] = [];
  const pins: Pin[] = [];
  const lists: { readonly file: string; readonly list: RevocationList }[] = [];
  for (const place of places) {
    const files = filesAt(place);
    if (files === null) return fail(problem('file/not-found', { path: place }));
    for (const path of files) {
      const file = basename(path);
      const bytes = readBytes(nodeFileSystem, path, keyLimitBytes);
      if (!bytes.ok) return bytes;
      const text = textOf(bytes.value);
      if (text !== null && isPinFile(text)) {
        const read = readPins(text, file);
        if (!read.ok) return read;
        pins.push(...read.value);
      } else if (isList(file, bytes.value)) {
        const list = decodeRevocationList(readPem(bytes.value, ['X509 CRL'])[0] ?? bytes.value);
        if (list === null) return fail(problem('trust/malformed-list', { file }));
        lists.push({ file, list });
      } else if (!/\.txt$/iu.test(path) || path === place) {
        const read = readCertificates(bytes.value, file);
        if (!read.ok) return read;
        trusted.push(...read.value);
      }
    }
  }
  for (const { file, list } of lists) {
    const signed = await Promise.all(trusted.map((each) => isListOf(list, each)));
    if (!signed.includes(true)) return fail(problem('trust/unverified-list', { file }));
  }
  return ok({ trusted, pins, lists: lists.map((each) => each.list) });
}

function isList(file: string, bytes: Uint8Array): boolean {
  return /\.crl$/iu.test(file) || readPem(bytes, ['X509 CRL']).length > 0;
}

/** The files of a folder that may hold trust, or the one file; null when there is no such place. */
function filesAt(place: string): readonly string[] | null {
  try {
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(pem|crt|cer|der|crl|txt)$/iu.test(entry.name))
      .map((entry) => join(place, entry.name))
      .toSorted();
  } catch (error) {
    errnoOf(error);
    return null;
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A certificate or list in DER.
    return null;
  }
}
