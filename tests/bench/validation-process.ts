/** A thread of the benchmark of validation: warms itself up, waits for the word, and validates filings that it has not seen. */
import { parentPort, workerData } from 'node:worker_threads';
import { validate } from '#core/validation/validate.ts';
import { makeFilings, type WholeFiling } from './validation-corpus.ts';

const { filings, seed } = workerData as { readonly filings: number; readonly seed: number };

function check(corpus: readonly WholeFiling[]): void {
  for (const { edition, subject } of corpus) validate(edition.form, edition.book, subject);
}

check(makeFilings(filings, seed + 1));
const corpus = makeFilings(filings, seed);
parentPort?.once('message', () => {
  check(corpus);
  parentPort?.postMessage('done');
  parentPort?.close();
});
parentPort?.postMessage('ready');
