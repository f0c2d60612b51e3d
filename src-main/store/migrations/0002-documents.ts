/**
 * Documents move into a table of their own, deflated, each named by the digest of its text: a document is read only
 * when it is asked for, a bit that flips in it is noticed, and what was submitted and not changed since is kept once.
 */
export const documents = `
CREATE TABLE document (
  digest TEXT PRIMARY KEY NOT NULL,
  deflated BLOB NOT NULL
) STRICT;

INSERT INTO document
SELECT document_digest(document), document_deflate(document) FROM (SELECT document FROM filing UNION SELECT document FROM submission);

CREATE TABLE filing_with_digest (
  id TEXT PRIMARY KEY NOT NULL,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  credit_code TEXT,
  unit_level TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  edition_id TEXT NOT NULL,
  status TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document (digest),
  updated_at TEXT NOT NULL,
  UNIQUE (unit_code, report_year)
) STRICT;

INSERT INTO filing_with_digest
SELECT id, unit_code, unit_name, credit_code, unit_level, report_year, edition_id, status, document_digest(document), updated_at
FROM filing ORDER BY rowid;

DROP TABLE filing;
ALTER TABLE filing_with_digest RENAME TO filing;
CREATE INDEX filing_by_document ON filing (document);

CREATE TABLE submission_with_digest (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  filing_id TEXT NOT NULL REFERENCES filing (id),
  revision INTEGER NOT NULL,
  bundle_digest TEXT NOT NULL,
  file_name TEXT NOT NULL,
  folder TEXT NOT NULL,
  exported_at TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document (digest)
) STRICT;

INSERT INTO submission_with_digest
SELECT seq, id, filing_id, revision, bundle_digest, file_name, folder, exported_at, document_digest(document)
FROM submission ORDER BY seq;

DROP TABLE submission;
ALTER TABLE submission_with_digest RENAME TO submission;
CREATE INDEX submission_by_filing ON submission (filing_id, seq);
CREATE INDEX submission_by_document ON submission (document);
`;
