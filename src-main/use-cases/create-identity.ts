/** The key of a unit on this computer: whether there is one, and making it. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { IdentityView } from '#core/ipc/views.ts';
import { createKey } from '../signing/create-key.ts';
import { describeCertificate, isSelfSigned, readCertificates } from '../signing/certificate-file.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';

export function identityStatus(identities: IdentityFolder, unitCode: string): Outcome<IdentityView | null> {
  const file = identities.readCertificate(unitCode);
  if (!file.ok) return file;
  if (file.value === null) return ok(null);
  const name = `${unitCode}.crt.pem`;
  const certificates = readCertificates(file.value, name);
  if (!certificates.ok) return certificates;
  const [certificate] = certificates.value;
  if (certificate === undefined) return fail(problem('key/missing'));
  // A wrong fingerprint would be registered, and every bundle refused.
  if (!isSelfSigned(certificate)) return fail(problem('certificate/malformed', { file: name, reason: 'certificate 1 is damaged' }));
  return ok(viewOf(describeCertificate(certificate)));
}

export type IdentityOrder = { readonly unitCode: string; readonly unitName: string; readonly passphrase: string; readonly now: Date };

/** Makes the key and keeps it encrypted with the passphrase; key/weak-passphrase, key/exists. */
export async function createIdentity(identities: IdentityFolder, order: IdentityOrder): Promise<Outcome<IdentityView>> {
  const known = identities.readCertificate(order.unitCode);
  if (!known.ok) return known;
  if (known.value !== null) return fail(problem('key/exists', { unit: order.unitCode }));
  const made = await createKey(order);
  if (!made.ok) return made;
  const kept = identities.keep(order.unitCode, made.value);
  return kept.ok ? ok(viewOf(made.value.identity)) : kept;
}

function viewOf({ unitCode, unitName, fingerprint, notAfter }: IdentityView): IdentityView {
  return { unitCode, unitName, fingerprint, notAfter };
}
