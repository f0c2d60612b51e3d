/** The system's own store of secrets (Keychain, DPAPI, Secret Service), as Electron offers it. */
import { safeStorage } from 'electron';
import type { MemoryState } from '#core/bundle/trust-terms.ts';
import type { SecretBox } from '../signing/passphrase-memory.ts';

/** On Linux without a keyring Electron "encrypts" with a password that everybody knows: that is no store. */
export function systemSecretBox(platform: string): SecretBox {
  const state = async (): Promise<MemoryState> => {
    if (platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) return 'weak';
    // Older runtimes than the one that is shipped have no such call.
    const isThere = 'isAsyncEncryptionAvailable' in safeStorage && (await safeStorage.isAsyncEncryptionAvailable());
    return isThere ? 'ready' : 'none';
  };
  return {
    state,
    seal: async (text) => ((await state()) === 'ready' ? new Uint8Array(await safeStorage.encryptStringAsync(text)) : null),
    open: async (sealed) => {
      try {
        return (await state()) === 'ready' ? (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result : null;
      } catch {
        // Sealed by another account, or on another computer: the user types the passphrase.
        return null;
      }
    },
  };
}
