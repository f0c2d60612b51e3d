/** What the main process and the desk's thread say to each other. Both are of one build, so nothing is decoded here. */
import type { Language } from '#core/lib/bilingual.ts';
import type { Settings } from '#core/workspace/settings.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { Channel } from '#core/ipc/channels.ts';
import type { Notice } from '#core/ipc/notices.ts';
import type { PrintedAs } from '../printing/print-port.ts';
import type { MemoryState } from '#core/bundle/trust-terms.ts';
import type { AppFacts } from '../updates/running-app.ts';
import type { IdentityFileKind, UnitFileKind } from './context.ts';

/** What the desk is given when it starts; folders and files are absolute. */
export type DeskData = {
  readonly version: string;
  readonly app: AppFacts;
  readonly platform: string;
  /** The user's data folder, with `workspace` and `identities` in it. */
  readonly data: string;
  readonly workspace: string;
  readonly identities: string;
  readonly editions: string;
  readonly installedEditions: string;
  readonly samples: string;
  readonly sqlWasm: string;
  /** The built script of the thread that works on backups. */
  readonly backupScript: string;
};

/** `id` numbers calls, and questions apart from them, each on the side that makes them. */
export type ToDesk =
  | { readonly kind: 'call'; readonly id: number; readonly channel: Channel; readonly input: unknown }
  /** Save all and let go of the workspace: answered with a `SaveState`, or null when no workspace was open. */
  | { readonly kind: 'close'; readonly id: number }
  | { readonly kind: 'chosen'; readonly id: number; readonly paths: readonly string[] | null }
  | { readonly kind: 'printed'; readonly id: number; readonly printed: Outcome<Uint8Array> }
  | { readonly kind: 'agreed'; readonly agrees: boolean }
  | { readonly kind: 'secret'; readonly id: number; readonly answer: SecretAnswer };

/** What the user may be asked to choose, or has chosen by opening it with the app (`given`); one path, but several of bundles, attachments, reports of units and given files. */
export type DeskChoice =
  'given' | 'folder' | 'bundles' | 'attachments' | 'backup' | 'update' | 'channel' | 'report' | UnitFileKind | IdentityFileKind;

/** What the desk asks of the system's store of secrets, and what it answers: a state, or null where it does not do it. */
export type SecretQuestion =
  { readonly ask: 'state' } | { readonly ask: 'seal'; readonly text: string } | { readonly ask: 'open'; readonly sealed: Uint8Array };
export type SecretAnswer = { readonly state: MemoryState; readonly sealed: Uint8Array | null; readonly text: string | null };

export type FromDesk =
  /** The first message: calls are answered from now on, also when no workspace could be opened. */
  | { readonly kind: 'open'; readonly language: Language }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** An error where none is expected; `id` is the call that it ended, null when it ended none. */
  | { readonly kind: 'bug'; readonly id: number | null; readonly error: Error }
  | { readonly kind: 'choose'; readonly id: number; readonly what: DeskChoice }
  | { readonly kind: 'secret'; readonly id: number; readonly question: SecretQuestion }
  | { readonly kind: 'print'; readonly id: number; readonly html: string; readonly as: PrintedAs }
  /** Before `open`: whether a folder that somebody else may have (workspace/silent-lock) is to be opened. */
  | { readonly kind: 'agree'; readonly silent: Problem }
  | { readonly kind: 'backup failed'; readonly problem: Problem }
  | { readonly kind: 'show in folder'; readonly path: string }
  /** Which folder that is, the main thread knows: no path comes from elsewhere. */
  | { readonly kind: 'open data folder' }
  | { readonly kind: 'start installer'; readonly path: string }
  /** Before `open`, and when they change. */
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'ready to close' };
