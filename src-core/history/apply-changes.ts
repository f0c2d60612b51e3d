/** Makes changes, or takes them back: all of them, or none where something else stands than was expected. */
import { assertNever } from '../lib/assert-never.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { fail, ok, type Outcome } from '../lib/outcome.ts';
import { problem } from '../lib/problem.ts';
import type { WorkingFiling } from '../filing/edit-filing.ts';
import { sortedByName } from '../filing/attachment.ts';
import type { Filing } from '../filing/filing.ts';
import type { Block } from '../narrative/narrative.ts';
import { invert, placeOf, type FilingChange, type Wording } from './change.ts';
import { textOfRun, withTextInRun } from './compare-prose.ts';

/** Makes the changes one after another. history/conflict { place } where one does not find what it changes. */
export function applyChanges(working: WorkingFiling, changes: readonly FilingChange[]): Outcome<WorkingFiling> {
  let state = working;
  for (const change of changes) {
    const next = applyChange(state, change);
    if (next === null) return fail(problem('history/conflict', { place: placeOf(change) }));
    state = next;
  }
  return ok(state);
}

/** Takes the changes back. history/conflict { place } where one does not find what it made. */
export function revertChanges(working: WorkingFiling, changes: readonly FilingChange[]): Outcome<WorkingFiling> {
  return applyChanges(working, invert(changes));
}

/** Null when the state has something else than the change expects. */
function applyChange(working: WorkingFiling, change: FilingChange): WorkingFiling | null {
  const { filing, pending } = working;
  const withFiling = (members: Partial<Filing> | null) => (members === null ? null : { filing: { ...filing, ...members }, pending });
  switch (change.kind) {
    case 'cell': {
      if ((filing.cells[change.cell] ?? null) !== change.from) return null;
      return withFiling({ cells: { ...filing.cells, [change.cell]: change.to } });
    }
    case 'cell-unit':
      return withFiling(member('cellUnits', replaceKey(filing.cellUnits, change.cell, change)));
    case 'cell-note':
      return withFiling(member('cellNotes', replaceKey(filing.cellNotes, change.cell, change)));
    case 'table-note':
      return withFiling(member('tableNotes', replaceKey(filing.tableNotes, change.table, change)));
    case 'section':
      return withFiling(member('narrative', replaceKey(filing.narrative, change.section, change)));
    case 'blocks':
    case 'wording': {
      const blocks = filing.narrative[change.section];
      const next = blocks === undefined ? null : change.kind === 'blocks' ? replaceRun(blocks, change) : reword(blocks, change);
      return withFiling(next === null ? null : { narrative: { ...filing.narrative, [change.section]: next } });
    }
    case 'justification': {
      const run = { at: change.at, from: listOf(change.from), to: listOf(change.to) };
      return withFiling(member('justifications', replaceRun(filing.justifications, run)));
    }
    case 'person':
      if (filing.people[change.role] !== change.from) return null;
      return withFiling({ people: { ...filing.people, [change.role]: change.to } });
    case 'attachment': {
      const present = filing.attachments.find((each) => each.name === change.name) ?? null;
      if (!isSame(present, change.from)) return null;
      const others = filing.attachments.filter((each) => each.name !== change.name);
      return withFiling({ attachments: sortedByName([...others, ...listOf(change.to)]) });
    }
    case 'title':
      return withFiling(isSame(filing.title, change.from) ? { title: change.to } : null);
    case 'unit':
      return withFiling(isSame(filing.unit, change.from) ? { unit: change.to } : null);
    case 'report-year':
      return withFiling(filing.reportYear === change.from ? { reportYear: change.to } : null);
    case 'revision':
      return withFiling(isSame(filing.revision, change.from) ? { revision: change.to } : null);
    case 'edition':
      return withFiling(isSame(filing.edition, change.from) ? { edition: change.to } : null);
    case 'pending': {
      const next = replaceKey(pending, change.cell, change);
      return next === null ? null : { filing, pending: next };
    }
    default:
      return assertNever(change);
  }
}

function member<M extends keyof Filing>(name: M, value: Filing[M] | null): Partial<Filing> | null {
  return value === null ? null : { [name]: value };
}

/** The record with another value; null stands for no such key. */
function replaceKey<K extends string, V>(
  record: Readonly<Record<K, V>>,
  key: K,
  { from, to }: { readonly from: V | null; readonly to: V | null },
): Readonly<Record<K, V>> | null {
  const present = Object.hasOwn(record, key) ? record[key] : null;
  if (!isSame(present, from)) return null;
  const next: Record<K, V> = { ...record };
  if (to === null) delete next[key];
  else next[key] = to;
  return next;
}

/** The list with the run `from`, which begins at `at`, replaced by `to`. */
function replaceRun<V>(
  list: readonly V[],
  { at, from, to }: { readonly at: number; readonly from: readonly V[]; readonly to: readonly V[] },
): readonly V[] | null {
  if (at > list.length || !isSame(list.slice(at, at + from.length), from)) return null;
  return [...list.slice(0, at), ...to, ...list.slice(at + from.length)];
}

function reword(blocks: readonly Block[], { block: number, run, at, before, after, from, to }: Wording): readonly Block[] | null {
  const block = blocks[number];
  const text = block === undefined ? null : textOfRun(block, run);
  if (block === undefined || text === null) return null;
  const known = before + from + after;
  const start = at - before.length;
  if (start < 0 || text.slice(start, start + known.length) !== known) return null;
  return blocks.with(number, withTextInRun(block, run, text.slice(0, at) + to + text.slice(at + from.length)));
}

function listOf<V>(value: V | null): readonly V[] {
  return value === null ? [] : [value];
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right);
}
