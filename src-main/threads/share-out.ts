/** Shares computing out among threads: a few pieces at a time, as they are done. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer } from './answer-pieces.ts';

/** So many pieces are handed over at a time: fewer cost more messages, more leave threads idle at the end. */
const atATime = 16;
const mostThreads = 4;

/** How many threads there may be; below two they are worth nothing. */
export function threadsHere(): number {
  return Math.min(mostThreads, availableParallelism());
}

/**
 * The script of threads of a name, or null where no build is at hand. It lies beside each bundle that the build makes; run
 * from the sources, it is the one of the last build.
 */
export function findThreadScript(name: string): string | null {
  const file = `${name}.cjs`;
  const places = [join(import.meta.dirname, file), join(import.meta.dirname, '../../out/main', file)];
  return places.find((each) => existsSync(each)) ?? null;
}

export type Shares<Piece, Result> = {
  /** A script that calls `answerPieces`. */
  readonly script: string;
  readonly threads: number;
  readonly pieces: readonly Piece[];
  /** What each thread is given once, as `workerData`. */
  readonly order: unknown;
  /** Takes what came of a few pieces, `from` which place they stand among all; in no order of its own. */
  readonly take: (results: readonly Result[], from: number) => void;
  /** Asked before each next few. */
  readonly isStopped: () => boolean;
};

/** Resolves when all is done. @throws Error when a thread meets a bug or dies */
export async function shareOut<Piece, Result>(shares: Shares<Piece, Result>): Promise<void> {
  const { script, threads, pieces, order, take, isStopped } = shares;
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(script, { workerData: order });
    try {
      for (let from = next; from < pieces.length && !isStopped(); from = next) {
        next += atATime;
        take(await ask<Result>(worker, pieces.slice(from, from + atATime), from), from);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(pieces.length / atATime)) }, work));
}

function ask<Result>(worker: Worker, pieces: readonly unknown[], from: number): Promise<readonly Result[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (answer: ThreadAnswer<Result>): void => {
      settle();
      if (answer.kind === 'bug') reject(new Error(`a thread failed on one of the pieces from ${String(from)}: ${answer.message}`));
      else resolve(answer.results);
    };
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    const onExit = (code: number): void => {
      onError(new Error(`a thread ended with ${String(code)}`));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(pieces);
  });
}
