/** Encrypted copies of bundles that came in: known by their bytes, and opened into a folder of the user's choice. */
import { basename, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { writeAndReadBack } from '../bundles/write-bundle.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { freeName } from '../files/free-name.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { sha256Hex } from '../signing/digest.ts';
import { decryptWith, isEncrypted } from '../signing/envelope.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';

/** An encrypted file is a little longer than what is in it. */
const limitBytes = bundleLimitBytes + keyLimitBytes;

/** How the screens name an encrypted file, by the digest of its bytes; null for a file that is none. */
export function encryptedAt(path: string): { readonly fileName: string; readonly encrypted: string } | null {
  const bytes = readBytes(nodeFileSystem, path, limitBytes);
  return bytes.ok && isEncrypted(bytes.value) ? { fileName: basename(path), encrypted: sha256Hex(bytes.value) } : null;
}

export type OpenOrder = {
  readonly digest: string;
  readonly key: OpenedKey;
  /** Asked once the file is open: that the key is the wrong one is said before. */
  readonly chooseFolder: () => Promise<string | null>;
};

/**
 * `shown` with the path of what was in the encrypted file in its place; null when the user thinks better of it.
 * trust/choose-again where the file is no longer there, envelope/…, file/….
 */
export async function openEncrypted(
  shown: readonly string[],
  { digest, key, chooseFolder }: OpenOrder,
): Promise<Outcome<readonly string[] | null>> {
  const path = shown.find((each) => encryptedAt(each)?.encrypted === digest);
  const bytes = path === undefined ? null : readBytes(nodeFileSystem, path, limitBytes);
  if (path === undefined || bytes === null) return fail(problem('trust/choose-again'));
  if (!bytes.ok) return bytes;
  const content = await decryptWith(bytes.value, key, basename(path));
  if (!content.ok) return content;
  const folder = await chooseFolder();
  if (folder === null) return ok(null);
  const opened = join(folder, freeName(folder, `${basename(path).replace(/(?:\.asice)?(?:\.p7m)?$/iu, '')}.asice`));
  const written = writeAndReadBack(opened, content.value);
  return written.ok ? ok(shown.map((each) => (each === path ? opened : each))) : written;
}
