/** What a unit does with its key: renewing, importing, exporting, another passphrase, a request, and the issued certificate. */
import { basename, join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { unitInFileName } from '#core/bundle/bundle-name.ts';
import type { WrittenRequest } from '#core/ipc/trust-views.ts';
import { fillPlaces } from '#core/lib/bilingual.ts';
import { identityFileNames } from '#core/text/screens/identity.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem, type Readers } from '../files/file-system.ts';
import { freeName } from '../files/free-name.ts';
import { readBytes } from '../files/read-file.ts';
import { certificatePem, readCertificates } from '../signing/certificate-file.ts';
import type { Certificate } from '../signing/certificate.ts';
import { createKey, openKey, type KeyOrder } from '../signing/create-key.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';
import { keyLimitBytes } from '../signing/limits.ts';
import { checkPassphrase } from '../signing/passphrase.ts';
import { writePem } from '../signing/pem.ts';
import type { OpenedKey } from '../signing/pkcs12-bags.ts';
import { writePkcs12 } from '../signing/pkcs12-write.ts';
import { keyFingerprint, writeRequest } from '../signing/request.ts';
import { takeCertificate } from '../signing/take-certificate.ts';

/** A key that was opened, with what it takes to write it again. */
export type HeldKey = OpenedKey & { readonly passphrase: string };

/** A new key for a unit that has one; the former is set aside. Problems: those of `createKey`, key/missing. */
export async function renewKey(identities: IdentityFolder, order: KeyOrder): Promise<Outcome<null>> {
  const known = identities.readKey(order.unitCode);
  if (!known.ok) return known;
  const made = await createKey(order);
  return made.ok ? identities.replace(order.unitCode, made.value, order.now) : made;
}

export type ImportOrder = { readonly path: string; readonly passphrase: string; readonly replaces: boolean; readonly now: Date };

/** Takes in a PKCS#12 file; key/exists { unit } where the unit has a key and nobody said that it is to be replaced. */
export async function importKey(identities: IdentityFolder, order: ImportOrder): Promise<Outcome<null>> {
  const { path, passphrase, replaces, now } = order;
  const p12 = readBytes(nodeFileSystem, path, keyLimitBytes);
  if (!p12.ok) return p12;
  const opened = await openKey({ p12: p12.value, passphrase });
  if (!opened.ok) return opened;
  const { unitCode, unitName } = opened.value.certificate;
  if (!/^[0-9A-Za-z-]{1,32}$/u.test(unitCode)) return fail(problem('key/no-unit', { file: basename(path), unitName }));
  const files = await filesOf(opened.value, passphrase);
  const isThere = identities.unitCodes().includes(unitCode);
  return isThere && replaces ? identities.replace(unitCode, files, now) : identities.keep(unitCode, files);
}

/** The key with another passphrase: in its place, or as a file in `folder`. Problems: key/same-passphrase, those of `checkPassphrase`. */
export async function changePassphrase(identities: IdentityFolder, key: HeldKey, next: string): Promise<Outcome<null>> {
  if (next.normalize('NFC') === key.passphrase.normalize('NFC')) return fail(problem('key/same-passphrase'));
  const quality = checkPassphrase(next, key.certificate);
  return quality.ok ? identities.rewrite(key.certificate.unitCode, await filesOf(key, next)) : quality;
}

/** The name of the file: the key with all its certificates, encrypted with a passphrase of its own. */
export async function exportKey(key: HeldKey, passphrase: string, folder: string): Promise<Outcome<string>> {
  const quality = checkPassphrase(passphrase, key.certificate);
  if (!quality.ok) return quality;
  return writeNamed(folder, identityFileNames.key, key.certificate, await writePkcs12(key, passphrase), 'owner');
}

/** The certificate with those of its issuers: to be registered by others. It is no secret. */
export function exportCertificate(file: Uint8Array, folder: string): Outcome<string> {
  const certificates = readCertificates(file, 'identity');
  if (!certificates.ok) return certificates;
  const [own] = certificates.value;
  if (own === undefined) return fail(problem('key/missing'));
  return writeNamed(folder, identityFileNames.certificate, own, file, 'everyone');
}

/** A request for a certificate, for the superior. */
export function requestCertificate(key: HeldKey, folder: string): Outcome<WrittenRequest> {
  const { privateKey, certificate } = key;
  const { unitCode, unitName } = certificate;
  const pem = writePem('CERTIFICATE REQUEST', writeRequest({ unitCode, unitName }, privateKey));
  const written = writeNamed(folder, identityFileNames.request, certificate, new TextEncoder().encode(pem), 'everyone');
  return written.ok ? ok({ fileName: written.value, fingerprint: keyFingerprint(privateKey.publicKey) }) : written;
}

/** Takes in what the superior issued: certificate/not-for-key where it is for another key or unit. */
export async function takeIssued(identities: IdentityFolder, key: HeldKey, path: string): Promise<Outcome<null>> {
  const bytes = readBytes(nodeFileSystem, path, keyLimitBytes);
  if (!bytes.ok) return bytes;
  const offered = readCertificates(bytes.value, basename(path));
  if (!offered.ok) return offered;
  const taken = takeCertificate(key, offered.value, basename(path));
  if (!taken.ok) return taken;
  return identities.rewrite(key.certificate.unitCode, await filesOf(taken.value, key.passphrase));
}

async function filesOf(key: OpenedKey, passphrase: string) {
  const all = [key.certificate, ...key.chain].map(certificatePem).join('');
  return { p12: await writePkcs12(key, passphrase), certificatePem: all };
}

function writeNamed(folder: string, name: string, unit: Certificate, bytes: Uint8Array, readers: Readers): Outcome<string> {
  const fileName = freeName(folder, fillPlaces(name, { unit: unitInFileName(unit.unitName), code: unit.unitCode }));
  const written = writeAtomically(nodeFileSystem, join(folder, fileName), bytes, readers);
  return written.ok ? ok(fileName) : written;
}
