/** Parses foreign files in a thread of its own, within limits of memory and time: whatever a file does, the app goes on. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { unpackParsed } from './pack-document.ts';
import type { Parsed, ParseOrder } from './parse-document.ts';
import type { ParseAnswer } from './parse-worker.ts';

export type ParseFile = (order: ParseOrder) => Promise<Outcome<Parsed>>;

export const secondsToParse = 5;
const megabytes = 256;
/** Beside each bundle that the build makes; run from the sources, it is the one of the last build. */
const scripts = [join(import.meta.dirname, 'parse-worker.cjs'), join(import.meta.dirname, '../../out/main/parse-worker.cjs')];

/**
 * One thread is kept for the files that follow and does not keep the program running. A file that exceeds the memory or the
 * time is `intake/too-slow`; the next one gets a new thread. Files are parsed one after another.
 * @throws Error when the parser has a bug
 */
export function createParser(script: string = scripts.find((each) => existsSync(each)) ?? scripts[0] ?? ''): ParseFile {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const parse = async (order: ParseOrder): Promise<Outcome<Parsed>> => {
    worker ??= start(script);
    const asked = worker;
    const answer = await ask(asked, order).catch((error: unknown) => {
      worker = null;
      throw error;
    });
    if (answer === 'stopped') {
      // it may take its time to die; nobody waits for it
      void asked.terminate();
      worker = null;
      return fail(problem('intake/too-slow', { fileName: order.fileName, seconds: secondsToParse }));
    }
    if (answer.kind === 'bug') throw new Error(`the parser failed on ${order.fileName}: ${answer.message}`);
    return answer.outcome.ok ? ok(unpackParsed(answer.outcome.value)) : answer.outcome;
  };
  return (order) => {
    const next = queue.then(() => parse(order));
    queue = next.catch(() => undefined);
    return next;
  };
}

/** The parser that all commands and screens share. */
export const parseFile: ParseFile = createParser();

function start(script: string): Worker {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true });
  // a thread that was given up may still run out of memory
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

/** 'stopped' when the thread ran out of time or memory, or ended by itself. */
function ask(worker: Worker, order: ParseOrder): Promise<ParseAnswer | 'stopped'> {
  return new Promise((resolve, reject) => {
    const settle = (answer: ParseAnswer | 'stopped' | Error): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit).unref();
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    };
    const onError = (error: NodeJS.ErrnoException): void => {
      settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'stopped' : error);
    };
    const onExit = (): void => {
      settle('stopped');
    };
    const timer = setTimeout(onExit, secondsToParse * 1000);
    worker.ref();
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    worker.postMessage(order);
  });
}
