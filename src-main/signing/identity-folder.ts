/** The keys of this computer: one folder beside the workspace, for each unit an encrypted key and its certificate. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeWriteFailure, writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { sha256Hex } from './digest.ts';
import { keyLimitBytes } from './limits.ts';

export type IdentityFolder = {
  /** key/missing when this computer has no key of the unit. */
  readonly readKey: (unitCode: string) => Outcome<Uint8Array>;
  /** The certificate in PEM; null when there is none, certificate/malformed when it is not the one that was kept. */
  readonly readCertificate: (unitCode: string) => Outcome<Uint8Array | null>;
  /** The units that have a key here, by code. */
  readonly unitCodes: () => readonly string[];
  /** Certificates that were replaced, with when (ISO 8601), newest first. */
  readonly readFormer: (unitCode: string) => Outcome<readonly { readonly replacedAt: string; readonly certificate: Uint8Array }[]>;
  /** The certificates of all keys here, those that were replaced too. */
  readonly readAllCertificates: () => Outcome<readonly Uint8Array[]>;
  /** Keeps a new key; key/exists when the unit has one, which is never replaced. */
  readonly keep: (unitCode: string, key: KeyFiles) => Outcome<null>;
  /** Writes the same key anew: with another passphrase, or with the certificate that a superior issued. */
  readonly rewrite: (unitCode: string, key: KeyFiles) => Outcome<null>;
  /** The newest revocation list that a CA here has issued, by the fingerprint of its certificate; null before its first. */
  readonly readList: (authority: string) => Outcome<Uint8Array | null>;
  readonly keepList: (authority: string, list: Uint8Array) => Outcome<null>;
  /** Puts another key in the place of the unit's, which is set aside under the time and never removed. */
  readonly replace: (unitCode: string, key: KeyFiles, at: Date) => Outcome<null>;
};

/** `460000.replaced-2026-03-01T083000Z.crt.pem` */
const formerName = /^([0-9A-Za-z-]+)\.replaced-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.crt\.pem$/u;

export type KeyFiles = { readonly p12: Uint8Array; readonly certificatePem: string };

/** Unit codes are digits, letters and hyphens (decoded at the door), so they are safe as file names. */
export function openIdentityFolder(fs: FileSystem, folder: string): IdentityFolder {
  const keyPath = (unitCode: string) => join(folder, `${unitCode}.p12`);
  const certificatePath = (unitCode: string) => join(folder, `${unitCode}.crt.pem`);
  const write = (unitCode: string, { p12, certificatePem }: KeyFiles): Outcome<null> => {
    try {
      fs.makeFolder(folder);
    } catch (error) {
      return fail(describeWriteFailure(error, folder));
    }
    // The certificate first: a key without one would look complete and could not be shown.
    const certificate = writeAtomically(fs, certificatePath(unitCode), withSeal(certificatePem));
    return certificate.ok ? writeAtomically(fs, keyPath(unitCode), p12, 'owner') : certificate;
  };
  const names = () => (existsSync(folder) ? fs.list(folder) : []);
  return {
    readKey: (unitCode) => {
      const path = keyPath(unitCode);
      return existsSync(path) ? readBytes(fs, path, keyLimitBytes) : fail(problem('key/missing'));
    },
    readCertificate: (unitCode) => {
      const path = certificatePath(unitCode);
      if (!existsSync(keyPath(unitCode))) return ok(null);
      const bytes = readBytes(fs, path, keyLimitBytes);
      if (!bytes.ok || isSealIntact(bytes.value)) return bytes;
      return fail(problem('certificate/malformed', { file: `${unitCode}.crt.pem`, reason: 'the file is damaged' }));
    },
    unitCodes: () => names().flatMap((name) => /^([0-9A-Za-z-]+)\.p12$/u.exec(name)?.[1] ?? []),
    readFormer: (unitCode) => {
      const former: { replacedAt: string; certificate: Uint8Array }[] = [];
      for (const name of names().toSorted().toReversed()) {
        const [, code, day, hour, minute, second] = formerName.exec(name) ?? [];
        if (code !== unitCode) continue;
        const certificate = readBytes(fs, join(folder, name), keyLimitBytes);
        if (!certificate.ok) return certificate;
        former.push({ replacedAt: `${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`, certificate: certificate.value });
      }
      return ok(former);
    },
    readAllCertificates: () => {
      const all: Uint8Array[] = [];
      for (const name of names().filter((each) => each.endsWith('.crt.pem'))) {
        const bytes = readBytes(fs, join(folder, name), keyLimitBytes);
        if (!bytes.ok) return bytes;
        all.push(bytes.value);
      }
      return ok(all);
    },
    keep: (unitCode, key) => (existsSync(keyPath(unitCode)) ? fail(problem('key/exists', { unit: unitCode })) : write(unitCode, key)),
    rewrite: write,
    readList: (authority) => {
      const path = join(folder, `${authority}.crl`);
      return existsSync(path) ? readBytes(fs, path, keyLimitBytes) : ok(null);
    },
    keepList: (authority, list) => writeAtomically(fs, join(folder, `${authority}.crl`), list),
    replace: (unitCode, key, at) => {
      const aside = join(folder, `${unitCode}.replaced-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z`);
      for (const [path, target] of [
        [certificatePath(unitCode), `${aside}.crt.pem`],
        [keyPath(unitCode), `${aside}.p12`],
      ] as const) {
        const former = readBytes(fs, path, keyLimitBytes);
        if (!former.ok) return former;
        const kept = writeAtomically(fs, target, former.value, 'owner');
        if (!kept.ok) return kept;
      }
      return write(unitCode, key);
    },
  };
}

/** Text beside PEM blocks counts for nothing (RFC 7468, section 2), so that the file stays one for every other program. */
const sealLine = /\nSHA-256 of the above: ([0-9a-f]{64})\n$/u;

/**
 * A turned bit in a certificate can name another issuer, and then nothing in it tells that it is damaged: its fingerprint
 * would be registered, and every bundle refused.
 */
function withSeal(certificatePem: string): Uint8Array {
  const above = certificatePem.endsWith('\n') ? certificatePem.slice(0, -1) : certificatePem;
  return new TextEncoder().encode(`${above}\nSHA-256 of the above: ${sha256Hex(above)}\n`);
}

/** True as well of a file that has no such line: older ones have none. */
function isSealIntact(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  const seal = sealLine.exec(text);
  return seal === null || sha256Hex(Buffer.from(text.slice(0, seal.index), 'latin1')) === seal[1];
}
