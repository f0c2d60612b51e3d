/** The keys of this computer, as they are shown: never more than their certificates. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { KeysView, KeyView } from '#core/ipc/trust-views.ts';
import { authorityAmong } from '../signing/authority.ts';
import { regionOf } from '../signing/authority-limits.ts';
import { isSelfIssued, readCertificates } from '../signing/certificate-file.ts';
import { nameText, publicKeyOf, x509Of, type Certificate } from '../signing/certificate.ts';
import { regionsOf } from '../signing/distinguished-name.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';
import { commonName } from '../signing/oids.ts';
import type { PassphraseMemory } from '../signing/passphrase-memory.ts';

/** By unit code. certificate/malformed for a file that was damaged. */
export async function viewKeys(identities: IdentityFolder, memory: PassphraseMemory): Promise<Outcome<KeysView>> {
  const keys: KeyView[] = [];
  for (const unitCode of identities.unitCodes().toSorted()) {
    const key = viewKey(identities, memory, unitCode);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return ok({ keys, memory: await memory.state() });
}

function viewKey(identities: IdentityFolder, memory: PassphraseMemory, unitCode: string): Outcome<KeyView> {
  const file = identities.readCertificate(unitCode);
  if (!file.ok) return file;
  const name = `${unitCode}.crt.pem`;
  const read = file.value === null ? ok([]) : readCertificates(file.value, name);
  if (!read.ok) return read;
  const [certificate] = read.value;
  const scheme = certificate === undefined ? undefined : publicKeyOf(x509Of(certificate))?.scheme;
  if (certificate === undefined || scheme === undefined)
    return fail(problem('certificate/malformed', { file: name, reason: 'no certificate' }));
  const former = identities.readFormer(unitCode);
  if (!former.ok) return former;
  const { unitName, fingerprint, notBefore, notAfter } = certificate;
  return ok({
    unitCode,
    unitName,
    fingerprint,
    notBefore,
    notAfter,
    scheme,
    issuer: isSelfIssued(certificate) ? null : nameText(x509Of(certificate).issuer, commonName),
    region: regionFor(certificate, read.value),
    isRemembered: memory.isKept(unitCode),
    former: former.value.flatMap(({ replacedAt, certificate: bytes }) => {
      const [was] = outcomeOr(readCertificates(bytes, name));
      return was === undefined ? [] : [{ fingerprint: was.fingerprint, notAfter: was.notAfter, replacedAt }];
    }),
  });
}

function regionFor(own: Certificate, all: readonly Certificate[]): string | null {
  const authority = authorityAmong(all, publicKeyOf(x509Of(own)));
  return authority === null ? (regionsOf(own.unitCode).at(-1) ?? null) : regionOf(x509Of(authority));
}

/** A former certificate that is damaged is left out: nothing depends on it any more. */
function outcomeOr<T>(outcome: Outcome<readonly T[]>): readonly T[] {
  return outcome.ok ? outcome.value : [];
}
