/** A copy in memory of a database from a file, brought to the newest version: for reading, and for taking its place. */
import { fail, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { backupDamage } from '#core/workspace/backup-manifest.ts';
import { examineImage } from '../examine-image.ts';
import { migrate, newestVersion } from '../migrate.ts';
import type { Database } from '../sql-engine.ts';
import type { BackupTools } from './examine-backup.ts';

/**
 * Opens the image for the time of `work`; `path` names the file in problems: backup/damaged, backup/newer,
 * workspace/migration-failed.
 */
export function withImage<T>(
  { engine, steps }: BackupTools,
  image: Uint8Array,
  path: string,
  work: (database: Database) => Outcome<T>,
): Outcome<T> {
  const known = newestVersion(steps);
  const verdict = examineImage(engine, image, known);
  if (verdict.kind === 'newer') return fail(problem('backup/newer', { path, found: verdict.version, known }));
  if (verdict.kind === 'damaged') return fail(backupDamage(path, 'database-damaged', verdict.reason));
  const { database } = verdict;
  try {
    const migrated = migrate(database, steps, path);
    return migrated.ok ? work(database) : migrated;
  } finally {
    database.close();
  }
}
