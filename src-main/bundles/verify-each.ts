/** Verifies many files, one verdict each; large batches are shared out among the processor's cores. */
import type { BundleReport } from '#core/bundle/verdict.ts';
import type { Problem } from '#core/lib/problem.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { readBytes } from '../files/read-file.ts';
import { bundleLimitBytes } from '../filings/read-filing.ts';
import { findThreadScript, shareOut, threadsHere } from '../threads/share-out.ts';
import { verifyBundle, type VerifyOrder } from './verify-bundle.ts';

export type FilesOrder = Omit<VerifyOrder, 'bytes'>;

/** What was found about a file, or why it could not be read. */
export type VerifiedPath = { readonly path: string } & ({ readonly report: BundleReport } | { readonly problem: Problem });

/** Starting threads takes about as long as so many bundles. */
const fewFiles = 40;

export type Threads = { readonly script: string; readonly threads: number };

/** In the order of the files, whoever verifies them; one bad file never stops the others. */
export async function verifyEach(paths: readonly string[], order: FilesOrder): Promise<readonly VerifiedPath[]> {
  const threads = threadsHere();
  const script = paths.length < fewFiles || threads < 2 ? null : findThreadScript('verify-worker');
  if (script !== null) return verifyInThreads(paths, order, { script, threads });
  const verified: VerifiedPath[] = [];
  for (const path of paths) verified.push(await verifyPath(path, order));
  return verified;
}

/** The same in threads of their own. @throws Error when a thread meets a bug or dies */
export async function verifyInThreads(
  paths: readonly string[],
  order: FilesOrder,
  { script, threads }: Threads,
): Promise<readonly VerifiedPath[]> {
  const few = new Map<number, readonly VerifiedPath[]>();
  const take = (results: readonly VerifiedPath[], from: number): void => {
    few.set(from, results);
  };
  await shareOut<string, VerifiedPath>({ script, threads, pieces: paths, order, take, isStopped: () => false });
  return [...few].sort(([one], [other]) => one - other).flatMap(([, results]) => results);
}

/** One file, read whole. */
export async function verifyPath(path: string, order: FilesOrder): Promise<VerifiedPath> {
  const bytes = readBytes(nodeFileSystem, path, bundleLimitBytes);
  return bytes.ok ? { path, report: await verifyBundle({ bytes: bytes.value, ...order }) } : { path, problem: bytes.problem };
}
