/** Remembered passphrases: by the calls of new and old runtimes, and never by a store that hides nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { openPassphraseMemory } from '#main/signing/passphrase-memory.ts';
import { secretBoxOf, type SecretStore } from '#main/signing/secret-box-of.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { expectOk } from '../store/workspace-fixture.ts';

const swap = (bytes: Uint8Array) => bytes.map((each) => each ^ 0x5a);
const seal = (text: string) => swap(Buffer.from(text));
const unseal = (bytes: Uint8Array) => Buffer.from(swap(bytes)).toString();

/** A store with the calls of a runtime; the others must not be made. */
function storeWith(calls: 'asynchronous' | 'synchronous', { backend = 'gnome_libsecret', isThere = true } = {}): SecretStore {
  const refuse = (): never => {
    throw new Error('this runtime has better calls');
  };
  const common = { getSelectedStorageBackend: () => backend };
  return calls === 'synchronous'
    ? { ...common, isEncryptionAvailable: () => isThere, encryptString: seal, decryptString: unseal }
    : {
        ...common,
        isEncryptionAvailable: refuse,
        encryptString: refuse,
        decryptString: refuse,
        isAsyncEncryptionAvailable: () => Promise.resolve(isThere),
        encryptStringAsync: (text) => Promise.resolve(seal(text)),
        decryptStringAsync: (bytes) => Promise.resolve({ result: unseal(bytes) }),
      };
}

describe('a passphrase that the system remembers', () => {
  it.each(['asynchronous', 'synchronous'] as const)('is kept sealed and recalled with the %s calls of the runtime', async (calls) => {
    const folder = makeTemporaryFolder();
    const memory = openPassphraseMemory(nodeFileSystem, folder, secretBoxOf(storeWith(calls), 'linux'));
    expect(await memory.state()).toBe('ready');
    expectOk(await memory.keep('460000', '长安街的银杏黄了'));
    expect(readFileSync(join(folder, '460000.remembered')).toString()).not.toContain('银杏');
    expect(await memory.recall('460000')).toBe('长安街的银杏黄了');
    memory.forget('460000');
    expect(await memory.recall('460000')).toBeNull();
  });

  it('is refused where the store of Linux has a password that everybody knows, and where there is none', async () => {
    const folder = makeTemporaryFolder();
    for (const [options, platform, reason] of [
      [{ backend: 'basic_text' }, 'linux', 'weak'],
      [{ backend: 'unknown' }, 'linux', 'weak'],
      [{ isThere: false }, 'win32', 'none'],
    ] as const) {
      const memory = openPassphraseMemory(nodeFileSystem, folder, secretBoxOf(storeWith('synchronous', options), platform));
      const kept = await memory.keep('460000', '长安街的银杏黄了');
      expect(kept).toMatchObject({ problem: { code: 'key/cannot-remember', details: { reason } } });
      expect(memory.isKept('460000')).toBe(false);
    }
  });

  it('that another account sealed is not recalled, so that it is typed', async () => {
    const folder = makeTemporaryFolder();
    const store = storeWith('synchronous');
    expectOk(await openPassphraseMemory(nodeFileSystem, folder, secretBoxOf(store, 'darwin')).keep('460000', '什刹海的冰化开了'));
    const refuse = (): never => {
      throw new Error('Error while decrypting the ciphertext');
    };
    const memory = openPassphraseMemory(nodeFileSystem, folder, secretBoxOf({ ...store, decryptString: refuse }, 'darwin'));
    expect(await memory.recall('460000')).toBeNull();
  });
});
