/** Which attachments the reports of a database name: the files themselves stand beside it, and may be gone. */
import type { AbsentAttachment } from '#core/workspace/inspected-backup.ts';
import { namedAttachments } from '#core/workspace/named-attachments.ts';
import { readDocument } from './documents.ts';
import { versionOf } from './migrate.ts';
import { textIn } from './row.ts';
import type { Reader } from './sql-engine.ts';

/** Documents came with it; backups of older files are made before their migration only. */
const firstWithDocuments = 2;

/** By digest, what the report calls it that names it first. A document that is damaged names none. */
export function referencedAttachments(reader: Reader): ReadonlyMap<string, AbsentAttachment> {
  const found = new Map<string, AbsentAttachment>();
  if (versionOf(reader) < firstWithDocuments) return found;
  for (const row of reader.rows('SELECT digest FROM document ORDER BY digest')) {
    const text = readDocument(reader, textIn(row, 'digest'));
    const named = text === null ? null : namedAttachments(text);
    if (named?.ok !== true) continue;
    for (const { digest, ...attachment } of named.value) if (!found.has(digest)) found.set(digest, attachment);
  }
  return found;
}
