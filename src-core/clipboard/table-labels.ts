/** The printed labels of a table, to recognise them in a block that was copied together with its labels. */
import type { FormTable, LayoutLine } from '../form/edition.ts';
import { spellingsOf } from '../intake/label-key.ts';
import type { BlockCell } from './block.ts';

export type TableLabels = {
  readonly isLabel: (text: string) => boolean;
  /** The number (from 0, among the lines that have value cells) of the first line from `from` on with this label, or null. */
  readonly lineOf: (text: string, from: number) => number | null;
};

export function labelsOf(table: FormTable): TableLabels {
  const keysOf = (line: LayoutLine) => line.labels.map(({ text }) => spellingsOf(text));
  const known = new Set([table.heading, ...table.columns.map((each) => each.label)].flatMap((text) => [...spellingsOf(text)]));
  for (const keys of table.layout.flatMap(keysOf)) for (const key of keys) known.add(key);
  const own = table.layout.filter((line) => line.values.length > 0).map((line) => keysOf(line).at(-1) ?? new Set<string>());
  const matches = (text: string, keys: ReadonlySet<string>) => [...spellingsOf(text)].some((key) => keys.has(key));
  return {
    isLabel: (text) => matches(text, known),
    lineOf: (text, from) => {
      const at = own.findIndex((keys, index) => index >= from && matches(text, keys));
      return at < 0 ? null : at;
    },
  };
}

/** A row without the labels at its beginning, and the last of them; null where it begins with none. */
export function takeLabels(
  row: readonly BlockCell[],
  labels: TableLabels,
): { readonly label: string | null; readonly values: readonly BlockCell[] } {
  const first = row.findIndex(({ text }) => text.trim() !== '' && !labels.isLabel(text));
  const before = first < 0 ? row : row.slice(0, first);
  const last = before.findLastIndex(({ text }) => text.trim() !== '');
  return last < 0 ? { label: null, values: row } : { label: before[last]?.text ?? null, values: row.slice(last + 1) };
}
