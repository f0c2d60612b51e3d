/** Entry of a thread that receives files of a large batch: a few at a time, one answer for each few. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ListedFile } from './list-files.ts';
import { arrivalOf, type ReceiveOrder } from './receive-file.ts';
import type { Arrival } from './received.ts';

/** A bug ends the whole batch; what is wrong with a file never does. */
export type ThreadAnswer =
  { readonly kind: 'done'; readonly arrivals: readonly Arrival[] } | { readonly kind: 'bug'; readonly message: string };

async function answer(files: readonly ListedFile[]): Promise<ThreadAnswer> {
  try {
    const arrivals: Arrival[] = [];
    for (const file of files) arrivals.push(await arrivalOf(file, workerData as ReceiveOrder));
    return { kind: 'done', arrivals };
  } catch (error) {
    return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (files: readonly ListedFile[]) => {
  void answer(files).then((each) => {
    parentPort?.postMessage(each);
  });
});
