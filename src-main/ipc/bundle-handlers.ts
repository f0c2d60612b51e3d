/** Handlers of `identity/…` and `bundle/…`. */
import { join } from 'node:path';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { createIdentity, identityStatus } from '../use-cases/create-identity.ts';
import { exportBundle } from '../use-cases/export-bundle.ts';
import { verifyFiles } from '../use-cases/verify-files.ts';
import { deskOf, type HandlerContext } from './context.ts';

type BundleChannel = Extract<keyof Handlers, `identity/${string}` | `bundle/${string}`>;

export function bundleHandlers(context: HandlerContext): Pick<Handlers, BundleChannel> {
  const { identities, dialogs, now } = context;
  return {
    'identity/status': ({ unitCode }) => identityStatus(identities, unitCode),
    'identity/create': (order) => createIdentity(identities, { ...order, now: now() }),
    'bundle/export': async ({ id, passphrase, reason }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const stored = desk.value.workspace.readFiling(id);
      if (!stored.ok) return stored;
      const p12 = identities.readKey(stored.value.filing.unit.code);
      if (!p12.ok) return p12;
      // One that fails is told by itself, and is no reason not to submit in time.
      if (context.backups.ok) await context.backups.value.make('before-seal');
      const order = { id, passphrase, reason, p12: p12.value, now: now(), chooseFolder: dialogs.chooseFolder };
      const submission = await exportBundle(desk.value, order);
      if (!submission.ok) return submission;
      const view = await viewFiling(desk.value, id);
      return view.ok ? ok({ submission: submission.value, view: view.value }) : view;
    },
    'bundle/reveal': ({ id, submission: wanted }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const stored = desk.value.workspace.readFiling(id);
      if (!stored.ok) return stored;
      const submission = stored.value.submissions.find((each) => each.id === wanted);
      if (submission === undefined) return fail(problem('filing/not-found', { id: wanted }));
      dialogs.showInFolder(join(submission.folder, submission.fileName));
      return ok(null);
    },
    'bundle/verify': async () => {
      const { editions } = context;
      if (!editions.ok) return editions;
      const paths = await dialogs.chooseBundles();
      return verifyFiles({ paths, identities, editions: editions.value, now: now() });
    },
  };
}
