/** How files are received in the window: by the trust of the office, and the keys that the year's roster registers. */
import { dirname } from 'node:path';
import type { Desk } from '../filings/change-filing.ts';
import type { Certificate } from '../signing/certificate.ts';
import { trustStoreOf } from '../trust/trust-store-of.ts';
import type { Keeping, ReceiveOrder } from './receive-file.ts';

/**
 * A bundle of somebody who is not registered is kept and shown as such, and is judged anew when that has changed; only a
 * key other than the registered one is a refusal (`isAsked` is for those who say whom to trust with every call).
 */
export function receiveOrderFor({ editions, workspace }: Desk, reportYear: number, now: Date, own?: readonly Certificate[]): ReceiveOrder {
  const trust = trustStoreOf(workspace);
  const { units } = workspace.reception.roster(reportYear);
  const registered = new Map(units.flatMap(({ code, fingerprint }) => (fingerprint === null ? [] : [[code, fingerprint] as const])));
  const pins = [...registered].map(([unitCode, fingerprint]) => ({ fingerprint, unitCode, revokedFrom: null }));
  return { editions, trust: { ...trust, pins: [...trust.pins, ...pins], isAsked: false }, registered, reportYear, now, own };
}

export function keepingIn({ workspace }: Desk): Keeping {
  return { workspace: dirname(workspace.path), known: new Set(workspace.reception.known()) };
}
