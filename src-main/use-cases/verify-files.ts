/** Verifies chosen files; those signed with a key of this computer are trusted, all others are to be registered. */
import { basename } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { VerifiedFile } from '#core/ipc/views.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { readCertificates } from '../signing/certificate-file.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';

export type VerifyOrder = {
  readonly paths: readonly string[];
  readonly identities: IdentityFolder;
  readonly editions: readonly LoadedEdition[];
  readonly now: Date;
};

/** One report a file; a file that cannot be read stops the whole call, as the user has just chosen it. */
export async function verifyFiles({ paths, identities, editions, now }: VerifyOrder): Promise<Outcome<readonly VerifiedFile[]>> {
  const certificateFiles = identities.readAllCertificates();
  if (!certificateFiles.ok) return certificateFiles;
  const trusted = [];
  for (const file of certificateFiles.value) {
    const certificates = readCertificates(file, 'identity');
    if (!certificates.ok) return certificates;
    trusted.push(...certificates.value);
  }
  const verified: VerifiedFile[] = [];
  for (const path of paths) {
    const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
    if (!bytes.ok) return bytes;
    verified.push({ fileName: basename(path), report: await verifyBundle({ bytes: bytes.value, trusted, editions, now }) });
  }
  return ok(verified);
}
