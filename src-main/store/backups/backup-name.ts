/**
 * The names of the app's own backups. Number, time, reason and digest stand in the name, so that the folder itself is
 * the index: there is no second file that could be lost, or say something else.
 */
import type { KeptBackup } from '#core/workspace/retention.ts';
import { backupReasons } from '#core/workspace/backup-reason.ts';
import { backupExtension } from '#core/workspace/backup-manifest.ts';

export type NamedBackup = Omit<KeptBackup, 'size'> & {
  readonly name: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
};

const pattern = /^(\d{6,})-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z-([a-z-]+)-([0-9a-f]{64})\.nianbao-backup$/u;

export function nameBackup({ sequence, madeAt, reason, sha256 }: Omit<NamedBackup, 'name'>): NamedBackup {
  const seconds = `${madeAt.slice(0, 19)}Z`;
  // Windows allows no colons in names.
  const name = `${String(sequence).padStart(6, '0')}-${seconds.replaceAll(':', '-')}-${reason}-${sha256}${backupExtension}`;
  return { name, sequence, madeAt: seconds, reason, sha256 };
}

/** What the name of a file says, or null when it is no backup of the app's. */
export function readBackupName(name: string): NamedBackup | null {
  const match = pattern.exec(name);
  if (match === null) return null;
  const [, sequence = '', day = '', hour = '', minute = '', second = '', word = '', sha256 = ''] = match;
  const reason = backupReasons.find((each) => each === word);
  if (reason === undefined) return null;
  return { name, sequence: Number(sequence), madeAt: `${day}T${hour}:${minute}:${second}Z`, reason, sha256 };
}

/** The name of a backup in a folder of the user's: `年报通备份-20260112-163000.nianbao-backup`; `stamp` is local time. */
export function nameForUser(stamp: string): string {
  return `年报通备份-${stamp}${backupExtension}`;
}
