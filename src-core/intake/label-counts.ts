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
    edition.tables.flatMap((table): [string, number][] => {
      const times = timesOf(table, edition, found);
      return times === 0 ? [] : [[table.id, times]];
    }),
  );
}

/** The middle one of its labels decides: labels of merged cells may be repeated, altered ones may be missing. */
function timesOf(table: FormTable, edition: FormEdition, found: ReadonlyMap<string, number>): number {
  const elsewhere = new Set(edition.tables.filter((other) => other !== table).flatMap(labelKeys));
  const own = labelKeys(table).filter((key) => !elsewhere.has(key));
  const times = [...new Set(own)].map((key) => Math.floor((found.get(key) ?? 0) / own.filter((each) => each === key).length));
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

function labelKeys(table: FormTable): readonly string[] {
  return table.layout.flatMap((line) => line.labels.filter((label) => label.colSpan === 1).map((label) => labelKey(label.text)));
}
