/** What the handlers of the desktop app work with. */
import type { Language } from '#core/lib/bilingual.ts';
import type { Outcome } from '#core/lib/outcome.ts';
import type { Notice } from '#core/ipc/notices.ts';
import type { Settings } from '#core/workspace/settings.ts';
import type { LoadedEdition } from '#core/rules/loaded-edition.ts';
import type { Desk } from '../filings/change-filing.ts';
import type { PrintHtml } from '../printing/print-port.ts';
import type { IdentityFolder } from '../signing/identity-folder.ts';
import type { PassphraseMemory } from '../signing/passphrase-memory.ts';
import type { Backups } from '../store/backups/backups.ts';
import type { Workspace } from '../store/workspace.ts';
import type { AppFacts } from '../updates/running-app.ts';

export type IdentityFileKind = 'trust' | 'key' | 'request';

export type UnitFileKind = 'reports' | 'roster';

/** The native dialogs, as ports: paths never reach the screens. */
export type Dialogs = {
  readonly chooseFolder: () => Promise<string | null>;
  readonly chooseBundles: () => Promise<readonly string[]>;
  readonly chooseAttachments: () => Promise<readonly string[]>;
  /** A published report, of any kind that can be read. */
  readonly chooseReport: () => Promise<string | null>;
  /** Files that units sent, of any kind and many; or the one with the roster. */
  readonly chooseUnitFiles: (what: UnitFileKind) => Promise<readonly string[]>;
  readonly chooseBackup: () => Promise<string | null>;
  /** Certificates, fingerprints and lists to trust; a key in PKCS#12; a request for a certificate; an encrypted bundle. */
  readonly chooseIdentityFile: (what: IdentityFileKind) => Promise<string | null>;
  /** The signed notice of a new version. */
  readonly chooseUpdate: () => Promise<string | null>;
  /** The superior's signed file about where to upload. */
  readonly chooseChannel: () => Promise<string | null>;
  /** The files that the app was opened with and that nobody has taken yet. */
  readonly takeGiven: () => Promise<readonly string[]>;
  readonly showInFolder: (path: string) => void;
  /** Shows the folder of the user's data, and no other. */
  readonly openDataFolder: () => void;
  /** Closes the app, as the user would, and starts the installer when it is gone. */
  readonly startInstaller: (path: string) => void;
};

export type HandlerContext = {
  readonly version: string;
  readonly app: AppFacts;
  readonly platform: string;
  /** The folder of all parts of the build, and that of the user's data. */
  readonly build: string;
  readonly data: string;
  readonly samples: string;
  readonly editions: Outcome<readonly LoadedEdition[]>;
  /** The workspace, or why it could not be opened: then only what needs none works. */
  readonly workspace: Outcome<Workspace>;
  /** Of the workspace: where there is none, there is nothing to back up, and the reason is the same. */
  readonly backups: Outcome<Backups>;
  readonly identities: IdentityFolder;
  readonly memory: PassphraseMemory;
  readonly dialogs: Dialogs;
  readonly print: PrintHtml;
  readonly now: () => Date;
  readonly onLanguage: (language: Language) => void;
  readonly onSettings: (settings: Settings) => void;
  readonly onReadyToClose: () => void;
  /** Opens the workspace that could not be opened, from a backup where one is given; nothing happens where one is open. */
  readonly retry: (backup: string | null) => Promise<Outcome<null>>;
  /** Tells the screens that there is something to ask for. */
  readonly tellScreens: (notice: Notice) => void;
};

/** Editions and workspace together, as most handlers need them. */
export function deskOf(context: HandlerContext): Outcome<Desk> {
  const { editions, workspace } = context;
  if (!editions.ok) return editions;
  if (!workspace.ok) return workspace;
  return { ok: true, value: { editions: editions.value, workspace: workspace.value } };
}
