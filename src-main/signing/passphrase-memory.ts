/** Passphrases that the user asked the system to remember: beside the keys, encrypted by the system for this account alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { MemoryState } from '#core/bundle/trust-terms.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { keyLimitBytes } from './limits.ts';

/** What the system's own store of secrets does; it lives in the main thread. */
export type SecretBox = {
  readonly state: () => Promise<MemoryState>;
  /** Null where the system does not do it. */
  readonly seal: (text: string) => Promise<Uint8Array | null>;
  /** Null for what another account or computer sealed. */
  readonly open: (sealed: Uint8Array) => Promise<string | null>;
};

export type PassphraseMemory = {
  readonly state: () => Promise<MemoryState>;
  readonly isKept: (unitCode: string) => boolean;
  readonly recall: (unitCode: string) => Promise<string | null>;
  /** key/cannot-remember { reason } where the system has no store, or one that hides nothing. */
  readonly keep: (unitCode: string, passphrase: string) => Promise<Outcome<null>>;
  readonly forget: (unitCode: string) => void;
};

/** Unit codes are safe as file names, as for keys. */
export function openPassphraseMemory(fs: FileSystem, folder: string, box: SecretBox): PassphraseMemory {
  const pathOf = (unitCode: string) => join(folder, `${unitCode}.remembered`);
  const isKept = (unitCode: string) => existsSync(pathOf(unitCode));
  return {
    state: box.state,
    isKept,
    recall: async (unitCode) => {
      if (!isKept(unitCode)) return null;
      const sealed = readBytes(fs, pathOf(unitCode), keyLimitBytes);
      return sealed.ok ? box.open(sealed.value) : null;
    },
    keep: async (unitCode, passphrase) => {
      const state = await box.state();
      const sealed = state === 'ready' ? await box.seal(passphrase) : null;
      if (sealed === null) return fail(problem('key/cannot-remember', { reason: state }));
      const written = writeAtomically(fs, pathOf(unitCode), sealed, 'owner');
      return written.ok ? ok(null) : written;
    },
    forget: (unitCode) => {
      if (isKept(unitCode)) fs.remove(pathOf(unitCode));
    },
  };
}
