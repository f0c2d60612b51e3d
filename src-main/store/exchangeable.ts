/** A database that another one can take the place of, for a restore; whoever holds it goes on with the new one. */
import type { Database } from './sql-engine.ts';

export type Exchangeable = {
  readonly database: Database;
  /** Puts `next` in the place of the one before, which is returned and still open. */
  readonly exchange: (next: Database) => Database;
};

export function exchangeable(first: Database): Exchangeable {
  let current = first;
  return {
    database: {
      rows: (sql, values) => current.rows(sql, values),
      transaction: (change) => current.transaction(change),
      restructure: (functions, change) => current.restructure(functions, change),
      image: () => current.image(),
      unsealedImage: () => current.unsealedImage(),
      memory: () => current.memory(),
      close: () => {
        current.close();
      },
    },
    exchange: (next) => {
      const before = current;
      current = next;
      return before;
    },
  };
}
