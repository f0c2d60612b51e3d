/** A journal in memory that is kept as the app keeps it, for tests of what can be read from one. */
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { WorkingFiling } from '#core/filing/edit-filing.ts';
import { changesBetween } from '#core/history/compare-filings.ts';
import { redoAction, undoAction, type JournalEntry } from '#core/history/entry.ts';
import type { Way } from '#core/history/undo.ts';
import { blank } from './arbitrary-filings.ts';

export type Appending = {
  readonly action: string;
  readonly after?: WorkingFiling;
  readonly joins?: number | null;
  readonly detail?: object;
  readonly actor?: string;
};

export function createMemoryJournal() {
  const entries: JournalEntry[] = [];
  let present = blank;
  let time = Date.parse('2026-01-12T08:30:00.000Z');

  const append = ({ action, after, joins = null, detail = {}, actor = '王芳' }: Appending): void => {
    const edit = after === undefined ? {} : { changes: changesBetween(present, after), ...(joins === null ? {} : { joins }) };
    const text = canonicalJson({ ...detail, ...edit });
    entries.push({ seq: entries.length + 1, at: new Date(time).toISOString(), actor, action, detail: JSON.parse(text) });
    present = after ?? present;
  };
  append({ action: 'filing/create' });

  return {
    append,
    present: () => present,
    newestFirst: (): readonly JournalEntry[] => entries.toReversed(),
    now: () => new Date(time).toISOString(),
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
    undo: ({ steps, after }: Way) => append({ action: undoAction, after, detail: { undoes: steps } }),
    redo: ({ steps, after }: Way) => append({ action: redoAction, after, detail: { redoes: steps } }),
  };
}

export type MemoryJournal = ReturnType<typeof createMemoryJournal>;
