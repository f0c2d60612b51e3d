/** What this computer and this process are, for the lock of a workspace folder. */
import { createHash } from 'node:crypto';
import { hostname, networkInterfaces, uptime, userInfo } from 'node:os';
import type { Witness } from '#core/workspace/lock-record.ts';
import { errnoOf } from '../files/file-system.ts';

/** The process that wants the lock, and how it tells whether another one runs. */
export type Locker = Omit<Witness, 'silence' | 'bootedAt'> & {
  /** Seconds since this computer was started. */
  readonly uptime: () => number;
  readonly pid: number;
  readonly user: string;
};

export function thisLocker(): Locker {
  return { host: hostname(), adapters: adapters(), isRunning, uptime, pid: process.pid, user: userName() };
}

/** Digests, because the addresses themselves are nobody's business; sorted, so that two runs write the same. */
function adapters(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const physical = addresses.filter(({ internal, mac }) => !internal && mac !== '00:00:00:00:00:00').map(({ mac }) => mac);
  return [...new Set(physical.map((mac) => createHash('sha256').update(mac).digest('hex').slice(0, 16)))].sort();
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is none: the system only says whether there is such a process.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and another user's.
    return errnoOf(error) === 'EPERM';
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // An account without a name, as in some containers.
    errnoOf(error);
    return '—';
  }
}
