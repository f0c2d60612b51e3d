/** Verifies chosen files; those signed with a key of this computer, or by whom this office registered, are trusted. */
import { basename } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { VerifiedFile } from '#core/ipc/views.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import { verifyEach } from '../bundles/verify-each.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';
import { ownCertificates } from '../signing/own-certificates.ts';
import type { TrustStore } from '../signing/trust-store.ts';

export type VerifyOrder = {
  readonly paths: readonly string[];
  readonly identities: IdentityFolder;
  /** What this office registered. */
  readonly trust: TrustStore;
  readonly editions: readonly LoadedEdition[];
  readonly now: Date;
};

/** One report a file, or why it could not be read; one bad file never hides the others. */
export async function verifyFiles({
  paths,
  identities,
  trust,
  editions,
  now,
}: VerifyOrder): Promise<Outcome<readonly (VerifiedFile & { readonly path: string })[]>> {
  const own = ownCertificates(identities);
  if (!own.ok) return own;
  const trusted = [...trust.trusted, ...own.value];
  const verified = await verifyEach(paths, { ...trust, trusted, editions, now });
  return ok(verified.map((each) => ({ ...each, fileName: basename(each.path) })));
}
