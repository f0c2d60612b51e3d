/** The side of a thread that computing is shared out to: one answer for each few pieces. */
import { parentPort } from 'node:worker_threads';

/** A bug ends the whole batch; what is wrong with a piece is a result. */
export type ThreadAnswer<Result> =
  { readonly kind: 'done'; readonly results: readonly Result[] } | { readonly kind: 'bug'; readonly message: string };

/** Answers as long as it is asked. Pieces and `workerData` are those of the `shareOut` that started the thread. */
export function answerPieces(work: (piece: unknown) => Promise<unknown>): void {
  parentPort?.on('message', (pieces: readonly unknown[]) => {
    void answer(pieces, work).then((each) => {
      parentPort?.postMessage(each);
    });
  });
}

async function answer(pieces: readonly unknown[], work: (piece: unknown) => Promise<unknown>): Promise<ThreadAnswer<unknown>> {
  try {
    const results: unknown[] = [];
    for (const piece of pieces) results.push(await work(piece));
    return { kind: 'done', results };
  } catch (error) {
    return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
