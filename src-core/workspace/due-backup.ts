/** When the next automatic backup is due: hourly while somebody edits, and once a day. */
import type { BackupReason } from './backup-reason.ts';
import type { BackupRhythm } from './settings.ts';

export const minutesBetweenBackups = 60;

/**
 * The reason for a backup at `now`, or null when none is due; `newest` is when the newest backup of any kind was made,
 * null when there is none. Whoever asks has found out that the workspace changed since. Times are ISO 8601 in UTC.
 */
export function dueBackup(newest: string | null, now: Date, rhythm: BackupRhythm): BackupReason | null {
  if (rhythm === 'off') return null;
  if (newest === null) return 'daily';
  if (newest.slice(0, 10) !== now.toISOString().slice(0, 10)) return 'daily';
  if (rhythm === 'daily') return null;
  // A clock that was set back must not put the next backup off.
  return Math.abs(now.getTime() - Date.parse(newest)) >= minutesBetweenBackups * 60_000 ? 'hourly' : null;
}
