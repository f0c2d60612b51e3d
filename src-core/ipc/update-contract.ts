/** The calls of the update from a stick. */
import * as v from 'valibot';
import type { Reason, Signer } from '../bundle/verdict.ts';
import type { JournalCheckView } from './app-views.ts';
import { call, nothing } from './call.ts';

/** An update file as it was verified; `token` names it in the calls that follow. */
export type UpdateView = {
  readonly token: string;
  readonly fileName: string;
  readonly current: string;
  /** None where the update may go on. */
  readonly reasons: readonly Reason[];
  readonly signer: Signer | null;
  /** Null where the notice cannot be believed. */
  readonly version: string | null;
  /** The one that would be installed. */
  readonly installer: { readonly fileName: string; readonly size: number } | null;
};

/** What was done before anything is installed. */
export type RehearsedView = {
  /** The versions of the workspace. */
  readonly from: number;
  readonly to: number;
  readonly journal: JournalCheckView;
  readonly backup: string;
  /** `installer`: the app closes and starts it; `folder`: the user installs the file. */
  readonly way: 'installer' | 'folder';
};

const token = v.strictObject({ token: v.pipe(v.string(), v.maxLength(100)) });

export const updateContract = {
  /** Asks for the file; update/no-publisher before that, where none can be verified. */
  'update/choose': call(nothing)<UpdateView>(),
  'update/rehearse': call(token)<RehearsedView>(),
  /** Only after the rehearsal of the same update. */
  'update/start': call(token)<null>(),
} as const;
