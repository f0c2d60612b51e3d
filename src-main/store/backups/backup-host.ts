/** Where the work on backups is done: here, or in a thread of its own so that nobody waits for it. */
import { Worker } from 'node:worker_threads';
import type { Outcome } from '#core/lib/outcome.ts';
import type { BackupHost, BackupWork } from './backup-work.ts';

export type BackupCall = { [K in keyof BackupWork]: { readonly work: K; readonly order: Parameters<BackupWork[K]>[0] } }[keyof BackupWork];

/** What the thread is given: the call, and the sql-wasm.wasm of the very sql.js that it is built with. */
export type BackupThreadData = { readonly sqlWasm: string; readonly call: BackupCall };

/** Does the work at once, in this thread: for the headless commands, which have nobody waiting. */
export function hostHere(work: BackupWork): BackupHost {
  const now = <T>(answer: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(answer());
    });
  return {
    makeOwn: (order) => now(() => work.makeOwn(order)),
    makeForUser: (order) => now(() => work.makeForUser(order)),
    inspect: (order) => now(() => work.inspect(order)),
    preview: (order) => now(() => work.preview(order)),
    rehearse: (order) => now(() => work.rehearse(order)),
    unpack: (order) => now(() => work.unpack(order)),
  };
}

/**
 * Does each piece of work in a thread that lives as long as it: the memory of the databases it opens is free again
 * afterwards. Images are given away to it: the caller must not use them any more. `script` is the built backup.cjs.
 * Rejects with the error of a bug.
 */
export function hostInThread(script: string, sqlWasm: string): BackupHost {
  // The thread answers with what the work of that name returns: both are of one build.
  const ask = <T>(call: BackupCall, given: readonly Uint8Array[] = []): Promise<Outcome<T>> =>
    new Promise((resolve, reject) => {
      const transferList = given.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
      const worker = new Worker(script, { workerData: { sqlWasm, call } satisfies BackupThreadData, transferList });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`the thread of the backup ended with ${String(code)} and without an answer`));
      });
    });
  return {
    makeOwn: (order) => ask({ work: 'makeOwn', order }, [order.subject.image]),
    makeForUser: (order) => ask({ work: 'makeForUser', order }, [order.subject.image]),
    inspect: (order) => ask({ work: 'inspect', order }),
    preview: (order) => ask({ work: 'preview', order }, [order.image]),
    rehearse: (order) => ask({ work: 'rehearse', order }, [order.image]),
    unpack: (order) => ask({ work: 'unpack', order }),
  };
}
