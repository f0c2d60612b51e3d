import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import { compareExact, sumExact } from '#core/lib/exact.ts';
import { valueAt } from '#core/form/edit-cells.ts';
import { tidyColumns } from '#core/consolidation/tidy.ts';
import { tidyCommand } from '#main/commands/tidy.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { seedFiling, splitFiling } from '../../fixtures/made-units.ts';
import { filingFile, runHere } from './run-here.ts';

const edition = edition2019();
const units = splitFiling(seedFiling(edition), edition, 2).map((unit, index) => ({
  ...unit,
  unit: { ...unit.unit, name: index === 0 ? '甲，"乙",丙' : unit.unit.name },
}));
const files = units.map((unit, index) => filingFile(`tidy-${String(index)}`, unit));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-整表-'));

async function tidy(name: string, words: readonly string[] = files) {
  const path = join(folder, name);
  const ran = await runHere(tidyCommand, [...words, '-o', path]);
  if (!ran.ok) throw new Error(ran.problem.code);
  return { ...ran.value, bytes: readFileSync(path) };
}

describe('tidy', () => {
  test('CSV has one line for every cell of every report, with the digest of its file', async () => {
    const { bytes, data } = await tidy('a.csv');
    const lines = bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe(tidyColumns.join(','));
    expect(lines).toHaveLength(1 + 2 * edition.form.cells.length);
    expect(data).toMatchObject({ rows: 2 * edition.form.cells.length, files: 2 });
    const digest = sha256Hex(readFileSync(files[1] ?? ''));
    const value = String(valueAt(units[1]?.cells ?? {}, 'proactiveDisclosure.centralizedProcurement.procurementAmount'));
    expect(lines).toContain(
      `469102,示例第02市,prefecture,地市级,2020,2019,proactiveDisclosure,centralizedProcurement,procurementAmount,政府集中采购,采购总金额,${value},万元,1,${digest}`,
    );
    expect(lines[1]).toMatch(/^469101,"甲，""乙"",丙",/u);
  });

  test('Parquet holds the same', async () => {
    const [{ bytes }, csv] = [await tidy('a.parquet'), await tidy('a.csv')];
    const file = new Uint8Array(bytes).buffer;
    const rows: readonly Record<string, string | number | null>[] = await parquetReadObjects({ file });
    expect(rows).toHaveLength(2 * edition.form.cells.length);
    const fields = rows.map((row) => tidyColumns.map((column) => row[column] ?? ''));
    const lines = csv.bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n').slice(1);
    expect(fields.filter(([, name]) => name === '示例第02市').map((row) => row.join(','))).toEqual(lines.slice(edition.form.cells.length));
  });

  test('the query of the documentation finds the sums, and who has most', async () => {
    const { bytes } = await tidy('a.parquet');
    const rows: readonly Record<string, string | number | null>[] = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const guide = readFileSync(join(import.meta.dirname, '../../../docs/consolidation.md'), 'utf8');
    const query = /```sql\n([\s\S]*?)```/u.exec(guide)?.[1] ?? '';
    // SQLite knows no Parquet; DuckDB is no dependency.
    const database = new (await initSqlJs()).Database();
    database.run(`CREATE TABLE figures (${tidyColumns.map((column) => `"${column}"`).join(', ')})`);
    const places = tidyColumns.map(() => '?').join(', ');
    for (const row of rows)
      database.run(
        `INSERT INTO figures VALUES (${places})`,
        tidyColumns.map((column) => row[column] ?? null),
      );
    const [found] = database.exec(query.replace("'figures.parquet'", 'figures'));
    const cells = edition.form.cells.filter(({ table, column }) => table.id === 'applications' && column.id === 'total');
    expect(found?.values).toHaveLength(cells.length);
    for (const { key, row } of cells) {
      const values = units.map((unit) => valueAt(unit.cells, key) ?? 0);
      const [one = 0, two = 0] = values;
      const total = sumExact(values.map((value) => ({ coefficient: 1, value })));
      const most = compareExact(one, two) >= 0 ? 0 : 1;
      expect(found?.values).toContainEqual([row.path.join('｜'), total, 0, values[most], units[most]?.unit.name]);
    }
    database.close();
  });

  test('a file that cannot be read is named and stops nothing', async () => {
    const broken = filingFile('tidy-broken', { ...units[0], format: 'other/1' } as never);
    const gone = join(folder, 'gone.filing.json');
    const expected = { files: 2, refused: [{ file: gone }, { file: broken }] };
    expect(await tidy('b.csv', [gone, ...files, broken])).toMatchObject({ exit: 1, data: expected });
  });
});
