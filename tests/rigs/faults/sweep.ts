/** Lets every file call of an operation fail in turn, and looks each time at what a fresh start finds. */
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import type { Problem } from '#core/lib/problem.ts';
import { createFailingFileSystem, withCalls, type FailingFileSystem } from '../../main/files/failing-file-system.ts';
import { faultsOfWords } from './words.ts';

/** One time that the operation is tried. */
export type Trial = {
  /** Does it, on the file system that it was begun with; null when all was done and saved. */
  readonly run: () => Promise<Problem | null>;
  /** All that a fresh start finds, on a file system that works; a problem or damage that it meets is part of it. */
  readonly look: () => Promise<string>;
  /** Frees what the trial holds. */
  readonly end?: () => Promise<unknown>;
};

export type Operation = {
  readonly name: string;
  readonly begin: (fs: FileSystem) => Promise<Trial>;
  /** The codes of the problems that it may answer with. */
  readonly codes: readonly string[];
  /** States, besides the ones before and after, that keep everything: a backup that is finished but not said to be, say. */
  readonly isKept?: (found: string) => boolean;
  /** Only one call in so many is tried in the short run: it takes long. */
  readonly share?: number;
};

export type Fault = { readonly errno: string; readonly forGood: boolean };

export const faults: readonly Fault[] = [false, true].flatMap((forGood) =>
  ['ENOSPC', 'EIO', 'EBUSY', 'EPERM', 'EROFS'].map((errno) => ({ errno, forGood })),
);

export type Swept = {
  readonly calls: number;
  readonly trials: number;
  /** The codes that were answered, sorted. */
  readonly codes: readonly string[];
  /** What went wrong, each with the call and the fault. */
  readonly breaches: readonly string[];
};

/** Every fault at every call, or one fault at each call, taken in turn from `shift` on. */
export async function sweep(operation: Operation, shift: number | 'all'): Promise<Swept> {
  const { before, after, calls } = await measure(operation);
  const isState = (found: string) => found === before || found === after || operation.isKept?.(found) === true;
  const [codes, breaches] = [new Set<string>(), [] as string[]];
  let trials = 0;
  for (let at = 0; at < calls.length; at += 1) {
    const isTried = shift === 'all' || (at + shift) % (operation.share ?? 1) === 0;
    const chosen = shift === 'all' ? faults : faults.filter((_, index) => isTried && index === (at + shift) % faults.length);
    for (const { errno, forGood } of chosen) {
      trials += 1;
      const where = `${operation.name}, ${errno}${forGood ? ' for good' : ''} at call ${String(at)} (${String(calls[at])})`;
      const disk = createFailingFileSystem();
      const tried = await attempt(
        operation,
        disk.fs,
        () => {
          disk.arm({ errno, at, forGood });
        },
        disk,
      );
      if (tried.problem !== null) {
        codes.add(tried.problem.code);
        breaches.push(...faultsOfWords(tried.problem).map((each) => `${each} (${where})`));
      }
      if (tried.error !== null) breaches.push(`it threw ${tried.error} (${where})`);
      if (tried.problem === null && tried.error === null && tried.found !== after && operation.isKept?.(tried.found) !== true) {
        breaches.push(`it was said to be done, and found was ${shorten(tried.found)} (${where})`);
      }
      if (!isState(tried.found)) breaches.push(`found was a third state: ${shorten(tried.found)} (${where})`);
    }
  }
  return { calls: calls.length, trials, codes: [...codes].sort(), breaches };
}

/** Writes that take a part of what they are given are gone on with; those that take nothing are a failure. */
export async function sweepShortWrites(operation: Operation, shift: number | 'all'): Promise<Swept> {
  const { before, after, calls } = await measure(operation);
  const breaches: string[] = [];
  const short = await attempt(operation, createFailingFileSystem(997).fs, () => undefined, null);
  if (short.problem !== null || short.error !== null || short.found !== after) {
    breaches.push(`short writes: ${short.error ?? JSON.stringify(short.problem)} (${operation.name})`);
  }
  const codes = new Set<string>();
  const writes = calls.filter((each) => each === 'write' || each === 'writeAt').length;
  const chosen = Array.from({ length: writes }, (_, at) => at).filter((at) => shift === 'all' || at % 3 === shift % 3);
  for (const at of chosen) {
    let written = 0;
    let isArmed = false;
    const isDead = () => isArmed && (written += 1) > at;
    const fs = withCalls({
      write: (descriptor, bytes, offset) => (isDead() ? 0 : nodeFileSystem.write(descriptor, bytes, offset)),
      writeAt: (descriptor, bytes, place) => (isDead() ? 0 : nodeFileSystem.writeAt(descriptor, bytes, place)),
    });
    const tried = await attempt(
      operation,
      fs,
      () => {
        isArmed = true;
      },
      null,
    );
    isArmed = false;
    const where = `${operation.name}, nothing taken from write ${String(at)} on`;
    if (tried.problem !== null) codes.add(tried.problem.code);
    if (tried.error !== null) breaches.push(`it threw ${tried.error} (${where})`);
    if (tried.found !== before && tried.found !== after && operation.isKept?.(tried.found) !== true) {
      breaches.push(`found was a third state: ${shorten(tried.found)} (${where})`);
    }
  }
  return { calls: calls.length, trials: chosen.length + 1, codes: [...codes].sort(), breaches };
}

/** The states before and after, and the calls in between, when nothing fails. */
async function measure(operation: Operation): Promise<{ before: string; after: string; calls: readonly string[] }> {
  const untouched = await operation.begin(createFailingFileSystem().fs);
  const before = await untouched.look();
  await untouched.end?.();
  const disk = createFailingFileSystem();
  const trial = await operation.begin(disk.fs);
  disk.arm(null);
  const problem = await trial.run();
  const calls = disk.calls();
  if (problem !== null) throw new Error(`${operation.name} does not work: ${JSON.stringify(problem)}`);
  const after = await trial.look();
  await trial.end?.();
  return { before, after, calls };
}

type Tried = { readonly problem: Problem | null; readonly error: string | null; readonly found: string };

async function attempt(operation: Operation, fs: FileSystem, arm: () => void, disk: FailingFileSystem | null): Promise<Tried> {
  const trial = await operation.begin(fs);
  let problem: Problem | null = null;
  let error: string | null = null;
  arm();
  try {
    problem = await trial.run();
  } catch (thrown) {
    error = String(thrown);
  }
  disk?.arm(null);
  const found = await trial.look();
  await trial.end?.();
  return { problem, error, found };
}

function shorten(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
