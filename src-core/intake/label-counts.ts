/** How often the tables of a form stand in a text, told by their labels. */
import type { FormEdition, FormTable } from '../form/edition.ts';
import { labelKey } from './label-key.ts';
import type { Line } from './lines.ts';
import { tokenise } from './tokens.ts';

const mostLines = 60_000;

/** For each table of the edition that stands in the lines, how many times it does. */
export function countTables(lines: readonly Line[], edition: FormEdition): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { key } of tokenise(lines.slice(0, mostLines)).tokens) if (key !== '') found.set(key, (found.get(key) ?? 0) + 1);
  return new Map(
    ownLabels(edition).flatMap(({ id, labels }): [string, number][] => {
      // the middle one of its labels decides: labels of merged cells may be repeated, altered ones may be missing
      const times = labels.map(({ key, count }) => Math.floor((found.get(key) ?? 0) / count)).toSorted((one, other) => one - other);
      const middle = times[Math.floor(times.length / 2)] ?? 0;
      return middle === 0 ? [] : [[id, middle]];
    }),
  );
}

/** The labels that a table shares with no other, and how often each stands in it. */
type OwnLabels = { readonly id: string; readonly labels: readonly { readonly key: string; readonly count: number }[] };

const known = new WeakMap<FormEdition, readonly OwnLabels[]>();

/** Editions are never changed, so that it is worked out once. */
function ownLabels(edition: FormEdition): readonly OwnLabels[] {
  const done = known.get(edition);
  if (done !== undefined) return done;
  const labels = edition.tables.map((table): OwnLabels => {
    const elsewhere = new Set(edition.tables.filter((other) => other !== table).flatMap(labelKeys));
    const own = labelKeys(table).filter((key) => !elsewhere.has(key));
    return { id: table.id, labels: [...new Set(own)].map((key) => ({ key, count: own.filter((each) => each === key).length })) };
  });
  known.set(edition, labels);
  return labels;
}

function labelKeys(table: FormTable): readonly string[] {
  return table.layout.flatMap((line) => line.labels.filter((label) => label.colSpan === 1).map((label) => labelKey(label.text)));
}
