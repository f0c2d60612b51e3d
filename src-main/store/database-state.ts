/** Which state of the workspace a database holds. */
import type { JournalHead } from '#core/workspace/last-save.ts';
import { versionOf } from './migrate.ts';
import { integerIn, textIn } from './row.ts';
import type { Reader } from './sql-engine.ts';

export type DatabaseState = {
  /** The version of the schema. */
  readonly schemaVersion: number;
  /** How many filings there are. */
  readonly filings: number;
  readonly journal: JournalHead;
};

export function stateOf(reader: Reader): DatabaseState {
  return { schemaVersion: versionOf(reader), filings: countFilings(reader), journal: journalHead(reader) };
}

export function isSameState(left: DatabaseState, right: DatabaseState): boolean {
  return left.schemaVersion === right.schemaVersion && left.filings === right.filings && isSameHead(left.journal, right.journal);
}

/** 64 zeros stand for the digest of the last entry when there is none. */
export function journalHead(reader: Reader): JournalHead {
  const [last] = reader.rows('SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1');
  return last === undefined ? { entries: 0, last: '0'.repeat(64) } : { entries: integerIn(last, 'seq'), last: textIn(last, 'digest') };
}

export function isSameHead(left: JournalHead, right: JournalHead): boolean {
  return left.entries === right.entries && left.last === right.last;
}

function countFilings(reader: Reader): number {
  const [row] = reader.rows('SELECT count(*) AS filings FROM filing');
  if (row === undefined) throw new Error('SQLite counts nothing');
  return integerIn(row, 'filings');
}
