/** Exported bundles, each with the filing as it went out; rows are only ever added. */
import type { Submission } from '#core/ipc/views.ts';
import { integerIn, textIn } from './row.ts';
import type { Reader, Writer } from './sql-engine.ts';

/** The submissions of one filing, oldest first. */
export function submissionsOf(reader: Reader, filingId: string): readonly Submission[] {
  const sql = `SELECT id, revision, bundle_digest, file_name, folder, exported_at FROM submission WHERE filing_id = ? ORDER BY seq`;
  return reader.rows(sql, [filingId]).map((row) => ({
    id: textIn(row, 'id'),
    revision: integerIn(row, 'revision'),
    bundleDigest: textIn(row, 'bundle_digest'),
    fileName: textIn(row, 'file_name'),
    folder: textIn(row, 'folder'),
    exportedAt: textIn(row, 'exported_at'),
  }));
}

/** The digest of the document of the filing's newest submission, or null when it never went out. */
export function lastExportedDocument(reader: Reader, filingId: string): string | null {
  const [row] = reader.rows('SELECT document FROM submission WHERE filing_id = ? ORDER BY seq DESC LIMIT 1', [filingId]);
  return row === undefined ? null : textIn(row, 'document');
}

/** `document` is the digest of the canonical JSON of the filing as it went out. */
export function insertSubmission(writer: Writer, filingId: string, submission: Submission, document: string): void {
  writer.run(
    `INSERT INTO submission (id, filing_id, revision, bundle_digest, file_name, folder, exported_at, document)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      submission.id,
      filingId,
      submission.revision,
      submission.bundleDigest,
      submission.fileName,
      submission.folder,
      submission.exportedAt,
      document,
    ],
  );
}
