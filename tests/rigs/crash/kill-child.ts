/** Starts the child, kills it with SIGKILL at a chosen moment, and tells what it had said by then. */
import { spawn } from 'node:child_process';
import { readLines, type Line } from './acknowledgements.ts';
import type { SaverKind } from './lying-savers.ts';

export type Kill = {
  /** The line after which the milliseconds are counted. */
  readonly after: Line['kind'];
  readonly milliseconds: number;
};

export type Order = {
  readonly script: string;
  readonly folder: string;
  readonly seed: number;
  readonly saver: SaverKind;
  readonly kill: Kill;
};

/** Resolves once the child is gone and its pipe is read to the end. @throws Error when it ended in another way: a bug. */
export function runAndKill({ script, folder, seed, saver, kill }: Order): Promise<readonly Line[]> {
  const child = spawn(process.execPath, [script, folder, String(seed), saver], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complaints]: [Buffer[], Buffer[]] = [[], []];
  let isDue = false;
  child.stdout.on('data', (chunk: Buffer) => {
    said.push(chunk);
    if (isDue || !chunk.toString().includes(`"kind":"${kill.after}"`)) return;
    isDue = true;
    setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaints.push(chunk);
    // It ends by itself now, but Node does not always come to its end.
    setTimeout(() => child.kill('SIGKILL'), 2_000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      if (signal === 'SIGKILL' && complaints.length === 0) resolve(readLines(Buffer.concat(said).toString()));
      else reject(new Error(`the child ended by itself: ${Buffer.concat(complaints).toString()}`));
    });
  });
}
