/** Handlers of `trust/…`. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { TrustView } from '#core/ipc/trust-views.ts';
import { trustEntriesOf } from '../store/trust-entries.ts';
import type { Workspace } from '../store/workspace.ts';
import { readTrustFile, type Offered } from '../trust/read-trust-file.ts';
import { endTrust, register } from '../trust/register.ts';
import { certificateOf } from '../trust/trust-store-of.ts';
import { rememberOfficer, viewOffered, viewTrust } from '../trust/view-trust.ts';
import type { HandlerContext } from './context.ts';

type TrustChannel = Extract<keyof Handlers, `trust/${string}`>;

export function trustHandlers({ workspace, dialogs, now }: HandlerContext): Pick<Handlers, TrustChannel> {
  /** What the file that was chosen last offers, by the token that the screens have for it. */
  let chosen: { readonly token: string; readonly offered: readonly Offered[] } | null = null;

  /** Shows the list as it is after `work`, and keeps the name of who did it. */
  const after = async (officer: string, work: (open: Workspace) => Promise<Outcome<unknown>>): Promise<Outcome<TrustView>> => {
    if (!workspace.ok) return workspace;
    const done = await work(workspace.value);
    if (!done.ok) return done;
    await rememberOfficer(workspace.value, officer);
    return ok(viewTrust(workspace.value, now()));
  };

  return {
    'trust/list': () => (workspace.ok ? ok(viewTrust(workspace.value, now())) : workspace),
    'trust/choose': async () => {
      if (!workspace.ok) return workspace;
      const path = await dialogs.chooseIdentityFile('trust');
      if (path === null) return ok(null);
      const authorities = trustEntriesOf(workspace.value.tables).filter((each) => each.kind === 'authority' && each.end === null);
      const offered = await readTrustFile(path, authorities.map(certificateOf), now());
      if (!offered.ok) return offered;
      chosen = { token: randomUUID(), offered: offered.value };
      return ok({ token: chosen.token, fileName: basename(path), candidates: viewOffered(workspace.value, offered.value) });
    },
    'trust/add': ({ token, officer, note }) =>
      after(officer, (open) =>
        chosen?.token === token ? register(open, chosen.offered, { officer, note }) : Promise.resolve(fail(problem('trust/choose-again'))),
      ),
    'trust/pin': ({ fingerprint, unitCode, unitName, officer, note }) => {
      const pin: Offered = {
        kind: 'pin',
        unitCode,
        unitName,
        fingerprint,
        notBefore: null,
        notAfter: null,
        issuer: null,
        region: null,
        list: null,
        content: null,
        revokedFrom: null,
      };
      return after(officer, (open) => register(open, [pin], { officer, note }));
    },
    'trust/end': (order) => after(order.officer, (open) => endTrust(open, order)),
  };
}
