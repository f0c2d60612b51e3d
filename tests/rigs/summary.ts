/** What a rig tried and what survived it, noted in the file that scripts/rig.mjs names and sums up at the end. */
import { appendFileSync } from 'node:fs';

/** Notes nothing within `npm test`, where the tests alone speak. */
export function note(kind: string, tried: number, survived: number): void {
  const file = process.env['NIANBAO_RIG_SUMMARY'];
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify({ kind, tried, survived })}\n`);
}

/** Tries each in turn and notes how many there were; the first that `attempt` throws at ends it. */
export async function eachNoted<T>(kind: string, items: Iterable<T>, attempt: (item: T) => unknown): Promise<void> {
  let [tried, survived] = [0, 0];
  try {
    for (const item of items) {
      tried += 1;
      await attempt(item);
      survived += 1;
    }
  } finally {
    note(kind, tried, survived);
  }
}
