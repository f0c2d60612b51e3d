/** The steps of a filing's journal, walked from the newest back: what was done and stands, and where the way back ends. */
import { isByUser, type FilingChange } from './change.ts';
import { decodeChanges } from './decode-changes.ts';
import { exportAction, roleOf, type EntryRole, type JournalEntry } from './entry.ts';

/** What one undo takes back: one entry of the journal, or several that belong together (somebody who goes on writing). */
export type Step = {
  readonly kind: 'step';
  /** The seq of its first entry. */
  readonly id: number;
  /** The word of its entries. */
  readonly action: string;
  /** In the order in which they were made. */
  readonly changes: readonly FilingChange[];
  /** The report has been exported since. */
  readonly isBeforeExport: boolean;
};

/** Why there is no step further back. */
export type Barrier = {
  readonly kind: 'barrier';
  /** The filing begins here; an older version wrote an edit without its changes; the changes cannot be read. */
  readonly reason: 'beginning' | 'old-version' | 'unreadable';
};

/** Entries of one filing, the newest first; only as many are taken as are needed. */
export type NewestFirst = Iterable<JournalEntry>;

/** The steps that stand, newest first, and at the end the barrier. Steps that were undone are passed over. */
export function* stepsBack(entries: NewestFirst): Generator<Step | Barrier> {
  /** Whether a step stands is said by the newest entry that names it. */
  const stands = new Map<number, boolean>();
  const gather = gatherSteps();
  let isBeforeExport = false;
  const walk = entries[Symbol.iterator]();
  for (let next = walk.next(); next.done !== true; next = walk.next()) {
    const entry = next.value;
    const role = roleOf(entry);
    if (role.kind === 'fact') isBeforeExport ||= entry.action === exportAction;
    else if (role.kind === 'undo' || role.kind === 'redo') {
      for (const step of role.steps) if (!stands.has(step)) stands.set(step, role.kind === 'redo');
    } else if (role.kind === 'opaque') {
      yield { kind: 'barrier', reason: walk.next().done === true ? 'beginning' : 'old-version' };
      return;
    } else if (stands.get(role.step) ?? true) {
      const step = gather(entry, role);
      if (step === 'unreadable') {
        yield { kind: 'barrier', reason: 'unreadable' };
        return;
      }
      if (step !== null) yield { ...step, isBeforeExport };
    }
  }
  yield { kind: 'barrier', reason: 'beginning' };
}

/**
 * The steps that a redo would make again, newest first as the undo named them; none after an edit, which begins
 * another way forward. Null where their changes cannot be read.
 */
export function stepsForward(entries: NewestFirst): readonly Step[] | null {
  /** Undos that a later redo has answered; the walk meets the redo first. */
  let answered = 0;
  let wanted: readonly number[] = [];
  let isBeforeExport = false;
  const found = new Map<number, Step>();
  const gather = gatherSteps();
  for (const entry of entries) {
    const role = roleOf(entry);
    if (role.kind === 'opaque') return null;
    if (role.kind === 'fact') isBeforeExport ||= entry.action === exportAction;
    else if (role.kind === 'redo' && wanted.length === 0) answered += 1;
    else if (role.kind === 'undo' && wanted.length === 0) {
      if (answered > 0) answered -= 1;
      else wanted = role.steps;
    } else if (role.kind === 'edit') {
      if (wanted.length === 0) {
        const changes = decodeChanges(role.changes, entry.seq);
        if (!changes.ok) return null;
        if (changes.value.some(isByUser)) return [];
      }
      if (!wanted.includes(role.step)) continue;
      const step = gather(entry, role);
      if (step === 'unreadable') return null;
      if (step !== null) found.set(step.id, { ...step, isBeforeExport });
      const all = wanted.flatMap((id) => found.get(id) ?? []);
      if (all.length === wanted.length) return all;
    }
  }
  return [];
}

type Edit = Extract<EntryRole, { readonly kind: 'edit' }>;

/** Puts the entries of a step together, which come newest first; the step is there with the first of them. */
function gatherSteps(): (entry: JournalEntry, edit: Edit) => Omit<Step, 'isBeforeExport'> | 'unreadable' | null {
  let later: readonly FilingChange[] = [];
  return ({ seq, action }, { step, changes: input }) => {
    const decoded = decodeChanges(input, seq);
    if (!decoded.ok) return 'unreadable';
    const changes = [...decoded.value, ...later];
    later = seq === step ? [] : changes;
    return seq === step ? { kind: 'step', id: step, action, changes } : null;
  };
}
