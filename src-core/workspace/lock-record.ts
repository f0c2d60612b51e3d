/** Who has a workspace folder open (`nianbao.lock`), and what that means to somebody else who wants to open it. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';

export const lockFormat = 'nianbao.lock/1';

/** One running app. Times are ISO 8601. */
export type LockRecord = {
  readonly format: typeof lockFormat;
  /** Drawn anew for each run. */
  readonly id: string;
  readonly host: string;
  /** Digests of the network adapters' addresses: computers set up from one image share their name, but not these. */
  readonly adapters: readonly string[];
  readonly pid: number;
  readonly user: string;
  readonly startedAt: string;
  /** When the app last said that it is still running. */
  readonly beatAt: string;
};

/** What the computer that wants to open the folder knows. */
export type Witness = {
  readonly host: string;
  readonly adapters: readonly string[];
  /** When this computer was started. */
  readonly bootedAt: Date;
  /** Whether a process with this number runs here, whoever's it is. */
  readonly isRunning: (pid: number) => boolean;
  /** Milliseconds since the lock was last written, by one clock. */
  readonly silence: number;
};

/** `held`: by a running app. `abandoned`: its app has certainly ended. `silent`: nobody here can tell; ask the user. */
export type LockVerdict = 'held' | 'abandoned' | 'silent';

/** A running app says so every minute; after ten of silence it may have ended, or its computer may be asleep. */
export const secondsBetweenBeats = 60;
export const minutesOfSilence = 10;

const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/u, 'a time'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a time'),
);
const words = v.pipe(v.string(), v.maxLength(300));
const schema = v.object({
  format: v.literal(lockFormat),
  id: words,
  host: words,
  adapters: v.pipe(v.array(words), v.maxLength(100)),
  pid: v.pipe(v.number(), v.integer()),
  user: words,
  startedAt: moment,
  beatAt: moment,
});

/** The record of a lock file, null when it is none (cut off, of a newer app): then nobody can tell who has it. */
export function decodeLock(text: string): LockRecord | null {
  const parsed = parseJson(text);
  if (!parsed.ok) return null;
  const decoded = decode(schema, parsed.value, 'file/not-json');
  return decoded.ok ? decoded.value : null;
}

export function judgeLock(record: LockRecord, witness: Witness): LockVerdict {
  if (isSameComputer(record, witness)) {
    // A process of before the start has ended, even when another one has its number now.
    if (Date.parse(record.beatAt) < witness.bootedAt.getTime()) return 'abandoned';
    if (!witness.isRunning(record.pid)) return 'abandoned';
  }
  // Far in the future is no sign of life either, but of a clock that was set.
  return Math.abs(witness.silence) > minutesOfSilence * 60_000 ? 'silent' : 'held';
}

function isSameComputer(record: LockRecord, { host, adapters }: Witness): boolean {
  if (record.host !== host) return false;
  const hasNone = record.adapters.length === 0 && adapters.length === 0;
  return hasNone || record.adapters.some((each) => adapters.includes(each));
}
