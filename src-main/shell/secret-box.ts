/** The system's own store of secrets (Keychain, DPAPI, Secret Service), as Electron offers it. */
import { safeStorage } from 'electron';
import { secretBoxOf } from '../signing/secret-box-of.ts';
import type { SecretBox } from '../signing/passphrase-memory.ts';

export function systemSecretBox(platform: string): SecretBox {
  return secretBoxOf(safeStorage, platform);
}
