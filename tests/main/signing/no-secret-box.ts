/** A system without a store of secrets, as most servers are. */
import type { SecretBox } from '#main/signing/passphrase-memory.ts';

export const noSecretBox: SecretBox = {
  state: () => Promise.resolve('none'),
  seal: () => Promise.resolve(null),
  open: () => Promise.resolve(null),
};
