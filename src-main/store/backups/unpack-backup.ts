/** Takes a backup apart for a restore: its attachments and received files into the workspace, its database as the bytes to be put in place. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { attachmentDigest, receivedDigest } from '#core/workspace/backup-manifest.ts';
import { isGenerationPath } from '../generations.ts';
import { appendEntries, type Entry } from '../journal.ts';
import { withArchive } from './archive-read.ts';
import { examineBackup, type BackupTools } from './examine-backup.ts';
import { withImage } from './open-image.ts';
import { storedAttachments, storedReceived } from './stored-attachments.ts';

export type UnpackOrder = {
  readonly path: string;
  /** SHA-256 of the file as the user saw it. */
  readonly sha256: string;
  /** The folder of the workspace. */
  readonly workspace: string;
  /** What the journal says of the restore, and when (ISO 8601). */
  readonly entry: Entry;
  readonly at: string;
};

/**
 * Attachments are only ever added, so a restore that goes no further changes nothing.
 *
 * @returns the bytes of the workspace file to be; backup/changed { path } when the file is not the one the user saw,
 * what is wrong with it (`examineBackup`), or what stood in the way of keeping an attachment.
 */
export function unpackBackup(tools: BackupTools, { path, sha256, workspace, entry, at }: UnpackOrder): Outcome<Uint8Array> {
  const examined = examineBackup(tools, path, null);
  if (!examined.ok) return examined;
  if (examined.value.sha256 !== sha256) return fail(problem('backup/changed', { path }));
  const kept = isGenerationPath(path) ? ok(null) : keepAttachments(tools, path, workspace);
  if (!kept.ok) return kept;
  return withImage(tools, examined.value.image, path, (database) => {
    const noted = database.transaction((writer) => {
      appendEntries(writer, null, at, [entry]);
      return ok(null);
    });
    return noted.ok ? ok(database.image()) : noted;
  });
}

/** Puts the attachments and received files of the backup at `path` into the workspace, those that are not there already. */
export function keepAttachments({ fs }: BackupTools, path: string, workspace: string): Outcome<null> {
  const attachments = storedAttachments(fs, workspace);
  const received = storedReceived(fs, workspace);
  return withArchive(fs, path, (archive) => {
    for (const entry of archive.entries) {
      const folder = attachmentDigest(entry.name) !== null ? attachments : receivedDigest(entry.name) !== null ? received : null;
      if (folder === null) continue;
      const bytes = archive.read(entry);
      const kept = bytes.ok ? folder.keep(bytes.value) : bytes;
      if (!kept.ok) return kept;
    }
    return ok(null);
  });
}
