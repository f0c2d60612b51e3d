/** The files that units sent, in the database: what lists and states need, and the figures for a sum. */
import { deflateSync, inflateSync } from 'node:zlib';
import { receivedKinds, receivedVerdicts, standings, type ReceivedFile, type Standing } from '#core/consolidation/received-file.ts';
import { refusalSchema, type Refusal } from '#core/consolidation/refusal.ts';
import { decode, parseJson } from '#core/lib/decode.ts';
import { bytesIn, integerIn, textIn, textOrNullIn, wordIn } from './row.ts';
import type { Reader, Row, Writer } from './sql-engine.ts';

/** A file to be recorded; `source` is the text of `keepSource`, null for one that was refused. */
export type NewReceivedFile = ReceivedFile & { readonly source: string | null };

const columns =
  'digest, size, file_name, kind, report_year, unit_code, unit_name, revision, received_at, verdict, refusal, errors, not_understood, standing';

/** In the order in which they came. */
export function listReceived(reader: Reader, year: number): readonly ReceivedFile[] {
  return reader.rows(`SELECT ${columns} FROM received_file WHERE report_year = ? ORDER BY seq`, [year]).map(toReceived);
}

export function findReceived(reader: Reader, digest: string): ReceivedFile | null {
  const [row] = reader.rows(`SELECT ${columns} FROM received_file WHERE digest = ?`, [digest]);
  return row === undefined ? null : toReceived(row);
}

/** The years that files came for, the newest first. */
export function receivedYears(reader: Reader): readonly number[] {
  const rows = reader.rows('SELECT DISTINCT report_year FROM received_file ORDER BY report_year DESC');
  return rows.map((row) => integerIn(row, 'report_year'));
}

/** Digests of the files that were read and need not be read again; those that were refused may fare better next time. */
export function readDigests(reader: Reader): readonly string[] {
  return reader
    .rows("SELECT digest FROM received_file WHERE source IS NOT NULL AND standing <> 'removed'")
    .map((row) => textIn(row, 'digest'));
}

/** The text of `keepSource`, null for a file that was refused or that is not on record. */
export function keptSource(reader: Reader, digest: string): string | null {
  const [row] = reader.rows('SELECT source FROM received_file WHERE digest = ? AND source IS NOT NULL', [digest]);
  return row === undefined ? null : inflateSync(bytesIn(row, 'source')).toString('utf8');
}

/** One that is on record already is put in the place of what was known of it; its place in the order stays. */
export function recordReceived(writer: Writer, file: NewReceivedFile): void {
  const { digest, size, fileName, kind, reportYear, unitCode, unitName, revision, receivedAt, verdict, refusal, errors } = file;
  const names = [...columns.split(', '), 'source'];
  const changes = names.filter((name) => name !== 'digest').map((name) => `${name} = excluded.${name}`);
  writer.run(
    `INSERT INTO received_file (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (digest) DO UPDATE SET ${changes.join(', ')}`,
    [
      ...[digest, size, fileName, kind, reportYear, unitCode, unitName, revision, receivedAt, verdict],
      refusal === null ? null : JSON.stringify(refusal),
      errors,
      file.notUnderstood,
      file.standing,
      file.source === null ? null : deflateSync(file.source),
    ],
  );
}

export function setStanding(writer: Writer, digest: string, standing: Standing): void {
  writer.run('UPDATE received_file SET standing = ? WHERE digest = ?', [standing, digest]);
}

function toReceived(row: Row): ReceivedFile {
  const refusal = textOrNullIn(row, 'refusal');
  return {
    digest: textIn(row, 'digest'),
    size: integerIn(row, 'size'),
    fileName: textIn(row, 'file_name'),
    kind: wordIn(row, 'kind', receivedKinds),
    reportYear: integerIn(row, 'report_year'),
    unitCode: textOrNullIn(row, 'unit_code'),
    unitName: textOrNullIn(row, 'unit_name'),
    revision: row['revision'] === null ? null : integerIn(row, 'revision'),
    receivedAt: textIn(row, 'received_at'),
    verdict: wordIn(row, 'verdict', receivedVerdicts),
    refusal: refusal === null ? null : toRefusal(refusal),
    errors: integerIn(row, 'errors'),
    notUnderstood: integerIn(row, 'not_understood'),
    standing: wordIn(row, 'standing', standings),
  };
}

function toRefusal(text: string): Refusal {
  const json = parseJson(text);
  const refusal = json.ok ? decode(refusalSchema, json.value, 'file/not-json') : json;
  if (!refusal.ok) throw new Error(`a refusal is not as it was kept: ${text}`);
  return refusal.value;
}
