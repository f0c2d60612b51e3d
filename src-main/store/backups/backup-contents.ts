/** What goes into a backup, in its order: the database, the attachments, the received files, and last the description of them all. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { BackupReason } from '#core/workspace/backup-reason.ts';
import {
  attachmentName,
  backupFormat,
  backupFormatWithReceived,
  databaseName,
  manifestName,
  receivedDigest,
  receivedName,
  type BackupEntry,
  type BackupManifest,
} from '#core/workspace/backup-manifest.ts';
import type { AbsentAttachment } from '#core/workspace/inspected-backup.ts';
import type { DatabaseState } from '../database-state.ts';
import type { ArchiveMember } from './archive-write.ts';
import type { StoredFiles } from './stored-attachments.ts';

export type BackupOrigin = {
  readonly reason: BackupReason;
  readonly appVersion: string;
  readonly now: Date;
  /** The workspace file part after part, the same each time, and the state that it holds. */
  readonly file: () => Iterable<Uint8Array>;
  readonly state: DatabaseState;
  readonly attachments: StoredFiles;
  /** Null where it takes none along. */
  readonly received: StoredFiles | null;
  /** What reports call the attachments that they name, and the names of received files, by digest. */
  readonly referenced: ReadonlyMap<string, AbsentAttachment>;
};

/** The members one after the other. An attachment or received file that is gone or damaged is described as absent, never left out in silence. */
export function* backupMembers(origin: BackupOrigin): Generator<ArchiveMember> {
  const { file, attachments, received } = origin;
  const entries: BackupEntry[] = [entryOf(databaseName, file())];
  const absent: string[] = [];
  yield { name: databaseName, chunks: file };
  const present = new Set<string>();
  for (const [nameOf, stored] of [[attachmentName, attachments] as const, [receivedName, received] as const]) {
    if (stored === null) continue;
    for (const { sha256 } of stored.list()) {
      present.add(sha256);
      const bytes = stored.read(sha256);
      if (!bytes.ok) {
        absent.push(sha256);
        continue;
      }
      const name = nameOf(sha256);
      entries.push({ name, size: bytes.value.length, sha256 });
      yield { name, chunks: () => [bytes.value] };
    }
  }
  absent.push(...[...origin.referenced.keys()].filter((sha256) => !present.has(sha256)).sort());
  const manifest = new TextEncoder().encode(canonicalJson(manifestOf(origin, entries, absent)));
  yield { name: manifestName, chunks: () => [manifest] };
}

function manifestOf(
  { reason, appVersion, now, state }: BackupOrigin,
  entries: readonly BackupEntry[],
  absent: readonly string[],
): BackupManifest {
  return {
    format: entries.some(({ name }) => receivedDigest(name) !== null) ? backupFormatWithReceived : backupFormat,
    madeAt: now.toISOString(),
    reason,
    appVersion,
    ...state,
    entries,
    absent,
  };
}

function entryOf(name: string, chunks: Iterable<Uint8Array>): BackupEntry {
  const hash = createHash('sha256');
  let size = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    hash.update(chunk);
  }
  return { name, size, sha256: hash.digest('hex') };
}
