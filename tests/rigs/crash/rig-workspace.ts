/** The workspace of the crash rig, opened as the app opens it, lock included: by the child that is killed, and afterwards. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Outcome } from '#core/lib/outcome.ts';
import { newFiling } from '#core/filing/new-filing.ts';
import type { Filing } from '#core/filing/filing.ts';
import { loadEdition } from '#core/rules/loaded-edition.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { sha256Hex } from '#main/signing/digest.ts';
import { lockAndOpen } from '#main/store/lock-and-open.ts';
import { thisLocker } from '#main/store/lock-witness.ts';
import { loadSqlEngine } from '#main/store/sql-engine.ts';
import type { Workspace } from '#main/store/workspace.ts';

const root = resolve(import.meta.dirname, '../../..');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, 'resources/editions/2019', name), 'utf8'));

const book = readJson('rules.json') as { readonly rules: readonly unknown[] };

/** The real form with one of its rules: nothing is checked here, and a child that starts sooner can be killed more often. */
export const edition = valueOf(
  loadEdition(
    {
      edition: readJson('edition.json'),
      rules: { ...book, rules: book.rules.slice(0, 1) },
      editionFile: 'edition.json',
      rulesFile: 'rules.json',
    },
    sha256Hex,
  ),
);
export const editions = [edition];
export const loadEngine = () => loadSqlEngine(join(root, 'node_modules/sql.js/dist/sql-wasm.wasm'));
export type Engine = Awaited<ReturnType<typeof loadEngine>>;
export const appVersion = '0.1.0';

/** The filing whose values only ever grow, and the one in which everything happens, undo and export included. */
export const units = { counted: '469001', varied: '469002' } as const;
export const year = 2020;

/** A filing as it was when it was made. */
export function beginning(code: string): Filing {
  return newFiling({ code, name: `单位${code}`, creditCode: null, level: 'county' }, year, edition);
}

export type RigOpening = {
  readonly folder: string;
  readonly engine: Engine;
  readonly fs: FileSystem;
  readonly now: () => Date;
  /** Called when the user would be asked about a lock that nobody can judge. */
  readonly onAsked?: () => void;
};

export function openRigWorkspace({ folder, engine, fs, now, onAsked }: RigOpening): Promise<Outcome<Workspace>> {
  return lockAndOpen({
    folder,
    editions,
    engine,
    fs,
    now,
    randomUuid: randomUUID,
    appVersion,
    locker: thisLocker(),
    agrees: () => {
      onAsked?.();
      return Promise.resolve(true);
    },
  });
}

/** @throws Error for a problem: the rig gives no reason for any. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.problem));
}
