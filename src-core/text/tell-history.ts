/** The lines of a report's history, and of one cell's. */
import type { Bilingual } from '../lib/bilingual.ts';
import type { CellKey } from '../form/cell-key.ts';
import type { Form } from '../form/form.ts';
import type { FilingChange } from '../history/change.ts';
import { happeningsBack } from '../history/happenings.ts';
import type { NewestFirst } from '../history/steps.ts';
import { describeCellChanges, describeChanges, type ChangeLine } from './describe-changes.ts';
import { describeAction } from './describe-history.ts';

export type HistoryLine = {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly what: Bilingual;
  readonly changes: readonly ChangeLine[];
  readonly isUndone: boolean;
};

export type History = {
  /** The newest first. */
  readonly lines: readonly HistoryLine[];
  /** False when there are older ones. */
  readonly isWhole: boolean;
};

export type HistoryOrder = {
  /** Only what concerns this cell; null for the whole report. Exports and the beginning concern every cell. */
  readonly cell: CellKey | null;
  /** How many lines at most. */
  readonly most: number;
};

/** Edits that changed nothing (a value entered again) are no history. */
export function tellHistory(form: Form, entries: NewestFirst, { cell, most }: HistoryOrder): History {
  const describe = (changes: readonly FilingChange[]) =>
    cell === null ? describeChanges(form, changes) : describeCellChanges(form, changes, cell);
  const lines: HistoryLine[] = [];
  for (const happening of happeningsBack(entries)) {
    const changes = happening.changes === null ? [] : describe(happening.changes);
    if (changes.length === 0 && happening.changes !== null) continue;
    if (lines.length === most) return { lines, isWhole: false };
    const { seq, at, actor, isUndone } = happening;
    lines.push({ seq, at, actor, what: describeAction(happening), changes, isUndone });
  }
  return { lines, isWhole: true };
}
