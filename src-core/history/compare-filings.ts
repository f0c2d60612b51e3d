/** The difference between two states of a filing as a list of changes: nothing that differs is left out. */
import { canonicalJson } from '../lib/canonical-json.ts';
import type { WorkingFiling } from '../filing/edit-filing.ts';
import type { Attachment } from '../filing/attachment.ts';
import type { Filing, People } from '../filing/filing.ts';
import type { Justification } from '../filing/justification.ts';
import type { FilingChange, Role } from './change.ts';
import { compareSection } from './compare-prose.ts';

export const roles = ['preparer', 'reviewer', 'signatory', 'phone'] as const satisfies readonly Role[];

type Compare<T> = (from: T, to: T) => readonly FilingChange[];

/** Every member of a filing has its comparison: one that is added later does not compile without. */
const comparisons: { readonly [M in keyof Filing]: Compare<Filing[M]> } = {
  format: () => [],
  unit: (from, to) => (isSame(from, to) ? [] : [{ kind: 'unit', from, to }]),
  reportYear: (from, to) => (from === to ? [] : [{ kind: 'report-year', from, to }]),
  edition: (from, to) => (isSame(from, to) ? [] : [{ kind: 'edition', from, to }]),
  title: (from, to) => (from === to ? [] : [{ kind: 'title', from, to }]),
  cells: (from, to) => compareKeys(from, to, (cell, left, right) => ({ kind: 'cell', cell, from: left, to: right })),
  cellUnits: (from, to) => compareKeys(from, to, (cell, left, right) => ({ kind: 'cell-unit', cell, from: left, to: right })),
  tableNotes: (from, to) => compareKeys(from, to, (table, left, right) => ({ kind: 'table-note', table, from: left, to: right })),
  cellNotes: (from, to) => compareKeys(from, to, (cell, left, right) => ({ kind: 'cell-note', cell, from: left, to: right })),
  narrative: (from, to) => keysOf(from, to).flatMap((each) => compareSection(each, from[each] ?? null, to[each] ?? null)),
  justifications: compareJustifications,
  people: comparePeople,
  attachments: compareAttachments,
  revision: (from, to) => (isSame(from, to) ? [] : [{ kind: 'revision', from, to }]),
};

/**
 * The changes that lead from one state to another: `applyChanges(before, changes)` is `after`. Cells are compared as
 * they are written (`3.0` is not `3`); both states name the same cells, as every decoded filing names all of them.
 */
export function changesBetween(before: WorkingFiling, after: WorkingFiling): readonly FilingChange[] {
  const members = Object.keys(comparisons) as (keyof Filing)[];
  const pending = compareKeys(before.pending, after.pending, (cell, from, to): FilingChange => ({ kind: 'pending', cell, from, to }));
  return [...members.flatMap((each) => compareMember(each, before.filing, after.filing)), ...pending];
}

function compareMember<M extends keyof Filing>(member: M, from: Pick<Filing, M>, to: Pick<Filing, M>): readonly FilingChange[] {
  return comparisons[member](from[member], to[member]);
}

function compareKeys<K extends string, V extends string | number | null>(
  from: Readonly<Record<K, V>>,
  to: Readonly<Record<K, V>>,
  change: (key: K, from: V | null, to: V | null) => FilingChange,
): readonly FilingChange[] {
  const valueOf = (record: Readonly<Record<K, V>>, key: K): V | null => (Object.hasOwn(record, key) ? record[key] : null);
  return keysOf(from, to)
    .filter((key) => valueOf(from, key) !== valueOf(to, key))
    .map((key) => change(key, valueOf(from, key), valueOf(to, key)));
}

function keysOf<K extends string>(from: Readonly<Record<K, unknown>>, to: Readonly<Record<K, unknown>>): readonly K[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)] as K[])];
}

/** First those that went, from the last to the first, then those that came, so that each number is right when its turn comes. */
function compareJustifications(from: readonly Justification[], to: readonly Justification[]): readonly FilingChange[] {
  const kept = new Set<number>();
  const came: FilingChange[] = [];
  let next = 0;
  for (const [at, each] of to.entries()) {
    const found = from.findIndex((other, index) => index >= next && isSame(other, each));
    if (found < 0) came.push({ kind: 'justification', at, from: null, to: each });
    else {
      kept.add(found);
      next = found + 1;
    }
  }
  const went = from.map((each, at): FilingChange => ({ kind: 'justification', at, from: each, to: null }));
  return [...went.filter((_each, at) => !kept.has(at)).toReversed(), ...came];
}

function comparePeople(from: People, to: People): readonly FilingChange[] {
  return roles.filter((role) => from[role] !== to[role]).map((role) => ({ kind: 'person', role, from: from[role], to: to[role] }));
}

function compareAttachments(from: readonly Attachment[], to: readonly Attachment[]): readonly FilingChange[] {
  const named = (files: readonly Attachment[], name: string) => files.find((each) => each.name === name) ?? null;
  return [...new Set([...from, ...to].map(({ name }) => name))].flatMap((name): readonly FilingChange[] => {
    const [before, after] = [named(from, name), named(to, name)];
    return isSame(before, after) ? [] : [{ kind: 'attachment', name, from: before, to: after }];
  });
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right);
}
