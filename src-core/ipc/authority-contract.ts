/** Channels of the small CA of a superior. */
import * as v from 'valibot';
import { revocationWords } from '../bundle/trust-terms.ts';
import { call, nothing, passphrase, unitCode } from './call.ts';
import { moment, officer, token } from './identity-contract.ts';
import type { IssuedCertificateView, IssuedView, RequestView } from './trust-views.ts';
import type { SavedFileView } from './views.ts';

/** Whose key issues, the passphrase (null for the one that the system remembers), who does it, and whether they vouch for the clock. */
const by = { unitCode, passphrase: v.nullable(passphrase), officer, isClockRight: v.optional(v.boolean()) } as const;

export const authorityContract = {
  'authority/issued': call(nothing)<readonly IssuedView[]>(),
  /** Asks for a request; null when the user thinks better of it. */
  'authority/read-request': call(nothing)<RequestView | null>(),
  /** Asks for a folder, as the next does. */
  'authority/issue': call(
    v.strictObject({ ...by, token, years: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), isAuthority: v.boolean() }),
  )<IssuedCertificateView | null>(),
  /** `revoke` is null for the next list with nothing new in it. */
  'authority/write-list': call(
    v.strictObject({
      ...by,
      revoke: v.nullable(
        v.strictObject({
          serial: v.pipe(v.string(), v.regex(/^[0-9a-f]{2,80}$/u)),
          from: moment,
          reason: v.picklist(revocationWords),
        }),
      ),
    }),
  )<SavedFileView | null>(),
} as const;
