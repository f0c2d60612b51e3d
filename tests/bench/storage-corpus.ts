/** Workspaces of any size for the benchmark: filings like the published report of 海南省 for 2020, prose included. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CellValue } from '#core/lib/exact.ts';
import type { Filing } from '#core/filing/filing.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { intakeText } from '#core/intake/intake-text.ts';
import { editionForYear, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { loadSqlEngine } from '#main/store/sql-engine.ts';
import { openWorkspace, type Workspace } from '#main/store/workspace.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { makeRandom, type Random } from './random.ts';

const root = resolve(import.meta.dirname, '../..');
export const paths = {
  editions: join(root, 'resources/editions'),
  samples: join(root, 'resources/samples'),
  sqlWasm: join(root, 'node_modules/sql.js/dist/sql-wasm.wasm'),
  desk: join(root, 'out/main/desk.cjs'),
  backupScript: join(root, 'out/main/backup.cjs'),
};

export const entry = { actor: '王芳', action: 'filing/enter-cells', detail: { cells: 1 } } as const;

/** The edition of the sample, and as many filings as are asked for: other units, other figures, the same prose. */
export function makeFilings(count: number): { readonly edition: LoadedEdition; readonly filings: readonly Filing[] } {
  const editions = loadEditions(paths.editions);
  if (!editions.ok) throw new Error(JSON.stringify(editions.problem));
  const edition = editionForYear(editions.value, 2020);
  if (!edition.ok) throw new Error(JSON.stringify(edition.problem));
  const unit = { code: '460000', name: '海南省', creditCode: null, level: 'province' } as const;
  const text = readFileSync(join(paths.samples, 'hainan-2020.txt'), 'utf8');
  const read = intakeText({ text, edition: edition.value, unit, reportYear: 2020, fileName: 'hainan-2020.txt' });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const sample = read.value.filing;
  const random = makeRandom(460_000);
  const filings = Array.from({ length: count }, (_, index) => {
    const code = String(469_000_000 + index);
    return { ...sample, unit: { code, name: `单位${code}`, creditCode: null, level: 'department' as const }, cells: vary(sample, random) };
  });
  return { edition: edition.value, filings };
}

/** Counts of the same length as those of the sample; what is blank stays so, and amounts stay as they are. */
function vary(sample: Filing, random: Random): Record<CellKey, CellValue> {
  return Object.fromEntries(
    Object.entries(sample.cells).map(([key, value]) => [key, typeof value === 'number' && value > 0 ? 1 + random.below(value * 2) : value]),
  );
}

export async function openIn(folder: string, edition: LoadedEdition): Promise<Workspace> {
  const engine = await loadSqlEngine(paths.sqlWasm);
  const now = () => new Date();
  const workspace = openWorkspace({
    folder,
    editions: [edition],
    engine,
    fs: nodeFileSystem,
    now,
    randomUuid: randomUUID,
    appVersion: '0.1.0',
    whoElse: () => null,
  });
  if (!workspace.ok) throw new Error(JSON.stringify(workspace.problem));
  return workspace.value;
}

/** Adds them all in one turn, and so with one save. */
export async function fill(workspace: Workspace, filings: readonly Filing[]): Promise<readonly string[]> {
  const added = await Promise.all(filings.map((filing) => workspace.addFiling(filing, entry)));
  return added.map((each) => {
    if (!each.ok) throw new Error(JSON.stringify(each.problem));
    return each.value;
  });
}
