/** Entry of a thread that receives files of a large batch: a few at a time, one answer for each few. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ListedFile } from './list-files.ts';
import { receiveFile, type ReceiveOrder } from './receive-file.ts';
import type { Received } from './received.ts';

/** A bug ends the whole batch; what is wrong with a file never does. */
export type ThreadAnswer =
  { readonly kind: 'received'; readonly received: readonly Received[] } | { readonly kind: 'bug'; readonly message: string };

async function answer(files: readonly ListedFile[]): Promise<ThreadAnswer> {
  try {
    const received: Received[] = [];
    for (const file of files) received.push(await receiveFile(file, workerData as ReceiveOrder));
    return { kind: 'received', received };
  } catch (error) {
    return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (files: readonly ListedFile[]) => {
  void answer(files).then((each) => {
    parentPort?.postMessage(each);
  });
});
