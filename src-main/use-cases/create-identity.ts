/** The key of a unit on this computer: whether there is one, and making it. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { NewKeyKind } from '#core/bundle/trust-terms.ts';
import type { IdentityView } from '#core/ipc/views.ts';
import { createKey } from '../signing/create-key.ts';
import { describeCertificate, isSelfIssued, isSelfSigned, readCertificates, type Identity } from '../signing/certificate-file.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';

/** `isKept`: whether the system remembers the passphrase of a unit's key. */
type IsKept = (unitCode: string) => boolean;

/** Also with a certificate that a superior issued: the first of the file is the unit's own, those of its issuers may follow. */
export function identityStatus(identities: IdentityFolder, isKept: IsKept, unitCode: string): Outcome<IdentityView | null> {
  const file = identities.readCertificate(unitCode);
  if (!file.ok) return file;
  if (file.value === null) return ok(null);
  const name = `${unitCode}.crt.pem`;
  const certificates = readCertificates(file.value, name);
  if (!certificates.ok) return certificates;
  const [certificate] = certificates.value;
  if (certificate === undefined) return fail(problem('key/missing'));
  // A wrong fingerprint would be registered, and every bundle refused; what a superior issued has a signature of its own.
  const isDamaged = certificate.unitCode !== unitCode || (isSelfIssued(certificate) && !isSelfSigned(certificate));
  if (isDamaged) return fail(problem('certificate/malformed', { file: name, reason: 'certificate 1 is damaged' }));
  return ok({ ...viewOf(describeCertificate(certificate)), isRemembered: isKept(unitCode) });
}

export type IdentityOrder = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly passphrase: string;
  readonly now: Date;
  readonly algorithm: NewKeyKind;
};

/** Makes the key and keeps it encrypted with the passphrase; key/weak-passphrase, key/exists. */
export async function createIdentity(identities: IdentityFolder, order: IdentityOrder): Promise<Outcome<IdentityView>> {
  const known = identities.readCertificate(order.unitCode);
  if (!known.ok) return known;
  if (known.value !== null) return fail(problem('key/exists', { unit: order.unitCode }));
  const made = await createKey(order);
  if (!made.ok) return made;
  const kept = identities.keep(order.unitCode, made.value);
  return kept.ok ? ok({ ...viewOf(made.value.identity), isRemembered: false }) : kept;
}

function viewOf({ unitCode, unitName, fingerprint, notAfter }: Identity): Omit<IdentityView, 'isRemembered'> {
  return { unitCode, unitName, fingerprint, notAfter };
}
