/** Writes tidy rows as CSV or Parquet. */
import { resolve } from 'node:path';
import { csvLine, tidyColumns, type TidyRow } from '#core/consolidation/tidy.ts';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { writeParquet } from '../writers/write-parquet.ts';
import { writeStreamed } from './write-streamed.ts';

export type TidyFormat = 'csv' | 'parquet';

/** How many rows were written, in place of what has the path. */
export function writeTidy(path: string, format: TidyFormat, rows: Iterable<TidyRow>): Outcome<number> {
  let count = 0;
  const counted = function* (): Generator<TidyRow> {
    for (const row of rows) {
      count += 1;
      yield row;
    }
  };
  const written =
    format === 'csv'
      ? writeStreamed(nodeFileSystem, path, csvTexts(counted()))
      : writeAtomically(nodeFileSystem, resolve(path), writeParquet(counted()));
  return written.ok ? ok(count) : written;
}

/** UTF-8 with a byte order mark, by which Excel knows it. */
function* csvTexts(rows: Iterable<TidyRow>): Generator<string> {
  yield `\ufeff${csvLine(tidyColumns)}\r\n`;
  for (const row of rows) yield `${csvLine(tidyColumns.map((column) => row[column]))}\r\n`;
}
