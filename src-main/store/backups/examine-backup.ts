/** Opens a backup read-only and says what is inside and whether it is whole: nothing of it is believed unchecked. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { backupDamage, databaseName, decodeManifest, manifestName, type BackupManifest } from '#core/workspace/backup-manifest.ts';
import type { FileSystem } from '../../files/file-system.ts';
import { decodeText } from '../../files/read-file.ts';
import { sha256Hex } from '../../signing/digest.ts';
import { examineToRead } from '../examine-image.ts';
import { isSameState, stateOf } from '../database-state.ts';
import { verifyJournal, type JournalCheck } from '../journal.ts';
import { newestVersion } from '../migrate.ts';
import type { Migration } from '../migrations/all.ts';
import { isGenerationPath } from '../generations.ts';
import type { SqlEngine } from '../sql-engine.ts';
import { withArchive, type Archive } from './archive-read.ts';
import { examineGeneration } from './examine-generation.ts';

/** What it takes to open a backup. */
export type BackupTools = { readonly fs: FileSystem; readonly engine: SqlEngine; readonly steps: readonly Migration[] };

export type ExaminedBackup = {
  readonly manifest: BackupManifest;
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** Bytes of the file. */
  readonly size: number;
  /** The chain of the journal inside: a broken one was broken in the workspace too, and is no fault of the file. */
  readonly journal: JournalCheck;
  /** The database as it stands in the file. */
  readonly image: Uint8Array;
};

/**
 * Reads all of the backup at `path`: every byte of the file is where ours has it, every entry is the one described,
 * the database passes SQLite's integrity check and holds the state that the description names. `expected` is the
 * file's digest, where it is known.
 *
 * @returns backup/not-a-backup, backup/damaged { path, reason, place }, backup/newer { path, found, known }, or what
 * stood in the way of reading.
 */
export function examineBackup(tools: BackupTools, path: string, expected: string | null): Outcome<ExaminedBackup> {
  if (isGenerationPath(path)) return examineGeneration(tools, path);
  return withArchive(tools.fs, path, (archive) => {
    const manifest = readManifest(archive, path);
    if (!manifest.ok) return manifest;
    const contents = readContents(archive, manifest.value, path);
    if (!contents.ok) return contents;
    const { sha256, image } = contents.value;
    if (expected !== null && sha256 !== expected) return fail(backupDamage(path, 'bytes-changed', 'digest'));
    const journal = examineDatabase(tools, manifest.value, image, path);
    return journal.ok ? ok({ manifest: manifest.value, sha256, size: archive.size, journal: journal.value, image }) : journal;
  });
}

/** The description alone: what the backup at `path` says of itself, without a look at the rest. */
export function describeBackup(fs: FileSystem, path: string): Outcome<BackupManifest> {
  return withArchive(fs, path, (archive) => readManifest(archive, path));
}

function readManifest(archive: Archive, path: string): Outcome<BackupManifest> {
  const entry = archive.entries.at(-1);
  if (entry?.name !== manifestName) return fail(backupDamage(path, 'description-damaged', 'there is none'));
  const bytes = archive.read(entry);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, path);
  if (!text.ok) return fail(backupDamage(path, 'description-damaged', 'not UTF-8'));
  return decodeManifest(text.value, path);
}

/** Exactly what is described is there, in its order, byte by byte. */
function readContents(archive: Archive, { entries }: BackupManifest, path: string): Outcome<{ sha256: string; image: Uint8Array }> {
  const names = [...entries.map((each) => each.name), manifestName];
  if (archive.entries.length !== names.length || archive.entries.some((each, index) => each.name !== names[index])) {
    return fail(backupDamage(path, 'description-damaged', 'other entries than described'));
  }
  const described = new Map(entries.map((each) => [each.name, each]));
  let image: Uint8Array = new Uint8Array();
  const damaged: string[] = [];
  const sha256 = archive.readAll(({ name }, contents) => {
    if (name === databaseName) image = contents;
    const wanted = described.get(name);
    if (wanted !== undefined && (wanted.size !== contents.length || wanted.sha256 !== sha256Hex(contents))) damaged.push(name);
  });
  if (!sha256.ok) return sha256;
  const [first] = damaged;
  if (first !== undefined) return fail(backupDamage(path, first === databaseName ? 'database-damaged' : 'attachment-damaged', first));
  return ok({ sha256: sha256.value, image });
}

function examineDatabase({ engine, steps }: BackupTools, manifest: BackupManifest, image: Uint8Array, path: string): Outcome<JournalCheck> {
  const known = newestVersion(steps);
  const verdict = examineToRead(engine, image, known);
  if (verdict.kind === 'newer') return fail(problem('backup/newer', { path, found: verdict.version, known }));
  if (verdict.kind === 'damaged') return fail(backupDamage(path, 'database-damaged', verdict.reason));
  const { database } = verdict;
  try {
    const isDescribed = isSameState(stateOf(database), manifest);
    return isDescribed ? ok(verifyJournal(database)) : fail(backupDamage(path, 'database-damaged', 'another state than described'));
  } finally {
    database.close();
  }
}
