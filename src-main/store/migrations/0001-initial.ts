/** The first schema: filings with what was typed beside them, submissions, the journal, settings. */
export const initial = `
CREATE TABLE filing (
  id TEXT PRIMARY KEY NOT NULL,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  credit_code TEXT,
  unit_level TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  edition_id TEXT NOT NULL,
  status TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  updated_at TEXT NOT NULL,
  UNIQUE (unit_code, report_year)
) STRICT;

CREATE TABLE pending_text (
  filing_id TEXT NOT NULL REFERENCES filing (id),
  cell TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (filing_id, cell)
) STRICT;

CREATE TABLE submission (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  filing_id TEXT NOT NULL REFERENCES filing (id),
  revision INTEGER NOT NULL,
  bundle_digest TEXT NOT NULL,
  file_name TEXT NOT NULL,
  folder TEXT NOT NULL,
  exported_at TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX submission_by_filing ON submission (filing_id, seq);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  filing_id TEXT REFERENCES filing (id),
  action TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX journal_by_filing ON journal (filing_id, seq);

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- REPLACE would put a new entry in the place of an old one without an UPDATE.
CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;
`;
