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

/** One report a file, or why it could not be read; one bad file never hides the others. */
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
    const fileName = basename(path);
    const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
    if (!bytes.ok) verified.push({ fileName, problem: bytes.problem });
    else verified.push({ fileName, report: await verifyBundle({ bytes: bytes.value, trusted, editions, now }) });
  }
  return ok(verified);
}
