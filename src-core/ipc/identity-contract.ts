/** Channels of trust: whom this office believes. */
import * as v from 'valibot';
import { explanation } from '../filing/decode-filing.ts';
import { sha256 } from './backup-views.ts';
import { call, id, nothing, unitCode } from './call.ts';
import type { TrustFileView, TrustView } from './trust-views.ts';

/** Who does something that is written down with a name. */
export const officer = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
export const note = v.pipe(v.string(), v.maxLength(2000));
export const token = v.pipe(v.string(), v.maxLength(100));
export const moment = v.pipe(v.string(), v.isoTimestamp());

export const identityContract = {
  'trust/list': call(nothing)<TrustView>(),
  /** Asks for a file with certificates, fingerprints or a revocation list; null when the user thinks better of it. */
  'trust/choose': call(nothing)<TrustFileView | null>(),
  /** Registers what was shown of the file that was chosen last. */
  'trust/add': call(v.strictObject({ token, officer, note }))<TrustView>(),
  /** Registers a fingerprint that was compared by telephone. */
  'trust/pin': call(v.strictObject({ fingerprint: sha256, unitCode, unitName: note, officer, note }))<TrustView>(),
  'trust/end': call(
    v.strictObject({ id, kind: v.picklist(['removed', 'revoked']), from: v.nullable(moment), reason: explanation, officer }),
  )<TrustView>(),
} as const;
