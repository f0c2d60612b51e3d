/**
 * What the next undo and the next redo of a filing would do, as a function of its journal and its present state. Only
 * what users changed is taken back: the number of the revision and the pinned rules follow the moment. Exports stay.
 */
import { problem, type Problem } from '../lib/problem.ts';
import type { WorkingFiling } from '../filing/edit-filing.ts';
import { applyChanges, revertChanges } from './apply-changes.ts';
import { isByUser, type FilingChange } from './change.ts';
import { changesBetween } from './compare-filings.ts';
import { stepsBack, stepsForward, type Barrier, type NewestFirst, type Step } from './steps.ts';

/** A way that can be gone: the steps by their ids, newest first, and the state it leads to. */
export type Way = {
  readonly kind: 'way';
  readonly steps: readonly number[];
  /** The word of the step that is told to the user. */
  readonly action: string;
  /** What the steps changed when they were made, as one change of the filing. */
  readonly changes: readonly FilingChange[];
  readonly isBeforeExport: boolean;
  readonly after: WorkingFiling;
};

/** Why there is none. */
export type NoWay =
  | { readonly kind: 'none'; readonly reason: Barrier['reason'] | 'nothing-undone' }
  /** The filing is not as the journal says. */
  | { readonly kind: 'conflict'; readonly problem: Problem };

/** Steps that change nothing in the end (typed and reverted) go along with the one before them. */
export function findUndo(entries: NewestFirst, present: WorkingFiling): Way | NoWay {
  const steps: number[] = [];
  let after = present;
  for (const each of stepsBack(entries)) {
    if (each.kind === 'barrier') return { kind: 'none', reason: each.reason };
    const reverted = revertChanges(after, each.changes.filter(isByUser));
    if (!reverted.ok) return { kind: 'conflict', problem: reverted.problem };
    after = reverted.value;
    steps.push(each.id);
    const changes = changesBetween(after, present);
    if (changes.length > 0) return wayOf(each, { steps, changes, after });
  }
  return { kind: 'none', reason: 'beginning' };
}

/** What the last undo took back, and nothing after an edit. */
export function findRedo(entries: NewestFirst, present: WorkingFiling): Way | NoWay {
  const steps = stepsForward(entries);
  if (steps === null) return { kind: 'none', reason: 'unreadable' };
  const last = steps.at(-1);
  if (last === undefined) return { kind: 'none', reason: 'nothing-undone' };
  const made = applyChanges(
    present,
    steps.toReversed().flatMap((each) => each.changes.filter(isByUser)),
  );
  if (!made.ok) return { kind: 'conflict', problem: made.problem };
  const changes = changesBetween(present, made.value);
  return wayOf(last, { steps: steps.map((each) => each.id), changes, after: made.value });
}

/** Why there is no way, as a problem: history/nothing-to-undo, history/nothing-to-redo, history/conflict { place }. */
export function problemOf(noWay: NoWay, direction: 'undo' | 'redo'): Problem {
  if (noWay.kind === 'conflict') return noWay.problem;
  return problem(direction === 'undo' ? 'history/nothing-to-undo' : 'history/nothing-to-redo', { reason: noWay.reason });
}

function wayOf({ action, isBeforeExport }: Step, rest: Pick<Way, 'steps' | 'changes' | 'after'>): Way {
  return { kind: 'way', action, isBeforeExport, ...rest };
}
