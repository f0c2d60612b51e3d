/** Which edits belong to one step: whoever writes prose is heard every second, and undoes by the passage. */
import { roleOf, type JournalEntry } from './entry.ts';
import { decodeChanges } from './decode-changes.ts';
import { placeOf } from './change.ts';
import type { NewestFirst } from './steps.ts';

/** A pause longer than this begins a new step … */
export const pauseMilliseconds = 20_000;
/** … and so does going on for longer than this without one: an undo takes back no quarter of an hour. */
export const longestMilliseconds = 120_000;

/** An edit that is about to be made. */
export type Upcoming = {
  readonly actor: string;
  readonly action: string;
  /** ISO 8601. */
  readonly at: string;
  /** The section or cell that it changes. */
  readonly place: string;
};

/** The step that an edit of prose goes on with, null when it begins one: same section, same person, no pause. */
export function stepOfProse(entries: NewestFirst, upcoming: Upcoming): number | null {
  const burst = burstBefore(entries, upcoming);
  if (burst === null) return null;
  const since = (at: string) => Date.parse(upcoming.at) - Date.parse(at);
  const pause = since(burst.last.at);
  // A clock that was set back says nothing about pauses.
  if (pause < 0 || pause > pauseMilliseconds || since(burst.first.at) > longestMilliseconds) return null;
  return burst.first.seq;
}

/** The step that typing in a cell goes on with, which has been written down once or more since the cell was entered. */
export function stepOfTyping(entries: NewestFirst, upcoming: Upcoming): number | null {
  return burstBefore(entries, upcoming)?.first.seq ?? null;
}

/** The newest step, if it is by the same person and about the same place. */
function burstBefore(entries: NewestFirst, { actor, action, place }: Upcoming): { first: JournalEntry; last: JournalEntry } | null {
  let last: JournalEntry | null = null;
  for (const entry of entries) {
    const role = roleOf(entry);
    if (role.kind !== 'edit' || entry.actor !== actor || entry.action !== action) return null;
    if (last === null && !isAbout(role.changes, entry.seq, place)) return null;
    last ??= entry;
    if (entry.seq === role.step) return { first: entry, last };
  }
  return null;
}

function isAbout(input: unknown, seq: number, place: string): boolean {
  const changes = decodeChanges(input, seq);
  return changes.ok && changes.value.some((each) => placeOf(each) === place);
}
