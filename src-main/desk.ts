/**
 * Composition root of the desk: the thread that holds the workspace and the keys and answers the screens. Checking,
 * signing and making the image of a large workspace take their time here, and the window, which belongs to the main
 * thread, goes on meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from './files/file-system.ts';
import type { DeskChoice, DeskData, FromDesk, ToDesk } from './ipc/desk-messages.ts';
import { createHandlers } from './ipc/handlers.ts';
import { languageOf } from './ipc/language.ts';
import { settingsOf } from './settings/app-settings.ts';
import { openIdentityFolder } from './signing/identity-folder.ts';
import { hostInThread } from './store/backups/backup-host.ts';
import { openBackups } from './store/backups/backups.ts';
import { keepBackingUp } from './store/backups/keep-backing-up.ts';
import { lockAndOpen } from './store/lock-and-open.ts';
import { thisLocker } from './store/lock-witness.ts';
import { loadSqlEngine } from './store/sql-engine.ts';
import { loadEditions } from './use-cases/load-editions.ts';

const port = portOfThread();
const data = workerData as DeskData;
const say = (message: FromDesk): void => {
  port.postMessage(message);
};
const reportBug = (error: unknown): void => {
  say({ kind: 'bug', id: null, error });
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
const print = (html: string): Promise<Outcome<Uint8Array>> => {
  const id = (asked += 1);
  say({ kind: 'print', id, html });
  return new Promise((resolve) => pages.set(id, resolve));
};

/** Asked once, before calls are answered. */
const agrees = (silent: Problem): Promise<boolean> => {
  say({ kind: 'agree', silent });
  return new Promise((resolve) => {
    port.once('message', (message: ToDesk) => {
      resolve(message.kind === 'agreed' && message.agrees);
    });
  });
};

start().catch((error: unknown) => {
  // Ends the thread, and with it every call: the main thread tells what happened.
  queueMicrotask(() => {
    throw error;
  });
});

async function start(): Promise<void> {
  const editions = loadEditions(data.editions, data.installedEditions);
  const engine = await loadSqlEngine(data.sqlWasm);
  const now = () => new Date();
  const fs = nodeFileSystem;
  const folder = data.workspace;
  const appVersion = data.version;
  const opening = { folder, engine, fs, now, randomUuid: randomUUID, appVersion, locker: thisLocker(), agrees };
  const workspace = editions.ok ? await lockAndOpen({ ...opening, editions: editions.value }) : fail(editions.problem);
  const backups = workspace.ok
    ? ok(
        openBackups({
          workspace: workspace.value,
          folder,
          fs,
          host: hostInThread(data.backupScript, data.sqlWasm),
          appVersion,
          now,
          onFailure: ({ problem }) => {
            say({ kind: 'backup failed', problem });
          },
        }),
      )
    : workspace;
  const stopBackingUp = backups.ok ? keepBackingUp(backups.value, reportBug) : () => undefined;

  const handlers = createHandlers({
    version: data.version,
    platform: data.platform,
    build: join(import.meta.dirname, '..'),
    data: data.data,
    samples: data.samples,
    editions,
    workspace,
    backups,
    identities: openIdentityFolder(nodeFileSystem, data.identities),
    dialogs: {
      chooseFolder: async () => (await choose('folder'))?.[0] ?? null,
      chooseBundles: async () => (await choose('bundles')) ?? [],
      chooseAttachments: async () => (await choose('attachments')) ?? [],
      chooseReport: async () => (await choose('report'))?.[0] ?? null,
      chooseBackup: async () => (await choose('backup'))?.[0] ?? null,
      takeGiven: async () => (await choose('given')) ?? [],
      showInFolder: (path) => {
        say({ kind: 'show in folder', path });
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
    onReadyToClose: () => {
      say({ kind: 'ready to close' });
    },
  });

  port.on('message', (message: ToDesk) => {
    switch (message.kind) {
      case 'call': {
        const handle = handlers[message.channel] as (input: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>;
        void answer(message.id, async () => handle(message.input));
        return;
      }
      case 'close':
        void answer(message.id, async () => {
          if (!workspace.ok) return null;
          const state = await workspace.value.close();
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
      case 'agreed':
        throw new Error('the lock was answered for, and nobody had asked');
    }
  });
  if (workspace.ok) say({ kind: 'settings', settings: settingsOf(workspace.value) });
  say({ kind: 'open', language: workspace.ok ? languageOf(workspace.value) : 'zh' });
}

function portOfThread(): MessagePort {
  if (parentPort === null) throw new Error('the desk is a thread, not a program');
  return parentPort;
}

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    say({ kind: 'answer', id, value: await work() });
  } catch (error) {
    say({ kind: 'bug', id, error });
  }
}
