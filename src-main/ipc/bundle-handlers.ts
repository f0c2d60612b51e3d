/** Handlers of `identity/…` and `bundle/…`. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { Submission } from '#core/ipc/views.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { createIdentity, identityStatus } from '../use-cases/create-identity.ts';
import { exportBundle } from '../use-cases/export-bundle.ts';
import { encryptSubmission, recipientsOf } from '../receipts/encrypt-submission.ts';
import { openEncrypted } from '../receipts/open-encrypted.ts';
import { containersAt } from '../receipts/take-receipts.ts';
import type { VerifiedPaths } from '../receipts/find-bundle.ts';
import { verifyHere } from './verify-here.ts';
import { openOwnKey } from './own-key.ts';
import { deskOf, type HandlerContext } from './context.ts';

type BundleChannel = Extract<keyof Handlers, 'identity/status' | 'identity/create' | `bundle/${string}`>;

export function bundleHandlers(context: HandlerContext, verified: VerifiedPaths): Pick<Handlers, BundleChannel> {
  const { identities, dialogs, now } = context;
  return {
    'identity/status': ({ unitCode }) => identityStatus(identities, context.memory.isKept, unitCode),
    'identity/create': (order) => createIdentity(identities, { ...order, now: now() }),
    'bundle/export': async ({ id, passphrase, reason }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const stored = desk.value.workspace.readFiling(id);
      if (!stored.ok) return stored;
      const unitCode = stored.value.filing.unit.code;
      const p12 = identities.readKey(unitCode);
      if (!p12.ok) return p12;
      const known = passphrase ?? (await context.memory.recall(unitCode));
      if (known === null) return fail(problem('key/not-remembered'));
      // One that fails is told by itself, and is no reason not to submit in time.
      if (context.backups.ok) await context.backups.value.make('before-seal');
      const order = { id, passphrase: known, reason, p12: p12.value, now: now(), chooseFolder: dialogs.chooseFolder };
      const submission = await exportBundle(desk.value, order);
      if (!submission.ok) return submission;
      const view = await viewFiling(desk.value, id);
      return view.ok ? ok({ submission: submission.value, view: view.value }) : view;
    },
    'bundle/reveal': (wanted) => {
      const submission = submissionAt(context, wanted);
      if (!submission.ok) return submission;
      dialogs.showInFolder(join(submission.value.folder, submission.value.fileName));
      return ok(null);
    },
    'bundle/verify': async () => verifyHere(context, verified, await dialogs.chooseBundles()),
    'bundle/recipients': () => (context.workspace.ok ? ok(recipientsOf(context.workspace.value)) : context.workspace),
    'bundle/encrypt': async (order) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const submission = submissionAt(context, order);
      if (!submission.ok) return submission;
      const folder = await dialogs.chooseFolder();
      if (folder === null) return ok(null);
      const written = await encryptSubmission(desk.value.workspace, submission.value, order.recipient, folder);
      return written.ok ? ok({ fileName: written.value }) : written;
    },
    'bundle/verify-dropped': async ({ paths }) =>
      paths.length === 0
        ? fail(problem('reception/nothing-dropped'))
        : verifyHere(context, verified, containersAt(paths, /\.asice(?:\.p7m)?$/iu)),
    'bundle/open-encrypted': async ({ digest, unitCode, passphrase }) => {
      const key = await openOwnKey(context, unitCode, passphrase);
      if (!key.ok) return key;
      const opened = await openEncrypted(verified.shown(), { digest, key: key.value, chooseFolder: dialogs.chooseFolder });
      if (!opened.ok) return opened;
      return opened.value === null ? ok(null) : verifyHere(context, verified, opened.value);
    },
    'bundle/verify-again': () => verifyHere(context, verified, verified.shown()),
  };
}

/** filing/not-found, for the submission as for the filing. */
function submissionAt(context: HandlerContext, wanted: { readonly id: string; readonly submission: string }): Outcome<Submission> {
  const desk = deskOf(context);
  if (!desk.ok) return desk;
  const stored = desk.value.workspace.readFiling(wanted.id);
  if (!stored.ok) return stored;
  const submission = stored.value.submissions.find((each) => each.id === wanted.submission);
  return submission === undefined ? fail(problem('filing/not-found', { id: wanted.submission })) : ok(submission);
}
