/** What the child says, one line each: that it opens, that it has opened, and every edit that was acknowledged. */
import { writeSync } from 'node:fs';
import type { Filing } from '#core/filing/filing.ts';
import type { JournalHead } from '#core/workspace/last-save.ts';

/** A value that only ever grows in the filing where nothing is undone: the number of its newest edit. */
export type Counted = { readonly place: string; readonly number: number };

export type Line =
  | { readonly kind: 'opening' }
  | { readonly kind: 'opened' }
  /** `head` is the journal right after the edit was made; it was said after the edit's promise resolved with `saved`. */
  | { readonly kind: 'saved'; readonly head: JournalHead; readonly counted: Counted | null };

/** Written by the system before this returns: a kill afterwards cannot take it back. */
export function sayLine(line: Line): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let offset = 0; offset < bytes.length;) offset += writeSync(1, bytes, offset);
}

/** The lines of a killed child; the last may be cut off. */
export function readLines(text: string): readonly Line[] {
  const end = text.lastIndexOf('\n') + 1;
  return text
    .slice(0, end)
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => JSON.parse(each) as Line);
}

/** The numbers of all places of the counted filing. */
export function countersOf(filing: Filing): ReadonlyMap<string, number> {
  const counters = new Map<string, number>();
  for (const [cell, value] of Object.entries(filing.cells)) if (value !== null) counters.set(cell, Number(value));
  for (const [section, blocks] of Object.entries(filing.narrative)) counters.set(section, numberIn(JSON.stringify(blocks)));
  for (const { rule, text } of filing.justifications) counters.set(rule, numberIn(text));
  // The size of an attachment is its number: see `edits.ts`.
  for (const { name, size } of filing.attachments) counters.set(name, size);
  return counters;
}

function numberIn(text: string): number {
  return Number(/第(\d+)稿/u.exec(text)?.[1] ?? Number.NaN);
}
