/** The system's store of secrets behind the calls of Electron: newer runtimes have asynchronous ones, older ones do not. */
import type { MemoryState } from '#core/bundle/trust-terms.ts';
import type { SecretBox } from './passphrase-memory.ts';

/** What is used of Electron's `safeStorage`. */
export type SecretStore = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Uint8Array;
  readonly decryptString: (sealed: Buffer) => string;
  /** On Linux alone. */
  readonly getSelectedStorageBackend: () => string;
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Uint8Array>;
  readonly decryptStringAsync?: (sealed: Buffer) => Promise<{ readonly result: string }>;
};

/** On Linux without a keyring Electron "encrypts" with a password that everybody knows: that is no store. */
const weakBackends = ['basic_text', 'unknown'];

export function secretBoxOf(store: SecretStore, platform: string): SecretBox {
  const { isAsyncEncryptionAvailable: asksLater, encryptStringAsync: sealsLater, decryptStringAsync: opensLater } = store;
  const state = async (): Promise<MemoryState> => {
    if (platform === 'linux' && weakBackends.includes(store.getSelectedStorageBackend())) return 'weak';
    const isThere = asksLater === undefined ? store.isEncryptionAvailable() : await asksLater.call(store);
    return isThere ? 'ready' : 'none';
  };
  return {
    state,
    seal: async (text) => {
      if ((await state()) !== 'ready') return null;
      return new Uint8Array(sealsLater === undefined ? store.encryptString(text) : await sealsLater.call(store, text));
    },
    open: async (sealed) => {
      if ((await state()) !== 'ready') return null;
      const bytes = Buffer.from(sealed);
      try {
        return opensLater === undefined ? store.decryptString(bytes) : (await opensLater.call(store, bytes)).result;
      } catch {
        // Sealed by another account, or on another computer: the user types the passphrase.
        return null;
      }
    },
  };
}
