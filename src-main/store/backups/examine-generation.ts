/** A generation looked into as a backup is: the workspace file alone, whose attachments are where they are. */
import { basename } from 'node:path';
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { backupDamage, backupFormat, type BackupManifest } from '#core/workspace/backup-manifest.ts';
import { readBytes } from '../../files/read-file.ts';
import { sha256Hex } from '../../signing/digest.ts';
import { stateOf } from '../database-state.ts';
import { examineToRead } from '../examine-image.ts';
import { readGenerationName, workspaceLimitBytes } from '../generations.ts';
import { verifyJournal } from '../journal.ts';
import { newestVersion } from '../migrate.ts';
import type { BackupTools, ExaminedBackup } from './examine-backup.ts';

/** backup/damaged { path, reason, place }, backup/newer { path, found, known }, or what stood in the way of reading. */
export function examineGeneration({ fs, engine, steps }: BackupTools, path: string): Outcome<ExaminedBackup> {
  const image = readBytes(fs, path, workspaceLimitBytes);
  if (!image.ok) return image;
  const sha256 = sha256Hex(image.value);
  const named = readGenerationName(basename(path));
  if (named?.digest !== sha256) return fail(backupDamage(path, image.value.length === 0 ? 'file-empty' : 'bytes-changed', 'digest'));
  const known = newestVersion(steps);
  const verdict = examineToRead(engine, image.value, known);
  if (verdict.kind === 'newer') return fail(problem('backup/newer', { path, found: verdict.version, known }));
  if (verdict.kind === 'damaged') return fail(backupDamage(path, 'database-damaged', verdict.reason));
  const { database, version } = verdict;
  try {
    const manifest: BackupManifest = {
      ...stateOf(database),
      format: backupFormat,
      madeAt: named.savedAt,
      reason: 'generation',
      appVersion: '',
      schemaVersion: version,
      entries: [],
      absent: [],
    };
    return ok({ manifest, sha256, size: image.value.length, journal: verifyJournal(database), image: image.value });
  } finally {
    database.close();
  }
}
