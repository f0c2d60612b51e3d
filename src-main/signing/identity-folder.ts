/** The keys of this computer: one folder beside the workspace, for each unit an encrypted key and its certificate. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeWriteFailure, writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { keyLimitBytes } from './limits.ts';

export type IdentityFolder = {
  /** key/missing when this computer has no key of the unit. */
  readonly readKey: (unitCode: string) => Outcome<Uint8Array>;
  /** The certificate in PEM; null when there is none. */
  readonly readCertificate: (unitCode: string) => Outcome<Uint8Array | null>;
  /** The certificates of all keys here. */
  readonly readAllCertificates: () => Outcome<readonly Uint8Array[]>;
  /** Keeps a new key; key/exists when the unit has one, which is never replaced. */
  readonly keep: (unitCode: string, key: { readonly p12: Uint8Array; readonly certificatePem: string }) => Outcome<null>;
};

/** Unit codes are digits, letters and hyphens (decoded at the door), so they are safe as file names. */
export function openIdentityFolder(fs: FileSystem, folder: string): IdentityFolder {
  const keyPath = (unitCode: string) => join(folder, `${unitCode}.p12`);
  const certificatePath = (unitCode: string) => join(folder, `${unitCode}.crt.pem`);
  return {
    readKey: (unitCode) => {
      const path = keyPath(unitCode);
      return existsSync(path) ? readBytes(fs, path, keyLimitBytes) : fail(problem('key/missing'));
    },
    readCertificate: (unitCode) => {
      const path = certificatePath(unitCode);
      return existsSync(keyPath(unitCode)) ? readBytes(fs, path, keyLimitBytes) : ok(null);
    },
    readAllCertificates: () => {
      const names = existsSync(folder) ? fs.list(folder).filter((name) => name.endsWith('.crt.pem')) : [];
      const all: Uint8Array[] = [];
      for (const name of names) {
        const bytes = readBytes(fs, join(folder, name), keyLimitBytes);
        if (!bytes.ok) return bytes;
        all.push(bytes.value);
      }
      return ok(all);
    },
    keep: (unitCode, { p12, certificatePem }) => {
      if (existsSync(keyPath(unitCode))) return fail(problem('key/exists', { unit: unitCode }));
      try {
        fs.makeFolder(folder);
      } catch (error) {
        return fail(describeWriteFailure(error, folder));
      }
      // The certificate first: a key without one would look complete and could not be shown.
      const certificate = writeAtomically(fs, certificatePath(unitCode), new TextEncoder().encode(certificatePem));
      return certificate.ok ? writeAtomically(fs, keyPath(unitCode), p12, 'owner') : certificate;
    },
  };
}
