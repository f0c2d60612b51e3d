/** Receives many files; one bad file never stops the others. Large batches are shared out among the processor's cores. */
import { findThreadScript, shareOut, threadsHere } from '../threads/share-out.ts';
import type { ListedFile } from './list-files.ts';
import { arrivalsOf, type ReceiveOrder } from './receive-file.ts';
import type { Arrival, Received } from './received.ts';

/** Told after every file, or every few. */
export type Progress = (done: number, total: number) => void;

/** Takes what came of each of a few files, `at` which place they stand among all; in no order of its own. */
export type Take = (few: readonly (readonly Arrival[])[], at: number) => void;

/** Starting a thread takes about as long as so many files. */
const fewFiles = 100;

/** In the order of the files. */
export async function receiveAll(files: readonly ListedFile[], order: ReceiveOrder, onProgress: Progress): Promise<readonly Received[]> {
  const received = new Map<number, readonly Received[]>();
  const take: Take = (few, at) => {
    for (const [index, arrivals] of few.entries()) {
      received.set(
        at + index,
        arrivals.flatMap((each) => (each.kind === 'received' ? [each.received] : [])),
      );
    }
    onProgress(received.size, files.length);
  };
  await receiveEach(files, order, take, () => false);
  return [...received].sort(([one], [other]) => one - other).flatMap(([, each]) => each);
}

/** Hands over what came of the files as they are done; `isStopped` is asked before each next few. */
export async function receiveEach(files: readonly ListedFile[], order: ReceiveOrder, take: Take, isStopped: () => boolean): Promise<void> {
  const threads = threadsHere();
  const script = files.length <= fewFiles || threads < 2 ? null : findThreadScript('receive-worker');
  if (script !== null) {
    await shareOut<ListedFile, readonly Arrival[]>({ script, threads, pieces: files, order, take, isStopped });
    return;
  }
  for (const [at, file] of files.entries()) {
    if (isStopped()) return;
    take([await arrivalsOf(file, order)], at);
  }
}
