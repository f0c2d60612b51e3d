/** The uploads of an open workspace: started, gone on with after a cut, stopped, and what came of them. */
import { join } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import { isForUnit, type Channel } from '#core/bundle/channel.ts';
import { filingName } from '#core/bundle/entry-names.ts';
import type { Submission } from '#core/ipc/views.ts';
import { readUploadRecord, type UploadRecord } from '#core/workspace/upload-record.ts';
import { openSignedContainer } from '../bundles/signed-container.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import type { Workspace } from '../store/workspace.ts';
import { fetchReceipt } from './fetch-receipt.ts';
import { httpsCaller } from './https-call.ts';
import { sendBundle } from './send-bundle.ts';

export type UploadOrder = {
  readonly channel: Channel;
  readonly submission: Submission;
  readonly unit: { readonly code: string; readonly name: string };
  /** Who is at the keyboard, for the journal. */
  readonly actor: string;
};

export type UploadProgress = { readonly sent: number; readonly total: number };

export type Uploads = {
  readonly progressOf: (submissionId: string) => UploadProgress | null;
  readonly problemOf: (submissionId: string) => Problem | null;
  readonly recordOf: (submissionId: string) => UploadRecord;
  /** Resolves when it has ended; upload/… */
  readonly start: (order: UploadOrder) => Promise<Outcome<null>>;
  readonly stop: (submissionId: string) => void;
  readonly fetchReceipt: (order: UploadOrder) => Promise<Outcome<Uint8Array | null>>;
};

type Running = { readonly stopper: AbortController; progress: UploadProgress };

export function openUploads(workspace: Pick<Workspace, 'readSetting' | 'writeSetting' | 'now'>): Uploads {
  const running = new Map<string, Running>();
  const problems = new Map<string, Problem>();
  const keyOf = (submissionId: string) => `upload/${submissionId}`;
  const recordOf = (submissionId: string) => readUploadRecord(workspace.readSetting(keyOf(submissionId)));

  const send = async ({ channel, submission, actor }: UploadOrder, stopper: AbortController): Promise<Outcome<null>> => {
    const { id, fileName, bundleDigest } = submission;
    const bytes = await readBundle(submission);
    if (!bytes.ok) return bytes;
    const total = bytes.value.length;
    const sent = await sendBundle({
      channel,
      bytes: bytes.value,
      fileName,
      bundleDigest,
      resumeAt: resumableAt(channel, recordOf(id)),
      call: httpsCaller(channel.authorities),
      signal: stopper.signal,
      // On disk before the first byte goes: a cut of the power is a cut too.
      onPlace: async (place) => {
        await workspace.writeSetting(keyOf(id), JSON.stringify({ place, doneAt: null }));
      },
      onProgress: (count) => {
        running.set(id, { stopper, progress: { sent: count, total } });
      },
    });
    if (!sent.ok) return sent;
    const detail = { bundleDigest, fileName, office: channel.office.name };
    const done = JSON.stringify({ place: null, doneAt: workspace.now().toISOString() });
    await workspace.writeSetting(keyOf(id), done, { actor, action: 'bundle/upload', detail });
    return ok(null);
  };

  return {
    progressOf: (id) => running.get(id)?.progress ?? null,
    problemOf: (id) => problems.get(id) ?? null,
    recordOf,
    start: async (order) => {
      const { id } = order.submission;
      if (running.has(id)) return fail(problem('upload/running'));
      if (!isForUnit(order.channel, order.unit.code)) {
        return fail(problem('upload/other-unit', { office: order.channel.office.name, unit: order.unit.name }));
      }
      const stopper = new AbortController();
      running.set(id, { stopper, progress: { sent: 0, total: 0 } });
      problems.delete(id);
      try {
        const sent = await send(order, stopper);
        if (!sent.ok) problems.set(id, sent.problem);
        return sent;
      } finally {
        running.delete(id);
      }
    },
    stop: (id) => running.get(id)?.stopper.abort(),
    fetchReceipt: ({ channel, submission }) =>
      fetchReceipt(channel, submission.bundleDigest, httpsCaller(channel.authorities), AbortSignal.timeout(60_000)),
  };
}

/** Only where the channel still is on the server that has the beginning. */
function resumableAt({ protocol, address }: Channel, { place }: UploadRecord): string | null {
  return protocol === 'tus' && place !== null && new URL(place).origin === new URL(address).origin ? place : null;
}

/** The very bundle that was exported, from where it was written. upload/bundle-gone { file }. */
async function readBundle({ folder, fileName, bundleDigest }: Submission): Promise<Outcome<Uint8Array>> {
  const bytes = readBytes(nodeFileSystem, join(folder, fileName), bundleLimitBytes);
  const isIt = bytes.ok && (await openSignedContainer(bytes.value, filingName)).digest === bundleDigest;
  return isIt ? bytes : fail(problem('upload/bundle-gone', { file: fileName }));
}
