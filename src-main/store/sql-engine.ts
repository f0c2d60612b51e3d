/** SQLite in memory (sql.js) behind a door that makes its traps impossible; the only importer of sql.js. */
import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import type { Outcome } from '#core/lib/outcome.ts';
import { sealImage } from './image-seal.ts';

export type SqlValue = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, SqlValue>>;

/** May ask. Values are always bound to the `?` of the statement, in order. */
export type Reader = { readonly rows: (sql: string, values?: readonly SqlValue[]) => readonly Row[] };

/** May change; exists only within a transaction, and cannot export: an image of half a change cannot be made. */
export type Writer = Reader & {
  readonly run: (sql: string, values?: readonly SqlValue[]) => void;
  /** Several statements without values: the text of a migration. */
  readonly script: (sql: string) => void;
};

/** Functions of text that a migration calls by name. */
export type SqlFunctions = Readonly<Record<string, (text: string) => SqlValue>>;

export type Database = Reader & {
  /** Runs a synchronous function: all that it did stands, or nothing when it returns a problem or throws. */
  readonly transaction: <T>(change: (writer: Writer) => Outcome<T>) => Outcome<T>;
  /**
   * A transaction in which tables can be made anew, as https://www.sqlite.org/lang_altertable.html#otheralter has it:
   * references are not held meanwhile, and the caller checks them at its end. `functions` stay callable afterwards, and
   * what it leaves unused is not kept in images.
   */
  readonly restructure: <T>(functions: SqlFunctions, change: (writer: Writer) => Outcome<T>) => Outcome<T>;
  /** The database as the bytes of a workspace file: an SQLite image with its seal. */
  readonly image: () => Uint8Array;
  /** The image alone, for whom seals it while writing it. */
  readonly unsealedImage: () => Uint8Array;
  /** Frees the memory; nothing else may be called afterwards. */
  readonly close: () => void;
};

export type SqlEngine = {
  /** An empty database, or one from a copy of the bytes of a file. @throws Error when SQLite cannot read the bytes. */
  readonly open: (bytes?: Uint8Array) => Database;
};

/** Loads the engine; `wasmPath` is sql-wasm.wasm of the very sql.js that is bundled. */
export async function loadSqlEngine(wasmPath: string): Promise<SqlEngine> {
  const wasm = readFileSync(wasmPath);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const sql = await initSqlJs({ wasmBinary });
  return {
    open: (bytes) => {
      if (bytes !== undefined) return wrapConnection(new sql.Database(plainArray(bytes)));
      const connection = new sql.Database();
      connection.exec(pageSize);
      return wrapConnection(connection);
    },
  };
}

/** sql.js copies a plain array, but would go on working within the memory of a Buffer, and so change what was read. */
function plainArray(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
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

/** Images are made page by page: with 8 KB in half the time that SQLite's 4 KB take; with more a small workspace would be large. */
const pageSize = 'PRAGMA page_size = 8192';

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
  const transaction = <T>(change: (writer: Writer) => Outcome<T>): Outcome<T> => {
    if (isChanging) throw new Error('a transaction within a transaction');
    isChanging = true;
    try {
      return runInTransaction(connection, () => change(writer));
    } finally {
      isChanging = false;
    }
  };
  const unsealedImage = (): Uint8Array => {
    if (isChanging) throw new Error('an image within a transaction');
    const bytes = connection.export();
    // Versions of sql.js before 1.16 forget the settings here.
    connection.exec(pragmas);
    return bytes;
  };
  return {
    rows: writer.rows,
    transaction,
    restructure: (functions, change) => {
      for (const [name, call] of Object.entries(functions)) connection.create_function(name, (text: string) => call(text));
      connection.exec('PRAGMA foreign_keys = OFF');
      try {
        const outcome = transaction(change);
        if (outcome.ok) connection.exec(`${pageSize}; VACUUM`);
        return outcome;
      } finally {
        connection.exec(pragmas);
      }
    },
    image: () => sealImage(unsealedImage()),
    unsealedImage,
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
    while (statement.step()) rows.push(statement.getAsObject());
    return rows;
  } finally {
    statement.free();
  }
}

/** Half a surrogate pair is no character and has no UTF-8 form: U+FFFD stands for it, as everywhere else. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
