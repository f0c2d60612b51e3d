/** One connection to SQLite in memory with its settings. What is asked often stays prepared: that takes as long as asking. */
import type initSqlJs from 'sql.js';

export type SqlValue = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, SqlValue>>;

export type Connection = {
  /** Values are bound to the `?` of the statement, in order. */
  readonly rows: (sql: string, values: readonly SqlValue[]) => readonly Row[];
  /** Several statements without values. */
  readonly script: (sql: string) => void;
  /** Makes a function of text known to statements. */
  readonly define: (name: string, call: (text: string) => SqlValue) => void;
  /** A copy of the database, made page by page. */
  readonly image: () => Uint8Array;
  readonly close: () => void;
};

const mostPrepared = 100;

/** Opens `file`, or an empty database, and runs `settings`. @throws Error when SQLite cannot read the file. */
export function connect(sql: initSqlJs.SqlJsStatic, file: Uint8Array | null, settings: string): Connection {
  const connection = new sql.Database(file);
  const prepared = new Map<string, initSqlJs.Statement>();
  try {
    connection.exec(settings);
  } catch (error) {
    connection.close();
    throw error;
  }
  const statementOf = (text: string): initSqlJs.Statement => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    for (const [oldest, statement] of prepared.size < mostPrepared ? [] : [...prepared].slice(0, 1)) {
      statement.free();
      prepared.delete(oldest);
    }
    const statement = connection.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    rows: (text, values) => {
      const statement = statementOf(text);
      try {
        statement.bind(values.map((value) => (typeof value === 'string' ? wellFormed(value) : value)));
        const rows: Row[] = [];
        while (statement.step()) rows.push(statement.getAsObject());
        return rows;
      } finally {
        statement.reset();
      }
    },
    script: (text) => void connection.exec(text),
    define: (name, call) => void connection.create_function(name, (text: string) => call(text)),
    image: () => connection.export(),
    close: () => {
      // Frees its statements.
      connection.close();
    },
  };
}

/** Half a surrogate pair is no character and has no UTF-8 form: U+FFFD stands for it, as everywhere else. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
