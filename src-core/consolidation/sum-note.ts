/** The line under a table that says that its sum is incomplete: put there, found, replaced, and taken away beside other notes. */
import type { Filing } from '../filing/filing.ts';

/** What such a line begins with, in every document: reports are Chinese. */
export const sumNoteHead = '汇总数不完整：';

/** `present` is what stands under the table, `note` that of the sum; other lines stay. Null for nothing at all. */
export function sumNoteUnder(present: string | null, note: string | null): string | null {
  const others = linesOf(present).filter((line) => !isSumNote(line));
  const lines = note === null ? others : [...others, note];
  return lines.length === 0 ? null : lines.join('\n');
}

/** What is to be said of all of a report whose tables are an incomplete sum; null for any other report. */
export function sumNoteOf({ tableNotes }: Pick<Filing, 'tableNotes'>): string | null {
  return Object.values(tableNotes).flatMap(linesOf).find(isSumNote) ?? null;
}

function linesOf(note: string | null): readonly string[] {
  return (note ?? '').split('\n').filter((line) => line !== '');
}

/** With or without the 注： that our documents print before it. */
function isSumNote(line: string): boolean {
  return line.replace(/^注[：:]/u, '').startsWith(sumNoteHead);
}
