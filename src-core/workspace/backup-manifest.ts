/** What a backup file says of itself (`backup.json`, format nianbao.backup/1), and what may be inside. */
import * as v from 'valibot';
import { decode, parseJson } from '../lib/decode.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem, type Problem } from '../lib/problem.ts';
import { backupReasons, type BackupReason } from './backup-reason.ts';

export const backupFormat = 'nianbao.backup/1';
/** With received files inside, which older apps would take for damage. */
export const backupFormatWithReceived = 'nianbao.backup/2';
export const backupExtension = '.nianbao-backup';
export const manifestName = 'backup.json';
export const databaseName = 'nianbao.sqlite';
const attachmentFolder = 'attachments/';
const receivedFolder = 'received/';

export type BackupEntry = {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
};

export type BackupManifest = {
  readonly format: typeof backupFormat | typeof backupFormatWithReceived;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly reason: BackupReason;
  readonly appVersion: string;
  /** The version of the database's schema. */
  readonly schemaVersion: number;
  /** How many filings are inside. */
  readonly filings: number;
  /** The entries of the journal, and the digest of the last (64 zeros when there is none): which state this is. */
  readonly journal: { readonly entries: number; readonly last: string };
  /** Every entry of the file but this one, in the order of the file: the database first. */
  readonly entries: readonly BackupEntry[];
  /** Digests of attachments and received files that were missing or damaged in the workspace when the backup was made. */
  readonly absent: readonly string[];
};

/** How a backup can be damaged; each word has its own in text/problems/backups.ts. */
export const backupDamages = [
  'file-empty',
  'file-zeros',
  'file-cut-off',
  'bytes-changed',
  'description-damaged',
  'database-damaged',
  'attachment-damaged',
] as const;
export type BackupDamage = (typeof backupDamages)[number];

/** The problem backup/damaged; `place` says where, for whoever looks into it. */
export function backupDamage(path: string, reason: BackupDamage, place = ''): Problem {
  return problem('backup/damaged', { path, reason, place });
}

/** The name of an attachment inside a backup. */
export function attachmentName(sha256: string): string {
  return `${attachmentFolder}${sha256}`;
}

/** The digest of an attachment by its name inside a backup, null for another entry. */
export function attachmentDigest(name: string): string | null {
  return name.startsWith(attachmentFolder) ? name.slice(attachmentFolder.length) : null;
}

/** The name of a received file inside a backup. */
export function receivedName(sha256: string): string {
  return `${receivedFolder}${sha256}`;
}

/** The digest of a received file by its name inside a backup, null for another entry. */
export function receivedDigest(name: string): string | null {
  return name.startsWith(receivedFolder) ? name.slice(receivedFolder.length) : null;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'a SHA-256 digest in 64 hexadecimal digits'));
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/u, 'a time such as 2026-01-12T08:30:00Z'));
const name = v.pipe(
  v.string(),
  v.regex(/^(nianbao\.sqlite|(?:attachments|received)\/[0-9a-f]{64})$/u, 'nianbao.sqlite, attachments/<digest> or received/<digest>'),
);

const manifestSchema = v.strictObject({
  format: v.picklist([backupFormat, backupFormatWithReceived]),
  madeAt: moment,
  reason: v.picklist(backupReasons),
  appVersion: v.pipe(v.string(), v.maxLength(100)),
  schemaVersion: v.pipe(count, v.minValue(1)),
  filings: count,
  journal: v.strictObject({ entries: count, last: sha256 }),
  entries: v.array(v.strictObject({ name, size: count, sha256 })),
  absent: v.array(sha256),
});

/**
 * Decodes the text of `backup.json`; `path` names the backup in problems: backup/newer { path, found, known } for a
 * format of the future, backup/damaged { path, reason: description-damaged, place } for what describes no backup.
 */
export function decodeManifest(text: string, path: string): Outcome<BackupManifest> {
  const parsed = parseJson(text);
  if (!parsed.ok) return fail(backupDamage(path, 'description-damaged', String(parsed.problem.details['reason'])));
  const format = formatOf(parsed.value);
  const isKnown = format === backupFormat || format === backupFormatWithReceived;
  if (format !== null && !isKnown && format.startsWith('nianbao.backup/')) {
    return fail(problem('backup/newer', { path, found: format, known: backupFormatWithReceived }));
  }
  const decoded = decode(manifestSchema, parsed.value, 'backup/damaged', { path });
  if (!decoded.ok) {
    const { place, expected, received } = decoded.problem.details;
    return fail(backupDamage(path, 'description-damaged', `${String(place)}: ${String(expected)}, ${String(received)}`));
  }
  const fault = faultOf(decoded.value.entries);
  return fault === null ? ok(decoded.value) : fail(backupDamage(path, 'description-damaged', fault));
}

function formatOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  return typeof value.format === 'string' ? value.format : null;
}

/** One database, first; each attachment and received file once, under its own digest. */
function faultOf(entries: readonly BackupEntry[]): string | null {
  const [database, ...others] = entries;
  if (database?.name !== databaseName) return `${databaseName} is not the first entry`;
  const names = new Set(entries.map((each) => each.name));
  if (names.size !== entries.length) return 'an entry is named twice';
  const misnamed = others.find(({ name, sha256 }) => (attachmentDigest(name) ?? receivedDigest(name)) !== sha256);
  return misnamed === undefined ? null : `${misnamed.name} has another digest`;
}
