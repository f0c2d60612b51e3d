/** Brings a database to the newest version: all steps in one transaction, so that a failing step leaves no trace. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { documentFunctions } from './document-codec.ts';
import { applicationId } from './image-header.ts';
import type { Migration } from './migrations/all.ts';
import { integerIn } from './row.ts';
import type { Database, Reader, Writer } from './sql-engine.ts';

/** The version that the steps lead to. @throws Error when they are not numbered 1, 2, 3 … */
export function newestVersion(steps: readonly Migration[]): number {
  steps.forEach((step, index) => {
    if (step.version !== index + 1) throw new Error(`migration ${step.version} stands at place ${index + 1}`);
  });
  return steps.length;
}

/**
 * Runs the steps above the database's version; `path` names the file in problems. The database is a copy in memory
 * of the file, which the caller replaces only after an `ok`.
 *
 * @returns the version it came from, or workspace/migration-failed { path, from, version, reason }.
 */
export function migrate(database: Database, steps: readonly Migration[], path: string): Outcome<number> {
  const from = versionOf(database);
  if (from === newestVersion(steps)) return ok(from);
  let running = from;
  try {
    database.restructure(documentFunctions, (writer) => {
      for (const step of steps.slice(from)) {
        running = step.version;
        writer.script(step.sql);
        writer.script(`PRAGMA user_version = ${step.version}; PRAGMA application_id = ${applicationId}`);
      }
      refuseBrokenReferences(writer);
      return ok(null);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(problem('workspace/migration-failed', { path, from, version: running, reason }));
  }
  return ok(from);
}

/** The schema's version; 0 for an empty database. */
export function versionOf(reader: Reader): number {
  const [row] = reader.rows('PRAGMA user_version');
  if (row === undefined) throw new Error('SQLite has no user_version');
  return integerIn(row, 'user_version');
}

function refuseBrokenReferences(writer: Writer): void {
  const [row] = writer.rows('PRAGMA foreign_key_check');
  if (row !== undefined) throw new Error(`a row of ${String(row['table'])} refers to nothing`);
}
