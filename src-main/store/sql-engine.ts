/** SQLite in memory (sql.js) behind a door that makes its traps impossible. */
import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import type { Outcome } from '#core/lib/outcome.ts';
import { FileMemory } from './file-memory.ts';
import { sealImage } from './image-seal.ts';
import { connect, type Connection, type Row, type SqlValue } from './sql-connection.ts';

export { wellFormed, type Row, type SqlValue } from './sql-connection.ts';

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
  /** The image alone. */
  readonly unsealedImage: () => Uint8Array;
  /** The memory that the database is in, as of the last transaction: for its saver alone, who takes what was touched. */
  readonly memory: () => FileMemory;
  /** Frees the memory; nothing else may be called afterwards. */
  readonly close: () => void;
};

export type ReadDatabase = Reader & { readonly close: () => void };

export type SqlEngine = {
  /** An empty database, or one from a copy of the bytes of a file. @throws Error when SQLite cannot read the bytes. */
  readonly open: (bytes?: Uint8Array) => Database;
  /** A database within the memory of `bytes`, which must stay as they are meanwhile. @throws Error as `open` does. */
  readonly openToRead: (bytes: Uint8Array) => ReadDatabase;
};

/** Loads the engine; `wasmPath` is sql-wasm.wasm of the very sql.js that is bundled. */
export async function loadSqlEngine(wasmPath: string): Promise<SqlEngine> {
  const wasm = readFileSync(wasmPath);
  const sql = await initSqlJs({
    // Compiled here and now. What follows a compilation by other threads would run while Node waits for all of V8's threads
    // and for nothing else (`NodePlatform::DrainTasks`), and before Node 24 one of them can wait for this thread in turn:
    // under load a start in fifty hung for ever at its first save.
    instantiateWasm: (imports, give) => {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
      give(instance);
      return instance.exports;
    },
  });
  return {
    open: (bytes) => wrapConnection(sql, bytes),
    openToRead: (bytes) => {
      // sql.js takes over the memory of a Buffer.
      const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const connection = connect(sql, file, `${settings}; PRAGMA query_only = ON`);
      return { rows: (text, values = []) => connection.rows(text, values), close: connection.close };
    },
  };
}

/**
 * Settings of a connection, not of the file. Deletions by REPLACE fire triggers too, which the journal relies on, and
 * a file from elsewhere cannot call functions from its schema. The journal of a file in memory is best in memory too.
 */
const settings = `
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
`;

/** Images are made page by page: with 8 KB in half the time that SQLite's 4 KB take; with more a small workspace would be large. */
const pageSize = 'PRAGMA page_size = 8192';

function wrapConnection(sql: initSqlJs.SqlJsStatic, bytes: Uint8Array | undefined): Database {
  const functions = new Map<string, (text: string) => SqlValue>();
  let isChanging = false;
  /** Null while it is not known to be the file: of a new database, after a failure, when the file has outgrown it. */
  let memory = bytes === undefined ? null : FileMemory.holding(bytes);
  let connection =
    bytes === undefined || memory === null
      ? connect(sql, null, `${pageSize}; ${settings}`)
      : connect(sql, memory.asFile(bytes.length), settings);

  const writer: Writer = {
    rows: (text, values = []) => connection.rows(text, values),
    run: (text, values = []) => void connection.rows(text, values),
    script: (text) => {
      connection.script(text);
    },
  };
  const transaction = <T>(change: (writer: Writer) => Outcome<T>): Outcome<T> => {
    if (isChanging) throw new Error('a transaction within a transaction');
    isChanging = true;
    const before = memory;
    const counted = before?.counter() ?? null;
    memory = null;
    try {
      const outcome = runInTransaction(connection, () => change(writer));
      const counter = before?.counter() ?? null;
      if (outcome.ok && counter !== null && counter !== counted) memory = before;
      return outcome;
    } finally {
      isChanging = false;
    }
  };
  const refuseWithin = (): void => {
    if (isChanging) throw new Error('an image within a transaction');
  };
  const unsealedImage = (): Uint8Array => {
    refuseWithin();
    return memory?.image().slice() ?? connection.image();
  };
  return {
    rows: writer.rows,
    transaction,
    restructure: (called, change) => {
      for (const [name, call] of Object.entries(called)) {
        functions.set(name, call);
        connection.define(name, call);
      }
      connection.script('PRAGMA foreign_keys = OFF');
      try {
        const outcome = transaction(change);
        memory = null;
        if (outcome.ok) connection.script(`${pageSize}; VACUUM`);
        return outcome;
      } finally {
        connection.script(settings);
      }
    },
    image: () => sealImage(unsealedImage()),
    unsealedImage,
    memory: () => {
      refuseWithin();
      if (memory !== null) return memory;
      const image = connection.image();
      const next = FileMemory.holding(image);
      const reopened = connect(sql, next.asFile(image.length), settings);
      for (const [name, call] of functions) reopened.define(name, call);
      connection.close();
      connection = reopened;
      memory = next;
      return next;
    },
    close: () => {
      connection.close();
    },
  };
}

function runInTransaction<T>(connection: Connection, change: () => Outcome<T>): Outcome<T> {
  connection.rows('BEGIN IMMEDIATE', []);
  try {
    const outcome = change();
    connection.rows(outcome.ok ? 'COMMIT' : 'ROLLBACK', []);
    return outcome;
  } catch (error) {
    try {
      connection.rows('ROLLBACK', []);
    } catch {
      // Some failures have rolled back already; the first error is the one that tells.
    }
    throw error;
  }
}
