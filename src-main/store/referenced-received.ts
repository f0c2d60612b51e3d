/** Which received files a database names: the files themselves stand beside it, and may be gone. */
import type { AbsentAttachment } from '#core/workspace/inspected-backup.ts';
import { versionOf } from './migrate.ts';
import { integerIn, textIn, textOrNullIn } from './row.ts';
import type { Reader } from './sql-engine.ts';

/** The table came with it; backups of older files are made before their migration only. */
const firstWithReceived = 4;

/** By digest. */
export function referencedReceived(reader: Reader): ReadonlyMap<string, AbsentAttachment> {
  if (versionOf(reader) < firstWithReceived) return new Map();
  const rows = reader.rows('SELECT digest, file_name, unit_name, report_year FROM received_file ORDER BY seq');
  return new Map(
    rows.map((row) => [
      textIn(row, 'digest'),
      { name: textIn(row, 'file_name'), unitName: textOrNullIn(row, 'unit_name') ?? '', reportYear: integerIn(row, 'report_year') },
    ]),
  );
}
