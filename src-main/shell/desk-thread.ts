/** The main thread's side of the desk: calls go there, and what the desk wants of the system is done here. */
import { Worker } from 'node:worker_threads';
import type { Language } from '#core/lib/bilingual.ts';
import { fail, type Outcome } from '#core/lib/outcome.ts';
import type { Settings } from '#core/workspace/settings.ts';
import { problem, type Problem } from '#core/lib/problem.ts';
import type { Channel } from '#core/ipc/channels.ts';
import type { Notice } from '#core/ipc/notices.ts';
import type { SaveState } from '#core/ipc/views.ts';
import type { Dialogs } from '../ipc/context.ts';
import type { SecretBox } from '../signing/passphrase-memory.ts';
import type { PrintedAs, PrintHtml } from '../printing/print-port.ts';
import type { DeskChoice, DeskData, FromDesk, SecretAnswer, SecretQuestion, ToDesk } from '../ipc/desk-messages.ts';

export type DeskOptions = {
  /** The built `desk.cjs`. */
  readonly script: string;
  readonly data: DeskData;
  readonly dialogs: Dialogs;
  readonly onLanguage: (language: Language) => void;
  readonly onSettings: (settings: Settings) => void;
  readonly onReadyToClose: () => void;
  /** Something to tell the screens. */
  readonly onNotice: (notice: Notice) => void;
  /** Asked before the workspace is opened: whether a folder that somebody else may have is to be opened all the same. */
  readonly agrees: (silent: Problem) => Promise<boolean>;
  readonly onBackupFailure: (problem: Problem) => void;
  readonly print: PrintHtml;
  readonly secrets: SecretBox;
  /** Told of an error that ended no call. */
  readonly onBug: (error: unknown) => void;
};

export type DeskThread = {
  /** As the workspace had it when it was opened. */
  readonly language: Language;
  /** What the handler of the channel answers; rejects with the error of a bug. */
  readonly call: (channel: Channel, input: unknown) => Promise<Outcome<unknown>>;
  /** Saves all and ends the use of the workspace; null when none is open, or the thread that held it is gone. */
  readonly close: () => Promise<SaveState | null>;
};

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

/** Starts the thread; resolves when it answers. */
export async function startDesk(options: DeskOptions): Promise<DeskThread> {
  const worker = new Worker(options.script, { workerData: options.data });
  const calls = new Map<number, Waiting>();
  let count = 0;
  let end: Error | null = null;

  const say = (message: ToDesk): void => {
    worker.postMessage(message);
  };
  const ask = (message: (id: number) => ToDesk): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (end !== null) {
        reject(end);
        return;
      }
      const id = (count += 1);
      calls.set(id, { resolve, reject });
      say(message(id));
    });
  const choose = async (id: number, what: DeskChoice): Promise<void> => {
    const { takeGiven, chooseFolder, chooseBundles, chooseAttachments, chooseBackup, chooseUpdate, chooseChannel, chooseReport } =
      options.dialogs;
    try {
      const only = (path: string | null) => (path === null ? null : [path]);
      const choices: Readonly<Record<DeskChoice, () => Promise<readonly string[] | null>>> = {
        given: takeGiven,
        folder: async () => only(await chooseFolder()),
        bundles: chooseBundles,
        attachments: chooseAttachments,
        backup: async () => only(await chooseBackup()),
        update: async () => only(await chooseUpdate()),
        channel: async () => only(await chooseChannel()),
        report: async () => only(await chooseReport()),
        reports: () => options.dialogs.chooseUnitFiles('reports'),
        roster: () => options.dialogs.chooseUnitFiles('roster'),
        trust: async () => only(await options.dialogs.chooseIdentityFile('trust')),
        key: async () => only(await options.dialogs.chooseIdentityFile('key')),
        request: async () => only(await options.dialogs.chooseIdentityFile('request')),
      };
      say({ kind: 'chosen', id, paths: await choices[what]() });
    } catch (error) {
      options.onBug(error);
      say({ kind: 'chosen', id, paths: null });
    }
  };
  const print = async (id: number, html: string, as: PrintedAs): Promise<void> => {
    let printed: Outcome<Uint8Array> = fail(problem('document/print-failed', { reason: '' }));
    try {
      printed = await options.print(html, as);
    } catch (error) {
      options.onBug(error);
    }
    say({ kind: 'printed', id, printed });
  };
  const keepSecret = async (id: number, question: SecretQuestion): Promise<void> => {
    const { secrets } = options;
    const nothing: SecretAnswer = { state: 'none', sealed: null, text: null };
    let answer = nothing;
    try {
      if (question.ask === 'state') answer = { ...nothing, state: await secrets.state() };
      else if (question.ask === 'seal') answer = { ...nothing, sealed: await secrets.seal(question.text) };
      else answer = { ...nothing, text: await secrets.open(question.sealed) };
    } catch (error) {
      options.onBug(error);
    }
    say({ kind: 'secret', id, answer });
  };
  const agree = async (silent: Problem): Promise<void> => {
    let agrees = false;
    try {
      agrees = await options.agrees(silent);
    } catch (error) {
      options.onBug(error);
    }
    say({ kind: 'agreed', agrees });
  };
  const finish = (id: number, how: (waiting: Waiting) => void): void => {
    const waiting = calls.get(id);
    calls.delete(id);
    if (waiting !== undefined) how(waiting);
  };

  const opened = new Promise<Language>((resolve, reject) => {
    worker.on('message', (message: FromDesk) => {
      switch (message.kind) {
        case 'open':
          resolve(message.language);
          return;
        case 'answer':
          finish(message.id, ({ resolve: answer }) => {
            answer(message.value);
          });
          return;
        case 'bug':
          if (message.id === null) options.onBug(message.error);
          else
            finish(message.id, (waiting) => {
              waiting.reject(message.error);
            });
          return;
        case 'choose':
          void choose(message.id, message.what);
          return;
        case 'print':
          void print(message.id, message.html, message.as);
          return;
        case 'secret':
          void keepSecret(message.id, message.question);
          return;
        case 'agree':
          void agree(message.silent);
          return;
        case 'backup failed':
          options.onBackupFailure(message.problem);
          return;
        case 'start installer':
          options.dialogs.startInstaller(message.path);
          return;
        case 'show in folder':
          options.dialogs.showInFolder(message.path);
          return;
        case 'open data folder':
          options.dialogs.openDataFolder();
          return;
        case 'settings':
          options.onSettings(message.settings);
          return;
        case 'language':
          options.onLanguage(message.language);
          return;
        case 'notice':
          options.onNotice(message.notice);
          return;
        case 'ready to close':
          options.onReadyToClose();
      }
    });
    const stop = (error: Error): void => {
      if (end !== null) return;
      end = error;
      reject(error);
      options.onBug(error);
      for (const id of [...calls.keys()])
        finish(id, (waiting) => {
          waiting.reject(error);
        });
    };
    worker.on('error', stop);
    worker.on('exit', (code) => {
      stop(new Error(`the desk's thread ended with ${code}`));
    });
  });

  return {
    language: await opened,
    call: async (channel, input) => (await ask((id) => ({ kind: 'call', id, channel, input }))) as Outcome<unknown>,
    close: async () => {
      try {
        return (await ask((id) => ({ kind: 'close', id }))) as SaveState | null;
      } catch (error) {
        // A thread that has ended holds nothing that could be saved.
        if (error === end) return null;
        throw error;
      }
    },
  };
}
