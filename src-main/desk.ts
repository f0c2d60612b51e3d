/**
 * Composition root of the desk: the thread that holds the workspace and the keys and answers the screens. Checking,
 * signing and making the image of a large workspace take their time here, and the window, which belongs to the main
 * thread, goes on meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from './files/file-system.ts';
import { carriedError } from './ipc/carried-error.ts';
import type { DeskChoice, DeskData, FromDesk, SecretAnswer, SecretQuestion, ToDesk } from './ipc/desk-messages.ts';
import { createHandlers } from './ipc/handlers.ts';
import { languageOf } from './ipc/language.ts';
import { backupPlaceOf, settingsOf } from './settings/app-settings.ts';
import type { PrintHtml } from './printing/print-port.ts';
import { openIdentityFolder } from './signing/identity-folder.ts';
import { openPassphraseMemory, type SecretBox } from './signing/passphrase-memory.ts';
import { hostInThread } from './store/backups/backup-host.ts';
import type { BackupFailure } from './store/backups/backups.ts';
import { keepBackingUp, type WantedBackups } from './store/backups/keep-backing-up.ts';
import { openStores, type Stores } from './store/open-stores.ts';
import { thisLocker } from './store/lock-witness.ts';
import type { Workspace } from './store/workspace.ts';
import { loadSqlEngine } from './store/sql-engine.ts';
import { tidyUpdates, updatesIn } from './updates/take-installer.ts';
import { loadEditions } from './use-cases/load-editions.ts';

const port = portOfThread();
const data = workerData as DeskData;
const say = (message: FromDesk): void => {
  port.postMessage(message);
};
const reportBug = (error: unknown): void => {
  say({ kind: 'bug', id: null, error: carriedError(error) });
};
process.on('unhandledRejection', reportBug);

const questions = new Map<number, (paths: readonly string[] | null) => void>();
let asked = 0;
const choose = (what: DeskChoice): Promise<readonly string[] | null> => {
  const id = (asked += 1);
  say({ kind: 'choose', id, what });
  return new Promise((resolve) => questions.set(id, resolve));
};

const pages = new Map<number, (printed: Outcome<Uint8Array>) => void>();
const print: PrintHtml = (html, as = 'pdf') => {
  const id = (asked += 1);
  say({ kind: 'print', id, html, as });
  return new Promise((resolve) => pages.set(id, resolve));
};

const secrets = new Map<number, (answer: SecretAnswer) => void>();
const askSecret = (question: SecretQuestion): Promise<SecretAnswer> => {
  const id = (asked += 1);
  say({ kind: 'secret', id, question });
  return new Promise((resolve) => secrets.set(id, resolve));
};
/** The system's store of secrets, which only the main thread has. */
const secretBox: SecretBox = {
  state: async () => (await askSecret({ ask: 'state' })).state,
  seal: async (text) => (await askSecret({ ask: 'seal', text })).sealed,
  open: async (sealed) => (await askSecret({ ask: 'open', sealed })).text,
};

/** Asked at the start, before calls are answered, and perhaps when opening is tried again. */
const agrees = (silent: Problem): Promise<boolean> => {
  say({ kind: 'agree', silent });
  return new Promise((resolve) => {
    const hear = (message: ToDesk): void => {
      if (message.kind !== 'agreed') return;
      port.off('message', hear);
      resolve(message.agrees);
    };
    port.on('message', hear);
  });
};

start().catch((error: unknown) => {
  // Ends the thread, and with it every call: the main thread tells what happened.
  queueMicrotask(() => {
    throw error;
  });
});

async function start(): Promise<void> {
  tidyUpdates(updatesIn(data.data), data.version);
  const editions = loadEditions(data.editions, data.installedEditions);
  const engine = await loadSqlEngine(data.sqlWasm);
  const now = () => new Date();
  const opening = {
    folder: data.workspace,
    engine,
    fs: nodeFileSystem,
    now,
    randomUuid: randomUUID,
    appVersion: data.version,
    locker: thisLocker(),
    agrees,
    host: hostInThread(data.backupScript, data.sqlWasm),
    onFailure: ({ problem }: BackupFailure) => {
      say({ kind: 'backup failed', problem });
    },
    onSaving: () => {
      say({ kind: 'notice', notice: 'workspace/saving' });
    },
  };
  let stores = await openStores(editions, opening, null);
  let stopBackingUp = backUp(stores);
  const retry = async (from: string | null): Promise<Outcome<null>> => {
    if (stores.workspace.ok) return ok(null);
    const again = await openStores(editions, opening, from);
    if (!again.workspace.ok) return again.workspace;
    stores = again;
    stopBackingUp = backUp(stores);
    handlers = handlersFor(stores);
    sayHowItIs(again.workspace.value);
    return ok(null);
  };

  const handlersFor = ({ workspace, backups }: Stores) =>
    createHandlers({
      version: data.version,
      app: data.app,
      platform: data.platform,
      build: join(import.meta.dirname, '..'),
      data: data.data,
      samples: data.samples,
      editions,
      workspace,
      backups,
      identities: openIdentityFolder(nodeFileSystem, data.identities),
      memory: openPassphraseMemory(nodeFileSystem, data.identities, secretBox),
      dialogs: {
        chooseFolder: async () => (await choose('folder'))?.[0] ?? null,
        chooseBundles: async () => (await choose('bundles')) ?? [],
        chooseAttachments: async () => (await choose('attachments')) ?? [],
        chooseReport: async () => (await choose('report'))?.[0] ?? null,
        chooseUnitFiles: async (what) => (await choose(what)) ?? [],
        chooseBackup: async () => (await choose('backup'))?.[0] ?? null,
        chooseIdentityFile: async (what) => (await choose(what))?.[0] ?? null,
        chooseUpdate: async () => (await choose('update'))?.[0] ?? null,
        chooseChannel: async () => (await choose('channel'))?.[0] ?? null,
        takeGiven: async () => (await choose('given')) ?? [],
        showInFolder: (path) => {
          say({ kind: 'show in folder', path });
        },
        openDataFolder: () => {
          say({ kind: 'open data folder' });
        },
        startInstaller: (path) => {
          say({ kind: 'start installer', path });
        },
      },
      print,
      now,
      onLanguage: (language) => {
        say({ kind: 'language', language });
      },
      onSettings: (settings) => {
        say({ kind: 'settings', settings });
      },
      tellScreens: (notice) => {
        say({ kind: 'notice', notice });
      },
      onReadyToClose: () => {
        say({ kind: 'ready to close' });
      },
      retry,
    });
  let handlers = handlersFor(stores);

  port.on('message', (message: ToDesk) => {
    switch (message.kind) {
      case 'call': {
        const handle = handlers[message.channel] as (input: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>;
        void answer(message.id, async () => handle(message.input));
        return;
      }
      case 'close':
        void answer(message.id, async () => {
          if (!stores.workspace.ok) return null;
          const state = await stores.workspace.value.close();
          if (state.state === 'saved') stopBackingUp();
          return state;
        });
        return;
      case 'chosen':
        questions.get(message.id)?.(message.paths);
        questions.delete(message.id);
        return;
      case 'printed':
        pages.get(message.id)?.(message.printed);
        pages.delete(message.id);
        return;
      case 'secret':
        secrets.get(message.id)?.(message.answer);
        secrets.delete(message.id);
        return;
      case 'agreed':
        // Heard by who asked.
        return;
    }
  });
  const { workspace } = stores;
  if (workspace.ok) say({ kind: 'settings', settings: settingsOf(workspace.value) });
  say({ kind: 'open', language: workspace.ok ? languageOf(workspace.value) : 'zh' });
}

function backUp({ workspace, backups }: Stores): () => void {
  return backups.ok ? keepBackingUp(backups.value, () => wantedBackups(workspace), reportBug) : () => undefined;
}

function sayHowItIs(workspace: Workspace): void {
  say({ kind: 'settings', settings: settingsOf(workspace) });
  say({ kind: 'language', language: languageOf(workspace) });
}

function portOfThread(): MessagePort {
  if (parentPort === null) throw new Error('the desk is a thread, not a program');
  return parentPort;
}

/** Without a workspace there is nothing to back up. */
function wantedBackups(workspace: Outcome<Workspace>): WantedBackups {
  if (!workspace.ok) return { rhythm: 'off', place: null };
  return { rhythm: settingsOf(workspace.value).backupRhythm, place: backupPlaceOf(workspace.value) };
}

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    say({ kind: 'answer', id, value: await work() });
  } catch (error) {
    say({ kind: 'bug', id, error: carriedError(error) });
  }
}
