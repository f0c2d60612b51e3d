/** Receives a large batch in several threads: verifying and validating is all computing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ListedFile } from './list-files.ts';
import type { Take } from './receive-all.ts';
import type { ReceiveOrder } from './receive-file.ts';
import type { ThreadAnswer } from './receive-worker.ts';
import type { Arrival } from './received.ts';

/** Beside each bundle that the build makes; run from the sources, it is the one of the last build. */
const scripts = [join(import.meta.dirname, 'receive-worker.cjs'), join(import.meta.dirname, '../../out/main/receive-worker.cjs')];
/** So many files are handed over at a time: fewer cost more messages, more leave threads idle at the end. */
const atATime = 16;

/** The script of the threads, or null where no build is at hand. */
export function findThreadScript(): string | null {
  return scripts.find((each) => existsSync(each)) ?? null;
}

export type ThreadedOrder = {
  readonly script: string;
  readonly threads: number;
  readonly files: readonly ListedFile[];
  readonly order: ReceiveOrder;
  readonly take: Take;
  readonly isStopped: () => boolean;
};

/** Hands over a few files at a time, as they are done. @throws Error when a thread meets a bug or dies */
export async function receiveInThreads({ script, threads, files, order, take, isStopped }: ThreadedOrder): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(script, { workerData: order });
    try {
      for (let from = next; from < files.length && !isStopped(); from = next) {
        next += atATime;
        take(await ask(worker, files.slice(from, from + atATime)), from);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
}

function ask(worker: Worker, files: readonly ListedFile[]): Promise<readonly Arrival[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (answer: ThreadAnswer): void => {
      settle();
      if (answer.kind === 'bug') reject(new Error(`a thread failed on files after ${files[0]?.path ?? ''}: ${answer.message}`));
      else resolve(answer.arrivals);
    };
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    const onExit = (code: number): void => {
      onError(new Error(`a thread ended with ${String(code)}`));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(files);
  });
}
