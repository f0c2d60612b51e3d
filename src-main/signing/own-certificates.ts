/** The certificates of the keys on this computer, those that were replaced too. */
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { readCertificates } from './certificate-file.ts';
import type { Certificate } from './certificate.ts';
import type { IdentityFolder } from './identity-folder.ts';

export function ownCertificates(identities: IdentityFolder): Outcome<readonly Certificate[]> {
  const files = identities.readAllCertificates();
  if (!files.ok) return files;
  const own: Certificate[] = [];
  for (const file of files.value) {
    const certificates = readCertificates(file, 'identity');
    if (!certificates.ok) return certificates;
    own.push(...certificates.value);
  }
  return ok(own);
}

export function ownFingerprints(identities: IdentityFolder): Outcome<ReadonlySet<string>> {
  const own = ownCertificates(identities);
  return own.ok ? ok(new Set(own.value.map((each) => each.fingerprint))) : own;
}
