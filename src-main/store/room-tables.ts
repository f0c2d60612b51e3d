/** How rooms that keep tables of their own (trust, receipts) read and change them: with the journal, and saved. */
import type { Outcome } from '#core/lib/outcome.ts';
import type { Changed } from './change-filings.ts';
import type { Entry } from './journal.ts';
import type { Reader, Writer } from './sql-engine.ts';

/** Adds entries to the journal, of a filing or (null) of the office. */
export type Note = (filingId: string | null, ...entries: readonly Entry[]) => void;

export type RoomTables = Reader & {
  /** One transaction at a time (ISO 8601); resolves when it has been saved, or not. */
  readonly change: <T>(work: (writer: Writer, at: string, note: Note) => Outcome<T>) => Promise<Outcome<Changed<T>>>;
  readonly newId: () => string;
};
