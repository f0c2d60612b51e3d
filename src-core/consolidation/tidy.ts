/** Figures as tidy rows, one value each, for programs that analyse more than one report (DuckDB, PostgreSQL, Spark). */
import type { Filing, ReportingUnit } from '../filing/filing.ts';
import { valueAt } from '../form/edit-cells.ts';
import { levelNames } from '../form/unit-level.ts';
import type { Form } from '../form/form.ts';

export const tidyColumns = [
  'unit',
  'unit_name',
  'level',
  'level_name',
  'year',
  'edition',
  'table',
  'row',
  'column',
  'row_label',
  'column_label',
  'value',
  'amount_unit',
  'revision',
  'source_digest',
] as const;
export type TidyColumn = (typeof tidyColumns)[number];

/** Texts and whole numbers as they are; `value` is an exact decimal as text, null for blank. */
export type TidyRow = Readonly<Record<TidyColumn, string | number | null>>;

/** What of a report becomes rows. */
export type TidyReport = Pick<Filing, 'reportYear' | 'cells' | 'cellUnits'> & {
  readonly unit: Pick<ReportingUnit, 'code' | 'name' | 'level'>;
  readonly edition: Pick<Filing['edition'], 'id'>;
  readonly revision: Pick<Filing['revision'], 'number'>;
};

/** One row for every cell of the form, blank ones too, in the form's order. `sourceDigest` is that of the file. */
export function tidyRows(filing: TidyReport, form: Form, sourceDigest: string): readonly TidyRow[] {
  return form.cells.map(({ key, table, row, column }) => {
    const value = valueAt(filing.cells, key);
    return {
      unit: filing.unit.code,
      unit_name: filing.unit.name,
      level: filing.unit.level,
      level_name: levelNames[filing.unit.level],
      year: filing.reportYear,
      edition: filing.edition.id,
      table: table.id,
      row: row.id,
      column: column.id,
      row_label: row.path.join('｜'),
      column_label: column.label,
      value: value === null ? null : String(value),
      amount_unit: column.value === 'amount' ? (column.unit ?? filing.cellUnits[key] ?? null) : null,
      revision: filing.revision.number,
      source_digest: sourceDigest,
    };
  });
}

/** A line of CSV (RFC 4180) without its end; a blank is an empty field. */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return fields.map((field) => (field === null ? '' : quoted(String(field)))).join(',');
}

function quoted(field: string): string {
  return /[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
