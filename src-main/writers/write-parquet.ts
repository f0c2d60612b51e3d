/** Writes tidy rows as a Parquet file: columns of text and whole numbers, compressed, in groups of rows. */
import { ByteWriter, ParquetWriter, schemaFromColumnData, type ColumnSource } from 'hyparquet-writer';
import { tidyColumns, type TidyColumn, type TidyRow } from '#core/consolidation/tidy.ts';

const rowsInGroup = 100_000;
const wholeNumbers: readonly TidyColumn[] = ['year', 'revision'];
const neverBlank: readonly TidyColumn[] = [
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
  'revision',
  'source_digest',
];

/** `value` is text, because an exact decimal of the form does not fit every reader's numbers; cast it to DECIMAL(24, 6). */
export function writeParquet(rows: Iterable<TidyRow>): Uint8Array {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: columnsOf([]) }), createdBy: 'nianbao' });
  let group: TidyRow[] = [];
  const flush = () => {
    void file.write({ columnData: columnsOf(group) });
    group = [];
  };
  for (const row of rows) {
    group.push(row);
    if (group.length >= rowsInGroup) flush();
  }
  if (group.length > 0) flush();
  void file.finish();
  return new Uint8Array(writer.getBuffer());
}

function columnsOf(rows: readonly TidyRow[]): ColumnSource[] {
  return tidyColumns.map((name) => ({
    name,
    data: rows.map((row) => row[name]),
    type: wholeNumbers.includes(name) ? 'INT32' : 'STRING',
    nullable: !neverBlank.includes(name),
  }));
}
