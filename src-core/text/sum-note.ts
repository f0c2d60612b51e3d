/** The line under a table that says that its sum is incomplete: put there, replaced, and taken away beside other notes. */
import { consolidationWords } from './consolidation.ts';

/** What a note of ours begins with; `noteHead` is a template. */
const head = consolidationWords.noteHead.zh.split('{')[0] ?? '';

/** `present` is what stands under the table, `note` that of the sum; other lines stay. Null for nothing at all. */
export function sumNoteUnder(present: string | null, note: string | null): string | null {
  const others = (present ?? '').split('\n').filter((line) => line !== '' && !line.startsWith(head));
  const lines = note === null ? others : [...others, note];
  return lines.length === 0 ? null : lines.join('\n');
}
