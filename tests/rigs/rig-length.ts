/** How long the rigs run: shortly within `npm test`, at length when `npm run rig` says so (scripts/rig.mjs). */
import { randomInt } from 'node:crypto';

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${name} is no whole number: ${text}`);
  return number;
}

/** Every fault at every call, and every byte position that time allows. */
export const isLong = process.env['NIANBAO_RIG'] === 'long';
/** What is chosen at random follows from it; printed. Drawn anew for each long run; the short one repeats itself. */
export const seed = numberFrom('NIANBAO_RIG_SEED', isLong ? randomInt(2 ** 31) : 20_260_131);
export const kills = numberFrom('NIANBAO_RIG_KILLS', isLong ? 3_000 : 300);

/** Shown as it is, whatever reports the tests. */
export function say(line: string): void {
  process.stdout.write(`[rig] ${line}\n`);
}
