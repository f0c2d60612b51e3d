/**
 * Whom this office trusts, what it issued, how it answered bundles, and the receipts for its own. Rows are only ever
 * added: what ends an entry is a row of its own.
 */
export const trust = `
CREATE TABLE trust_entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  content BLOB,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL
) STRICT;

CREATE TABLE trust_end (
  entry_id TEXT PRIMARY KEY NOT NULL REFERENCES trust_entry (id),
  kind TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  reason TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  ended_by TEXT NOT NULL
) STRICT;

CREATE TABLE issued_certificate (
  seq INTEGER PRIMARY KEY,
  serial TEXT NOT NULL,
  authority TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  content BLOB NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  UNIQUE (authority, serial)
) STRICT;

CREATE TABLE revocation_list (
  seq INTEGER PRIMARY KEY,
  authority TEXT NOT NULL,
  number INTEGER NOT NULL,
  content BLOB NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  UNIQUE (authority, number)
) STRICT;

CREATE TABLE answer (
  seq INTEGER PRIMARY KEY,
  bundle_digest TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  receipt TEXT NOT NULL,
  receipt_digest TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  content BLOB NOT NULL,
  answered_at TEXT NOT NULL
) STRICT;
CREATE INDEX answer_by_bundle ON answer (bundle_digest, seq);

CREATE TABLE receipt (
  seq INTEGER PRIMARY KEY,
  receipt_digest TEXT NOT NULL UNIQUE,
  bundle_digest TEXT NOT NULL,
  filing_id TEXT NOT NULL REFERENCES filing (id),
  file_name TEXT NOT NULL,
  content BLOB NOT NULL,
  taken_at TEXT NOT NULL
) STRICT;
CREATE INDEX receipt_by_filing ON receipt (filing_id, seq);
`;
