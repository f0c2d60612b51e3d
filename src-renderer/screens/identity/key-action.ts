/** What is to be done with a key: each has its dialog. */
import type { KeyView } from '#core/ipc/trust-views.ts';

export type KeyAction =
  | { readonly kind: 'new' }
  | { readonly kind: 'import' }
  | { readonly kind: 'export' | 'request' | 'take' | 'passphrase' | 'renew' | 'remember'; readonly key: KeyView };
