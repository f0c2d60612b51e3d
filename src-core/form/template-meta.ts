/**
 * The hidden sheet of an Excel template: whose report of which year and edition it is, and where each cell of the form
 * stands. Writing and reading stand side by side, so that what was written is read back exactly.
 */
import { isCellKey, type CellKey } from './cell-key.ts';

export const templateFormat = 'nianbao.template/1';
export const templateMetaSheet = '_nianbao';

/** A place in a workbook: `表三!D6`. Sheet names of templates need no quotes. */
export type PlacedCell = { readonly address: string; readonly cell: CellKey };

export type TemplateMeta = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly reportYear: number;
  readonly edition: { readonly id: string; readonly digest: string };
  /** Every cell of the form, computed ones too. */
  readonly cells: readonly PlacedCell[];
  /** Where the unit of an amount is chosen (`元` or `万元`), by the cell of the amount. */
  readonly units: readonly PlacedCell[];
  /** Where the note of a table is written. */
  readonly notes: readonly { readonly address: string; readonly table: string }[];
};

const unitPrefix = 'unit:';
const notePrefix = 'note:';
const headLabels = ['format', 'unitCode', 'unitName', 'reportYear', 'edition', 'editionDigest'] as const;

/** Two columns of text: six lines of facts, then an address and what stands there (a cell key, `unit:KEY`, `note:TABLE`). */
export function templateMetaRows(meta: TemplateMeta): readonly (readonly [string, string])[] {
  const { unitCode, unitName, reportYear, edition } = meta;
  const facts = [templateFormat, unitCode, unitName, String(reportYear), edition.id, edition.digest];
  return [
    ...headLabels.map((label, index): [string, string] => [label, facts[index] ?? '']),
    ...meta.cells.map(({ address, cell }): [string, string] => [address, cell]),
    ...meta.units.map(({ address, cell }): [string, string] => [address, unitPrefix + cell]),
    ...meta.notes.map(({ address, table }): [string, string] => [address, notePrefix + table]),
  ];
}

/** Reads the rows of the hidden sheet; null where they are not exactly what a template of this format has. */
export function readTemplateMeta(rows: readonly (readonly string[])[]): TemplateMeta | null {
  const labels = rows.slice(0, headLabels.length).map(([label]) => label);
  const [format, unitCode, unitName, year, id, digest] = rows.slice(0, headLabels.length).map(([, fact]) => fact);
  if (headLabels.some((label, index) => labels[index] !== label) || format !== templateFormat) return null;
  if (unitCode === undefined || unitName === undefined || id === undefined || digest === undefined) return null;
  if (year === undefined || !/^2\d{3}$/u.test(year)) return null;
  const cells: PlacedCell[] = [];
  const units: PlacedCell[] = [];
  const notes: { address: string; table: string }[] = [];
  for (const [address, what] of rows.slice(headLabels.length)) {
    if (address === undefined || what === undefined || !/^[^!]+![A-Z]+[1-9]\d*$/u.test(address)) return null;
    const [amount, table] = [after(what, unitPrefix), after(what, notePrefix)];
    if (isCellKey(what)) cells.push({ address, cell: what });
    else if (amount !== null && isCellKey(amount)) units.push({ address, cell: amount });
    else if (table !== null && /^[a-zA-Z0-9]+$/u.test(table)) notes.push({ address, table });
    else return null;
  }
  return { unitCode, unitName, reportYear: Number(year), edition: { id, digest }, cells, units, notes };
}

function after(text: string, prefix: string): string | null {
  return text.startsWith(prefix) ? text.slice(prefix.length) : null;
}
