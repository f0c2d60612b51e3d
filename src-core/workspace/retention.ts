/** Which automatic backups are kept. The schedule is stated to the user word by word (text/screens/backup.ts). */
import { isAutomatic, operationReasons, type BackupReason } from './backup-reason.ts';

export type KeptBackup = {
  /** The order of backups: clocks are set back, numbers are not. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly reason: BackupReason;
  /** Bytes of the file. */
  readonly size: number;
};

export type Schedule = {
  /** For how many hours, days and months the newest backup of each is kept. */
  readonly hours: number;
  readonly days: number;
  readonly months: number;
  /** How many of the newest backups before operations are kept. */
  readonly operations: number;
  /** Bytes that the kept automatic backups may take together … */
  readonly mostBytes: number;
  /** … except for so many of the newest, which stay whatever they take. */
  readonly always: number;
};

export const schedule: Schedule = { hours: 24, days: 30, months: 12, operations: 10, mostBytes: 4 * 1024 ** 3, always: 3 };

/** `2026-01-12T08:30:00Z` begins with its hour, its day and its month (UTC: a day ends at 8 in the morning in China). */
const hourLength = 13;
const dayLength = 10;
const monthLength = 7;

/**
 * The backups that the schedule lets go, oldest first. Those that the user asked for are never among them. Only hours,
 * days and months that have a backup count, so that a computer that was off for a year loses nothing on its return.
 */
export function backupsToLetGo<B extends KeptBackup>(
  backups: readonly B[],
  { hours, days, months, operations, mostBytes, always }: Schedule = schedule,
): readonly B[] {
  const automatic = backups.filter(({ reason }) => isAutomatic(reason)).sort((left, right) => right.sequence - left.sequence);
  const kept = new Set<B>([
    ...automatic.slice(0, always),
    ...newestOfEach(automatic, hourLength, hours),
    ...newestOfEach(automatic, dayLength, days),
    ...newestOfEach(automatic, monthLength, months),
    ...automatic.filter(({ reason }) => operationReasons.includes(reason)).slice(0, operations),
  ]);
  let bytes = 0;
  let count = 0;
  const stays = new Set<B>();
  for (const backup of automatic) {
    if (!kept.has(backup)) continue;
    bytes += backup.size;
    count += 1;
    if (count > always && bytes > mostBytes) break;
    stays.add(backup);
  }
  return automatic.filter((backup) => !stays.has(backup)).reverse();
}

/** The newest backup of each of the newest `count` spans; `newestFirst` decides what is new, not the clock. */
function newestOfEach<B extends KeptBackup>(newestFirst: readonly B[], length: number, count: number): readonly B[] {
  const spans = new Map<string, B>();
  for (const backup of newestFirst) {
    const span = backup.madeAt.slice(0, length);
    if (!spans.has(span)) spans.set(span, backup);
    if (spans.size === count) break;
  }
  return [...spans.values()];
}
