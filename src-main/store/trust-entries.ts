/** Whom this office trusts: entries with who made them, and what ended them. Rows are only ever added. */
import { bytesIn, textIn, wordIn } from './row.ts';
import type { Reader, Row, Writer } from './sql-engine.ts';
import { trustEndings, trustKinds, type TrustEnding, type TrustKind } from '#core/bundle/trust-terms.ts';

export type TrustEntry = {
  readonly id: string;
  readonly kind: TrustKind;
  /** Whose it is, as it was registered; of a revocation list: who issued it. */
  readonly unitCode: string;
  readonly unitName: string;
  /** SHA-256 of the certificate, or of the revocation list. */
  readonly fingerprint: string;
  /** DER; null for a fingerprint alone. */
  readonly content: Uint8Array | null;
  readonly note: string;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly addedBy: string;
  readonly end: TrustEnd | null;
};

export type TrustEnd = {
  readonly kind: TrustEnding;
  /** ISO 8601: from then on signatures are not believed. */
  readonly from: string;
  readonly reason: string;
  readonly endedAt: string;
  readonly endedBy: string;
};

const columns = `entry.id, entry.kind, unit_code, unit_name, fingerprint, content, note, added_at, added_by,
  trust_end.kind AS end_kind, effective_from, reason, ended_at, ended_by`;

/** Oldest first, those that have ended too. */
export function trustEntriesOf(reader: Reader): readonly TrustEntry[] {
  return reader.rows(`SELECT ${columns} FROM trust_entry AS entry LEFT JOIN trust_end ON entry_id = entry.id ORDER BY seq`).map(toEntry);
}

export function insertTrustEntry(writer: Writer, entry: Omit<TrustEntry, 'end'>): void {
  writer.run(
    `INSERT INTO trust_entry (id, kind, unit_code, unit_name, fingerprint, content, note, added_at, added_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [entry.id, entry.kind, entry.unitCode, entry.unitName, entry.fingerprint, entry.content, entry.note, entry.addedAt, entry.addedBy],
  );
}

export function insertTrustEnd(writer: Writer, id: string, end: TrustEnd): void {
  writer.run(`INSERT INTO trust_end (entry_id, kind, effective_from, reason, ended_at, ended_by) VALUES (?, ?, ?, ?, ?, ?)`, [
    id,
    end.kind,
    end.from,
    end.reason,
    end.endedAt,
    end.endedBy,
  ]);
}

function toEntry(row: Row): TrustEntry {
  return {
    id: textIn(row, 'id'),
    kind: wordIn(row, 'kind', trustKinds),
    unitCode: textIn(row, 'unit_code'),
    unitName: textIn(row, 'unit_name'),
    fingerprint: textIn(row, 'fingerprint'),
    content: row['content'] === null ? null : bytesIn(row, 'content'),
    note: textIn(row, 'note'),
    addedAt: textIn(row, 'added_at'),
    addedBy: textIn(row, 'added_by'),
    end:
      row['end_kind'] === null
        ? null
        : {
            kind: wordIn(row, 'end_kind', trustEndings),
            from: textIn(row, 'effective_from'),
            reason: textIn(row, 'reason'),
            endedAt: textIn(row, 'ended_at'),
            endedBy: textIn(row, 'ended_by'),
          },
  };
}
