/** Handlers of `upload/…`. Nothing here speaks to a network unless the user allowed it and asks for it now. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { ChannelView, UploadView } from '#core/ipc/upload-contract.ts';
import { actorOf } from '../filings/change-filing.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { takeReceipts } from '../receipts/take-receipts.ts';
import { settingsOf } from '../settings/app-settings.ts';
import type { Workspace } from '../store/workspace.ts';
import { trustStoreOf } from '../trust/trust-store-of.ts';
import { forgetChannel, readChannel, takeChannel, type KnownChannel } from '../upload/channel-folder.ts';
import { openUploads, type UploadOrder, type Uploads } from '../upload/uploads.ts';
import type { HandlerContext } from './context.ts';
import { judgingOf } from './receipt-handlers.ts';

type UploadChannel = Extract<keyof Handlers, `upload/${string}`>;
type Named = { readonly id: string; readonly submission: string };
type Prepared = { readonly workspace: Workspace; readonly uploads: Uploads; readonly order: UploadOrder };

export function uploadHandlers(context: HandlerContext): Pick<Handlers, UploadChannel> {
  const { workspace, data, dialogs, now } = context;
  const uploads = workspace.ok ? openUploads(workspace.value) : null;

  const known = async (open: Workspace) => readChannel(data, trustStoreOf(open), now());
  const viewOf = async (open: Workspace): Promise<ChannelView | null> => {
    const found = await known(open);
    return found === null ? null : viewChannel(found);
  };
  /** Everything that has to be right before a byte leaves: allowed, an address that holds today, a bundle of ours. */
  const prepare = async ({ id, submission: wanted }: Named): Promise<Outcome<Prepared>> => {
    if (!workspace.ok) return workspace;
    if (uploads === null || !settingsOf(workspace.value).isUploadAllowed) return fail(problem('upload/not-allowed'));
    const found = await known(workspace.value);
    if (found === null || found.reasons.length > 0) return fail(problem('upload/no-channel'));
    const stored = workspace.value.readFiling(id);
    if (!stored.ok) return stored;
    const { filing, submissions } = stored.value;
    const submission = submissions.find((each) => each.id === wanted);
    if (submission === undefined) return fail(problem('filing/not-found', { id: wanted }));
    const order = { channel: found.channel, submission, unit: filing.unit, actor: actorOf(filing) };
    return ok({ workspace: workspace.value, uploads, order });
  };
  const state = async ({ submission }: Named): Promise<Outcome<UploadView>> => {
    if (!workspace.ok) return workspace;
    const record = uploads?.recordOf(submission) ?? null;
    return ok({
      isAllowed: settingsOf(workspace.value).isUploadAllowed,
      channel: await viewOf(workspace.value),
      progress: uploads?.progressOf(submission) ?? null,
      canResume: (record?.place ?? null) !== null,
      doneAt: record?.doneAt ?? null,
      problem: uploads?.problemOf(submission) ?? null,
    });
  };

  return {
    'upload/channel': async () => (workspace.ok ? ok(await viewOf(workspace.value)) : workspace),
    'upload/choose-channel': async () => {
      if (!workspace.ok) return workspace;
      const path = await dialogs.chooseChannel();
      if (path === null) return ok(await viewOf(workspace.value));
      const taken = await takeChannel(data, path, trustStoreOf(workspace.value), now());
      return taken.ok ? ok(await viewOf(workspace.value)) : taken;
    },
    'upload/forget-channel': () => forgetChannel(data),
    'upload/state': state,
    'upload/start': async (named) => {
      const prepared = await prepare(named);
      if (!prepared.ok) return prepared;
      const sent = await prepared.value.uploads.start(prepared.value.order);
      return sent.ok ? state(named) : sent;
    },
    'upload/stop': ({ submission }) => {
      uploads?.stop(submission);
      return ok(null);
    },
    'upload/fetch-receipt': async (named) => {
      const prepared = await prepare(named);
      if (!prepared.ok) return prepared;
      const judging = judgingOf(context);
      if (!judging.ok) return judging;
      const { order } = prepared.value;
      const fetched = await prepared.value.uploads.fetchReceipt(order);
      if (!fetched.ok || fetched.value === null) return fetched.ok ? ok(null) : fetched;
      // Kept as a file, so that it goes the way of one from a stick.
      const path = join(data, 'channel', `receipt-${order.submission.bundleDigest.slice(0, 12)}.asice`);
      const kept = writeAtomically(nodeFileSystem, path, fetched.value);
      return kept.ok ? takeReceipts(prepared.value.workspace, [path], judging.value) : kept;
    },
  };
}

function viewChannel({ channel, signer, reasons }: KnownChannel): ChannelView {
  const { office, address, protocol, receipts, until } = channel;
  return { office, address, protocol, hasReceipts: receipts !== null, fingerprint: signer?.fingerprint ?? '', until, reasons };
}
