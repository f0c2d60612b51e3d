/** SQLite in memory (sql.js) behind a door that makes its traps impossible; the only importer of sql.js. */
import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import type { Outcome } from '#core/lib/outcome.ts';

export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, SqlValue>>;

/** May ask. Values are always bound to the `?` of the statement, in order. */
export type Reader = { readonly rows: (sql: string, values?: readonly SqlValue[]) => readonly Row[] };

/** May change; exists only within a transaction, and cannot export: an image of half a change cannot be made. */
export type Writer = Reader & {
  readonly run: (sql: string, values?: readonly SqlValue[]) => void;
  /** Several statements without values: the text of a migration. */
  readonly script: (sql: string) => void;
};

export type Database = Reader & {
  /** Runs a synchronous function: all that it did stands, or nothing when it returns a problem or throws. */
  readonly transaction: <T>(change: (writer: Writer) => Outcome<T>) => Outcome<T>;
  /** The database as the bytes of an SQLite file. */
  readonly image: () => Uint8Array;
  /** Frees the memory; nothing else may be called afterwards. */
  readonly close: () => void;
};

export type SqlEngine = {
  /** An empty database, or one from the bytes of a file. @throws Error when SQLite cannot read the bytes. */
  readonly open: (bytes?: Uint8Array) => Database;
};

/** Loads the engine; `wasmPath` is sql-wasm.wasm of the very sql.js that is bundled. */
export async function loadSqlEngine(wasmPath: string): Promise<SqlEngine> {
  const wasm = readFileSync(wasmPath);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const sql = await initSqlJs({ wasmBinary });
  return { open: (bytes) => wrapConnection(new sql.Database(bytes)) };
}

/**
 * Settings of a connection, not of the file. Deletions by REPLACE fire triggers too, which the journal relies on, and
 * a file from elsewhere cannot call functions from its schema.
 */
const pragmas = `
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
`;

function wrapConnection(connection: initSqlJs.Database): Database {
  let isChanging = false;
  const writer: Writer = {
    rows: (sql, values = []) => readRows(connection, sql, values),
    run: (sql, values = []) => void readRows(connection, sql, values),
    script: (sql) => void connection.exec(sql),
  };
  try {
    connection.exec(pragmas);
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    rows: writer.rows,
    transaction: (change) => {
      if (isChanging) throw new Error('a transaction within a transaction');
      isChanging = true;
      try {
        return runInTransaction(connection, () => change(writer));
      } finally {
        isChanging = false;
      }
    },
    image: () => {
      if (isChanging) throw new Error('an image within a transaction');
      const bytes = connection.export();
      // Versions of sql.js before 1.16 forget the settings here.
      connection.exec(pragmas);
      return bytes;
    },
    close: () => {
      connection.close();
    },
  };
}

function runInTransaction<T>(connection: initSqlJs.Database, change: () => Outcome<T>): Outcome<T> {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const outcome = change();
    connection.exec(outcome.ok ? 'COMMIT' : 'ROLLBACK');
    return outcome;
  } catch (error) {
    try {
      connection.exec('ROLLBACK');
    } catch {
      // Some failures have rolled back already; the first error is the one that tells.
    }
    throw error;
  }
}

function readRows(connection: initSqlJs.Database, sql: string, values: readonly SqlValue[]): readonly Row[] {
  const statement = connection.prepare(sql);
  try {
    statement.bind(values.map((value) => (typeof value === 'string' ? wellFormed(value) : value)));
    const rows: Row[] = [];
    while (statement.step()) rows.push(statement.getAsObject() as Row);
    return rows;
  } finally {
    statement.free();
  }
}

/** Half a surrogate pair is no character and has no UTF-8 form: U+FFFD stands for it, as everywhere else. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
