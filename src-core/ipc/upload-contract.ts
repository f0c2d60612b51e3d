/** The calls of the upload to the superior: its address, and the sending of one bundle. */
import * as v from 'valibot';
import type { UploadProtocol } from '../bundle/channel.ts';
import type { Reason } from '../bundle/verdict.ts';
import type { Problem } from '../lib/problem.ts';
import { call, id, nothing } from './call.ts';
import type { TakenFile } from './receipt-views.ts';

/** The superior's address as it was signed. */
export type ChannelView = {
  readonly office: { readonly code: string; readonly name: string };
  readonly address: string;
  readonly protocol: UploadProtocol;
  readonly hasReceipts: boolean;
  readonly fingerprint: string;
  readonly until: string | null;
  /** Why it may not be used now, though it is here; none where it may. */
  readonly reasons: readonly Reason[];
};

/** How the upload of one bundle stands. */
export type UploadView = {
  readonly isAllowed: boolean;
  readonly channel: ChannelView | null;
  /** In bytes, while it is under way. */
  readonly progress: { readonly sent: number; readonly total: number } | null;
  /** An earlier attempt was cut off, and the next goes on from there. */
  readonly canResume: boolean;
  /** ISO 8601. */
  readonly doneAt: string | null;
  /** Why the last attempt since the start failed. */
  readonly problem: Problem | null;
};

const submission = v.strictObject({ id, submission: id });

export const uploadContract = {
  /** Null where the superior has given none. */
  'upload/channel': call(nothing)<ChannelView | null>(),
  /** Asks for the file; null when the user thinks better of it and there was none. */
  'upload/choose-channel': call(nothing)<ChannelView | null>(),
  'upload/forget-channel': call(nothing)<null>(),
  'upload/state': call(submission)<UploadView>(),
  /** Answers when the upload has ended, one way or the other. */
  'upload/start': call(submission)<UploadView>(),
  'upload/stop': call(submission)<null>(),
  /** Null while there is no receipt. */
  'upload/fetch-receipt': call(submission)<readonly TakenFile[] | null>(),
} as const;
