/** Recognises what a text is a report of, before anybody has said so: year, unit and form edition. */
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { labelKey } from './label-key.ts';
import { proseOf, splitLines } from './lines.ts';
import { outlineOf } from './outline.ts';
import { yearOfPeriod } from './period.ts';
import { readTitle } from './title.ts';

export type Recognised = { readonly year: number | null; readonly unitName: string | null; readonly editionId: string | null };

/** At least this share of the column labels of every table must stand in the text. */
const leastShare = 0.5;

/** Year and unit by the title (or the stated period), the edition by the column labels that it shares with no other. */
export function recognise(text: string, editions: readonly LoadedEdition[]): Recognised {
  const lines = splitLines(text);
  const edition = mostLikelyEdition(text, editions);
  const outline = edition === null ? null : outlineOf(lines, edition.form.edition);
  const before = outline?.before ?? lines;
  const title = readTitle(before);
  return {
    year: title?.year ?? yearOfPeriod(before.map(proseOf).join('\n')),
    unitName: title?.unitName ?? null,
    editionId: edition?.id ?? null,
  };
}

function mostLikelyEdition(text: string, editions: readonly LoadedEdition[]): LoadedEdition | null {
  const key = labelKey(text);
  const shares = editions.map((edition) => {
    const others = new Set(editions.filter((other) => other !== edition).flatMap((other) => columnKeys(other).flat()));
    const own = columnKeys(edition).map((labels) => labels.filter((label) => !others.has(label)));
    const telling = own.filter((labels) => labels.length > 0);
    return telling.length === 0 ? 0 : Math.min(...telling.map((labels) => shareFound(key, labels)));
  });
  const most = Math.max(0, ...shares);
  const likely = editions.filter((_edition, index) => shares[index] === most);
  return most >= leastShare && likely.length === 1 ? (likely[0] ?? null) : null;
}

function shareFound(key: string, labels: readonly string[]): number {
  return labels.filter((label) => key.includes(label)).length / labels.length;
}

/** The column labels of each table. */
function columnKeys(edition: LoadedEdition): readonly (readonly string[])[] {
  return edition.form.edition.tables.map((table) => table.columns.map((column) => labelKey(column.label)));
}
