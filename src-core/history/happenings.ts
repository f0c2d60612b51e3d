/** What happened to a filing, for a reader: entries that belong together as one, the newest first. */
import * as v from 'valibot';
import { cellKeySchema } from '../filing/decode-filing.ts';
import type { FilingChange } from './change.ts';
import { decodeChanges } from './decode-changes.ts';
import { roleOf, type JournalEntry } from './entry.ts';
import type { NewestFirst } from './steps.ts';

export type Happening = {
  /** The seq of the newest entry. */
  readonly seq: number;
  /** ISO 8601; of the newest entry. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly detail: unknown;
  /** In the order in which they were made; null for what changed no filing, or cannot be read. */
  readonly changes: readonly FilingChange[] | null;
  /** The step was taken back later and stands no more. */
  readonly isUndone: boolean;
};

/** One after another, as far as they are taken. */
export function* happeningsBack(entries: NewestFirst): Generator<Happening> {
  const stands = new Map<number, boolean>();
  /** The step in the making, whose first entry has not come yet. */
  let open: { readonly step: number; readonly happening: Happening } | null = null;
  for (const entry of entries) {
    const role = roleOf(entry);
    if (role.kind === 'undo' || role.kind === 'redo') {
      for (const step of role.steps) if (!stands.has(step)) stands.set(step, role.kind === 'redo');
    }
    const step = role.kind === 'edit' ? role.step : entry.seq;
    const changes = changesOf(entry);
    const happening: Happening =
      open?.step === step
        ? { ...open.happening, changes: [...(changes ?? []), ...(open.happening.changes ?? [])] }
        : { ...entry, changes, isUndone: role.kind === 'edit' && stands.get(step) === false };
    open = entry.seq === step ? null : { step, happening };
    if (open === null) yield happening;
  }
}

const withChanges = v.object({ changes: v.unknown() });
/** Versions before undo kept the cells alone, without what had been typed beside them. */
const withCells = v.object({
  cells: v.array(
    v.object({
      cell: cellKeySchema,
      from: v.nullable(v.union([v.number(), v.string()])),
      to: v.nullable(v.union([v.number(), v.string()])),
    }),
  ),
});

function changesOf({ seq, detail }: JournalEntry): readonly FilingChange[] | null {
  if (v.is(withChanges, detail)) {
    const changes = decodeChanges(detail.changes, seq);
    return changes.ok ? changes.value : null;
  }
  const cells = v.safeParse(withCells, detail);
  return cells.success ? cells.output.cells.map((each): FilingChange => ({ kind: 'cell', ...each })) : null;
}
