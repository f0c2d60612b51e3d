/** Handlers of the keys on this computer. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { KeysView, WrittenRequest } from '#core/ipc/trust-views.ts';
import {
  changePassphrase,
  exportCertificate,
  exportKey,
  importKey,
  renewKey,
  requestCertificate,
  takeIssued,
  type HeldKey,
} from '../use-cases/change-key.ts';
import { viewKeys } from '../use-cases/view-keys.ts';
import type { HandlerContext } from './context.ts';
import { openOwnKey } from './own-key.ts';

type KeyChannel = Exclude<Extract<keyof Handlers, `identity/${string}`>, 'identity/status' | 'identity/create'>;

export function keyHandlers(context: HandlerContext): Pick<Handlers, KeyChannel> {
  const { identities, memory, dialogs, now } = context;
  const after = async (done: Outcome<null>): Promise<Outcome<KeysView>> => (done.ok ? viewKeys(identities, memory) : done);
  /** What is asked for a place once the key is open: a wrong passphrase is said before a dialog opens. */
  const withKey = async <T>(
    { unitCode, passphrase }: { readonly unitCode: string; readonly passphrase: string | null },
    work: (key: HeldKey) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const key = await openOwnKey(context, unitCode, passphrase);
    return key.ok ? work(key.value) : key;
  };
  return {
    'identity/keys': () => viewKeys(identities, memory),
    'identity/renew': async (order) => {
      const shown = await viewKeys(identities, memory);
      const known = shown.ok ? shown.value.keys.find((each) => each.unitCode === order.unitCode) : undefined;
      if (known === undefined) return fail(problem('key/missing'));
      const renewed = await renewKey(identities, { ...order, unitName: known.unitName, now: now() });
      // What the system remembered was the passphrase of the key that is gone.
      if (renewed.ok) memory.forget(order.unitCode);
      return after(renewed);
    },
    'identity/import-key': async ({ passphrase, replaces }) => {
      const path = await dialogs.chooseIdentityFile('key');
      if (path === null) return ok(null);
      return after(await importKey(identities, { path, passphrase, replaces, now: now() }));
    },
    'identity/export-key': (order) =>
      withKey(order, async (key) => {
        const folder = await dialogs.chooseFolder();
        if (folder === null) return ok(null);
        const written = await exportKey(key, order.newPassphrase, folder);
        return written.ok ? ok({ fileName: written.value }) : written;
      }),
    'identity/export-certificate': async ({ unitCode }) => {
      const file = identities.readCertificate(unitCode);
      if (!file.ok) return file;
      if (file.value === null) return fail(problem('key/missing'));
      const folder = await dialogs.chooseFolder();
      if (folder === null) return ok(null);
      const written = exportCertificate(file.value, folder);
      return written.ok ? ok({ fileName: written.value }) : written;
    },
    'identity/request': (order) =>
      withKey<WrittenRequest | null>(order, async (key) => {
        const folder = await dialogs.chooseFolder();
        return folder === null ? ok(null) : requestCertificate(key, folder);
      }),
    'identity/change-passphrase': (order) =>
      withKey(order, async (key) => {
        const changed = await changePassphrase(identities, key, order.newPassphrase);
        if (changed.ok) memory.forget(order.unitCode);
        return after(changed);
      }),
    'identity/take-certificate': (order) =>
      withKey<KeysView | null>(order, async (key) => {
        const path = await dialogs.chooseIdentityFile('trust');
        return path === null ? ok(null) : after(await takeIssued(identities, key, path));
      }),
    'identity/remember': async ({ unitCode, passphrase }) => {
      if (passphrase === null) {
        memory.forget(unitCode);
        return after(ok(null));
      }
      return withKey({ unitCode, passphrase }, async () => after(await memory.keep(unitCode, passphrase)));
    },
  };
}
