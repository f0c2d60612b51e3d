/**
 * The journal: who did what, append-only, each entry's digest covering the one before. The chain shows that an entry
 * was changed, removed or put in between; it is no signature, and whoever can write the file can write a new chain.
 */
import { canonicalJson } from '#core/lib/canonical-json.ts';
import { integerIn, textIn, textOrNullIn } from './row.ts';
import { sha256Hex } from '../signing/digest.ts';
import { wellFormed, type Reader, type Row, type Writer } from './sql-engine.ts';

/** How many entries are read at a time by who may need only the last. */
const chunk = 32;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What somebody did; `action` is a word of the use case, such as `filing/create`. */
export type Entry = { readonly actor: string; readonly action: string; readonly detail: Json };

export type JournalEntry = Entry & {
  /** 1, 2, 3 … over the whole workspace. */
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly filingId: string | null;
  /** The digest of the entry before, 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 over the canonical JSON of all the other members. */
  readonly digest: string;
};

export type JournalCheck =
  | { readonly kind: 'intact'; readonly entries: number }
  /** `seq` is the first entry that does not fit. */
  | { readonly kind: 'broken'; readonly seq: number };

const beforeTheFirst = '0'.repeat(64);
const columns = 'seq, at, actor, filing_id, action, detail, previous, digest';

export function appendEntries(writer: Writer, filingId: string | null, at: string, entries: readonly Entry[]): void {
  const [last] = writer.rows('SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1');
  let seq = last === undefined ? 0 : integerIn(last, 'seq');
  let previous = last === undefined ? beforeTheFirst : textIn(last, 'digest');
  for (const { actor, action, detail } of entries) {
    seq += 1;
    const content = { seq, at, actor: wellFormed(actor), filingId, action: wellFormed(action), detail, previous };
    const digest = digestOf(content);
    writer.run(`INSERT INTO journal (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
      seq,
      at,
      content.actor,
      filingId,
      content.action,
      canonicalJson(detail),
      previous,
      digest,
    ]);
    previous = digest;
  }
}

/** The entries about one filing, oldest first. */
export function journalOf(reader: Reader, filingId: string): readonly JournalEntry[] {
  return reader.rows(`SELECT ${columns} FROM journal WHERE filing_id = ? ORDER BY seq`, [filingId]).map(toEntry);
}

/** The same, newest first, and read only as far as they are taken. */
export function* journalBackOf(reader: Reader, filingId: string): Generator<JournalEntry, void, undefined> {
  const sql = `SELECT ${columns} FROM journal WHERE filing_id = ? AND seq < ? ORDER BY seq DESC LIMIT ${chunk}`;
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const entries = reader.rows(sql, [filingId, before]).map(toEntry);
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < chunk) return;
    before = last.seq;
  }
}

/** Follows the chain from its beginning. Entries cut off at its end are not seen: nothing after them tells. */
export function verifyJournal(reader: Reader): JournalCheck {
  let seq = 0;
  let previous = beforeTheFirst;
  for (const row of reader.rows(`SELECT ${columns} FROM journal ORDER BY seq`)) {
    seq += 1;
    if (!follows(row, seq, previous)) return { kind: 'broken', seq };
    previous = textIn(row, 'digest');
  }
  return { kind: 'intact', entries: seq };
}

function follows(row: Row, seq: number, previous: string): boolean {
  try {
    const { digest, ...content } = toEntry(row);
    return content.seq === seq && content.previous === previous && digest === digestOf(content);
  } catch {
    // A detail that is no JSON any more was changed too.
    return false;
  }
}

function digestOf(content: Omit<JournalEntry, 'digest'>): string {
  return sha256Hex(canonicalJson(content));
}

function toEntry(row: Row): JournalEntry {
  return {
    seq: integerIn(row, 'seq'),
    at: textIn(row, 'at'),
    actor: textIn(row, 'actor'),
    filingId: textOrNullIn(row, 'filing_id'),
    action: textIn(row, 'action'),
    detail: JSON.parse(textIn(row, 'detail')) as Json,
    previous: textIn(row, 'previous'),
    digest: textIn(row, 'digest'),
  };
}
