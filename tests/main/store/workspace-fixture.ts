/** What the tests of the store share: the real engine, the real 2019 edition, a clock that can be moved. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Problem } from '#core/lib/problem.ts';
import type { CellKey } from '#core/form/cell-key.ts';
import { applyEdits } from '#core/form/edit-cells.ts';
import type { Filing } from '#core/filing/filing.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import { loadEdition, type LoadedEdition } from '#core/rules/loaded-edition.ts';
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { sha256Hex as sha256 } from '#main/signing/digest.ts';
import { loadSqlEngine, type Writer } from '#main/store/sql-engine.ts';
import type { Migration } from '#main/store/migrations/all.ts';
import { openWorkspace, workspaceFileName, generationsFolderName, type Workspace } from '#main/store/workspace.ts';

const root = resolve(import.meta.dirname, '../../..');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, 'resources/editions/2019', name), 'utf8'));

export const engine = await loadSqlEngine(join(root, 'node_modules/sql.js/dist/sql-wasm.wasm'));

export const edition = expectOk(
  loadEdition(
    { edition: readJson('edition.json'), rules: readJson('rules.json'), editionFile: 'edition.json', rulesFile: 'rules.json' },
    sha256,
  ),
);

export const entry = { actor: '王芳', action: 'filing/enter-cells', detail: { cells: 1 } } as const;

export function expectOk<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** A clock that stands still until it is moved. */
export function createClock(start = '2026-01-12T08:30:00.000Z') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    moveMinutes: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}

export type Opening = {
  readonly editions?: readonly LoadedEdition[];
  readonly fs?: FileSystem;
  readonly now?: () => Date;
  readonly steps?: readonly Migration[];
  readonly randomUuid?: () => string;
  readonly whoElse?: () => Problem | null;
  readonly from?: string;
  readonly onSaving?: () => void;
};

/** What is kept in the background is waited for before the test's folder goes. */
export function tryToOpen(folder: string, options: Opening = {}): Outcome<Workspace> {
  const opened = openWorkspace({
    folder,
    editions: [edition],
    engine,
    fs: nodeFileSystem,
    now: createClock().now,
    randomUuid: randomUUID,
    appVersion: '0.1.0',
    whoElse: () => null,
    ...options,
  });
  if (opened.ok) onTestFinished(opened.value.settleGenerations);
  return opened;
}

export function open(folder: string, options: Opening = {}): Workspace {
  return expectOk(tryToOpen(folder, options));
}

export const fileIn = (folder: string) => join(folder, workspaceFileName);
export const generationsIn = (folder: string) => join(folder, generationsFolderName);

export function sampleFiling(code = '469001', year = 2020): Filing {
  return newFiling({ code, name: `单位${code}`, creditCode: null, level: 'county' }, year, edition);
}

/** The filing with a value in its n-th cell that is entered and not computed. */
export function withValue(filing: Filing, value: number | null, n = 0): Filing {
  const cells = edition.form.cells.filter((each) => !each.computed && each.value === 'count');
  const cell: CellKey = cells[n % cells.length]!.key;
  return { ...filing, cells: applyEdits(edition.form, filing.cells, [{ cell, value }]) };
}

/** Changes the file behind the app's back, and seals it as the app would. */
export function alterFile(folder: string, change: (writer: Writer) => void): void {
  const database = engine.open(readFileSync(fileIn(folder)));
  expectOk(
    database.transaction((writer) => {
      change(writer);
      return ok(null);
    }),
  );
  writeFileSync(fileIn(folder), database.image());
}

/** All that a user would miss if it were gone. */
export function contentsOf(workspace: Workspace) {
  return workspace.listFilings().map(({ id }) => {
    const { filing, pending, submissions, status } = expectOk(workspace.readFiling(id));
    return { id, filing, pending, submissions, status, journal: workspace.journalOf(id) };
  });
}
