/** Receives many files; one bad file never stops the others. Large batches are shared out among the processor's cores. */
import { availableParallelism } from 'node:os';
import type { ListedFile } from './list-files.ts';
import { receiveFile, type ReceiveOrder } from './receive-file.ts';
import { findThreadScript, receiveInThreads } from './receive-in-threads.ts';
import type { Received } from './received.ts';

/** Told after every file, or every few. */
export type Progress = (done: number, total: number) => void;

/** Starting a thread takes about as long as so many files. */
const fewFiles = 100;
const mostThreads = 4;

/** In the order of the files. */
export async function receiveAll(files: readonly ListedFile[], order: ReceiveOrder, onProgress: Progress): Promise<readonly Received[]> {
  const threads = Math.min(mostThreads, availableParallelism());
  const script = files.length <= fewFiles || threads < 2 ? null : findThreadScript();
  if (script !== null) return receiveInThreads(script, threads, files, order, onProgress);
  const received: Received[] = [];
  for (const file of files) {
    received.push(await receiveFile(file, order));
    onProgress(received.length, files.length);
  }
  return received;
}
