/** Recognises what a text is a report of, before anybody has said so: year, unit and form edition. */
import type { LoadedEdition } from '../rules/loaded-edition.ts';
import { labelKey } from './label-key.ts';
import { proseOf, splitLines, type Line } from './lines.ts';
import { locateTables } from './locate-tables.ts';
import { outlineOf } from './outline.ts';
import { yearOfPeriod } from './period.ts';
import { readTitle } from './title.ts';

export type Recognised = { readonly year: number | null; readonly unitName: string | null; readonly editionId: string | null };

/** At least this share of the column labels of every table must stand in the text. */
const leastShare = 0.5;

/** Year and unit by the title (or the stated period), the edition by the column labels that it shares with no other. */
export function recognise(text: string, editions: readonly LoadedEdition[]): Recognised {
  return recogniseLines(splitLines(text), editions);
}

export function recogniseLines(lines: readonly Line[], editions: readonly LoadedEdition[]): Recognised {
  const edition = mostLikelyEdition(lines, editions);
  const outline = edition === null ? null : locateTables(outlineOf(lines, edition.form.edition), edition.form);
  const before = outline?.before ?? lines;
  const title = readTitle(before);
  return {
    year: title?.year ?? yearOfPeriod(before.map(proseOf).join('\n')),
    unitName: title?.unitName ?? null,
    editionId: edition?.id ?? null,
  };
}

/** The share of the column labels that only this edition has which stand in the lines of a table; null where it has none of its own. */
export function shareOfColumns(
  lines: readonly Line[],
  tableId: string,
  edition: LoadedEdition,
  editions: readonly LoadedEdition[],
): number | null {
  const others = columnsOfOthers(edition, editions);
  const table = edition.form.edition.tables.find((each) => each.id === tableId);
  const own = (table?.columns ?? []).map((column) => labelKey(column.label)).filter((label) => !others.has(label));
  return own.length === 0 ? null : shareFound(keyOf(lines), own);
}

function mostLikelyEdition(lines: readonly Line[], editions: readonly LoadedEdition[]): LoadedEdition | null {
  const key = keyOf(lines);
  const shares = editions.map((edition) => {
    const others = columnsOfOthers(edition, editions);
    const own = columnKeys(edition).map((labels) => labels.filter((label) => !others.has(label)));
    const telling = own.filter((labels) => labels.length > 0);
    return telling.length === 0 ? 0 : Math.min(...telling.map((labels) => shareFound(key, labels)));
  });
  const most = Math.max(0, ...shares);
  const likely = editions.filter((_edition, index) => shares[index] === most);
  return most >= leastShare && likely.length === 1 ? (likely[0] ?? null) : null;
}

function keyOf(lines: readonly Line[]): string {
  return labelKey(lines.map((line) => line.raw).join('\n'));
}

const columnsByEdition = new WeakMap<LoadedEdition, readonly (readonly string[])[]>();

function columnsOfOthers(edition: LoadedEdition, editions: readonly LoadedEdition[]): ReadonlySet<string> {
  return new Set(editions.filter((other) => other !== edition).flatMap((other) => columnKeys(other).flat()));
}

function shareFound(key: string, labels: readonly string[]): number {
  return labels.filter((label) => key.includes(label)).length / labels.length;
}

/** The column labels of each table; editions are never changed, so that it is worked out once. */
function columnKeys(edition: LoadedEdition): readonly (readonly string[])[] {
  const keys =
    columnsByEdition.get(edition) ?? edition.form.edition.tables.map((table) => table.columns.map((column) => labelKey(column.label)));
  columnsByEdition.set(edition, keys);
  return keys;
}
