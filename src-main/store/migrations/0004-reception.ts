/**
 * Subordinate units: who is expected in a year, and which files came. Their bytes stand in `received/`, by digest; here is
 * what lists, states and sums need of them. Who has no subordinates has two empty tables.
 */
export const reception = `
CREATE TABLE roster_unit (
  report_year INTEGER NOT NULL,
  -- In the order of the roster.
  place INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  parent TEXT,
  credit_code TEXT,
  contact TEXT,
  phone TEXT,
  excluded TEXT,
  predecessors TEXT NOT NULL CHECK (json_valid(predecessors)),
  fingerprint TEXT,
  first_year INTEGER,
  last_year INTEGER,
  PRIMARY KEY (report_year, code)
) STRICT;

CREATE TABLE received_file (
  seq INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  unit_code TEXT,
  unit_name TEXT,
  revision INTEGER,
  received_at TEXT NOT NULL,
  verdict TEXT NOT NULL,
  refusal TEXT CHECK (refusal IS NULL OR json_valid(refusal)),
  errors INTEGER NOT NULL,
  not_understood INTEGER NOT NULL,
  source BLOB,
  standing TEXT NOT NULL,
  CHECK ((source IS NULL) <> (refusal IS NULL))
) STRICT;
CREATE INDEX received_file_by_year ON received_file (report_year, seq);
`;
