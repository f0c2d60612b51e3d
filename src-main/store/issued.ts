/** What the small CA of this office issued: certificates, and its revocation lists. */
import { bytesIn, integerIn, textIn } from './row.ts';
import type { Reader, Writer } from './sql-engine.ts';

export type IssuedCertificate = {
  /** Hexadecimal; unique under its authority. */
  readonly serial: string;
  /** The fingerprint of the CA certificate. */
  readonly authority: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly content: Uint8Array;
  readonly issuedAt: string;
  readonly issuedBy: string;
};

/** Newest first. */
export function issuedCertificatesOf(reader: Reader): readonly IssuedCertificate[] {
  const columns = 'serial, authority, unit_code, unit_name, content, issued_at, issued_by';
  return reader.rows(`SELECT ${columns} FROM issued_certificate ORDER BY seq DESC`).map((row) => ({
    serial: textIn(row, 'serial'),
    authority: textIn(row, 'authority'),
    unitCode: textIn(row, 'unit_code'),
    unitName: textIn(row, 'unit_name'),
    content: bytesIn(row, 'content'),
    issuedAt: textIn(row, 'issued_at'),
    issuedBy: textIn(row, 'issued_by'),
  }));
}

export function insertIssuedCertificate(writer: Writer, issued: IssuedCertificate): void {
  const { serial, authority, unitCode, unitName, content, issuedAt, issuedBy } = issued;
  writer.run(
    `INSERT INTO issued_certificate (serial, authority, unit_code, unit_name, content, issued_at, issued_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [serial, authority, unitCode, unitName, content, issuedAt, issuedBy],
  );
}

export type IssuedList = {
  /** The fingerprint of the CA certificate. */
  readonly authority: string;
  readonly number: number;
  readonly content: Uint8Array;
  readonly issuedAt: string;
  readonly issuedBy: string;
};

/** The newest list of an authority, null before its first. */
export function newestListOf(reader: Reader, authority: string): IssuedList | null {
  const columns = 'authority, number, content, issued_at, issued_by';
  const [row] = reader.rows(`SELECT ${columns} FROM revocation_list WHERE authority = ? ORDER BY number DESC LIMIT 1`, [authority]);
  return row === undefined
    ? null
    : {
        authority: textIn(row, 'authority'),
        number: integerIn(row, 'number'),
        content: bytesIn(row, 'content'),
        issuedAt: textIn(row, 'issued_at'),
        issuedBy: textIn(row, 'issued_by'),
      };
}

export function insertList(writer: Writer, { authority, number, content, issuedAt, issuedBy }: IssuedList): void {
  writer.run('INSERT INTO revocation_list (authority, number, content, issued_at, issued_by) VALUES (?, ?, ?, ?, ?)', [
    authority,
    number,
    content,
    issuedAt,
    issuedBy,
  ]);
}
