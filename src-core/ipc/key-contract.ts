/** Channels of the keys on this computer. */
import * as v from 'valibot';
import { newKeyKinds } from '../bundle/trust-terms.ts';
import { call, nothing, passphrase, unitCode } from './call.ts';
import type { KeysView, WrittenRequest } from './trust-views.ts';
import type { SavedFileView } from './views.ts';

/** Null for the passphrase that the system remembers. */
const known = v.nullable(passphrase);

export const keyContract = {
  'identity/keys': call(nothing)<KeysView>(),
  /** A new key in the place of the unit's, which is set aside: the passphrase is that of the new one. */
  'identity/renew': call(v.strictObject({ unitCode, passphrase, algorithm: v.picklist(newKeyKinds) }))<KeysView>(),
  /** Asks for a PKCS#12 file; null when the user thinks better of it. */
  'identity/import-key': call(v.strictObject({ passphrase, replaces: v.boolean() }))<KeysView | null>(),
  /** Asks for a folder, as the next two do. */
  'identity/export-key': call(v.strictObject({ unitCode, passphrase: known, newPassphrase: passphrase }))<SavedFileView | null>(),
  'identity/export-certificate': call(v.strictObject({ unitCode }))<SavedFileView | null>(),
  'identity/request': call(v.strictObject({ unitCode, passphrase: known }))<WrittenRequest | null>(),
  'identity/change-passphrase': call(v.strictObject({ unitCode, passphrase: known, newPassphrase: passphrase }))<KeysView>(),
  /** Asks for the file that the superior issued. */
  'identity/take-certificate': call(v.strictObject({ unitCode, passphrase: known }))<KeysView | null>(),
  /** Null to forget it. */
  'identity/remember': call(v.strictObject({ unitCode, passphrase: known }))<KeysView>(),
} as const;
