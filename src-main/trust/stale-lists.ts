/** Revocation lists whose next one is overdue: what was revoked since then is not known here, and that has to be said. */
import type { StaleList } from '#core/ipc/trust-views.ts';
import { nameText } from '../signing/certificate.ts';
import { commonName } from '../signing/oids.ts';
import { issuerNameOf, type RevocationList } from '../signing/revocation-list.ts';

export function staleLists(lists: readonly RevocationList[], now: Date): readonly StaleList[] {
  return lists.flatMap((list) => {
    const { nextUpdate, number } = list;
    if (nextUpdate === null || new Date(nextUpdate) >= now) return [];
    return [{ issuer: nameText(issuerNameOf(list), commonName), number, nextUpdate }];
  });
}
