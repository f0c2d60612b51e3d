/** What the bytes of a workspace file are worth, before anything is believed of them or written over them. */
import { applicationId, readImageHeader } from './image-header.ts';
import { firstSealedVersion, unsealImage } from './image-seal.ts';
import { textIn } from './row.ts';
import type { Database, ReadDatabase, Reader, SqlEngine } from './sql-engine.ts';

export type ImageVerdict<D extends ReadDatabase = Database> =
  /** The caller owns the opened database and closes it. */
  | { readonly kind: 'good'; readonly version: number; readonly database: D }
  /** Written by a newer app; SQLite has not seen it. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged'; readonly reason: string };

/** No app will ever be this many versions ahead: such a number is a broken byte, not a newer app. */
const implausibleLead = 1_000_000;

/** Judges a file by its seal, its header, SQLite's integrity check and its references; `known` is the newest version here. */
export function examineImage(engine: SqlEngine, bytes: Uint8Array, known: number): ImageVerdict {
  return examine(engine.open, bytes, known);
}

/** The same, for reading alone: within the memory of `bytes`, which must stay as they are. */
export function examineToRead(engine: SqlEngine, bytes: Uint8Array, known: number): ImageVerdict<ReadDatabase> {
  return examine(engine.openToRead, bytes, known);
}

function examine<D extends ReadDatabase>(open: (image: Uint8Array) => D, bytes: Uint8Array, known: number): ImageVerdict<D> {
  const unsealed = unsealImage(bytes);
  if (unsealed.kind === 'broken') return { kind: 'damaged', reason: 'the digest differs' };
  const image = unsealed.kind === 'sealed' ? unsealed.image : bytes;
  const header = readImageHeader(image);
  if (header === null) return { kind: 'damaged', reason: 'the file is empty, cut off or no database' };
  if (header.applicationId !== applicationId) return { kind: 'damaged', reason: 'the database is no workspace' };
  const version = header.userVersion;
  if (version === 0 || version > known + implausibleLead) return { kind: 'damaged', reason: `the version is ${version}` };
  if (version > known) return { kind: 'newer', version };
  if (unsealed.kind === 'no seal' && version >= firstSealedVersion) return { kind: 'damaged', reason: 'the digest is missing' };
  let database: D | null = null;
  try {
    database = open(image);
    const fault = firstFault(database);
    if (fault === null) return { kind: 'good', version, database };
    database.close();
    return { kind: 'damaged', reason: fault };
  } catch (error) {
    database?.close();
    return { kind: 'damaged', reason: error instanceof Error ? error.message : String(error) };
  }
}

function firstFault(database: Reader): string | null {
  const [finding] = database.rows('PRAGMA integrity_check(1)');
  if (finding === undefined) return 'the integrity check says nothing';
  const words = textIn(finding, 'integrity_check');
  if (words !== 'ok') return words;
  const [orphan] = database.rows('PRAGMA foreign_key_check');
  return orphan === undefined ? null : `a row of ${textIn(orphan, 'table')} refers to nothing`;
}
