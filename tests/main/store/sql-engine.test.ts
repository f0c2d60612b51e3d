import { describe, expect, it } from 'vitest';
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Database } from '#main/store/sql-engine.ts';
import { engine } from './workspace-fixture.ts';

function openWithTables(): Database {
  const database = engine.open();
  database.transaction((writer) => {
    writer.script('CREATE TABLE unit (code TEXT PRIMARY KEY) STRICT; CREATE TABLE note (code TEXT REFERENCES unit (code)) STRICT;');
    return ok(null);
  });
  return database;
}

const insert = (database: Database, code: string) =>
  database.transaction((writer) => {
    writer.run('INSERT INTO unit VALUES (?)', [code]);
    return ok(null);
  });

describe('the SQL engine', () => {
  it('holds references before and after an image is made', () => {
    const database = openWithTables();
    const orphan = () =>
      database.transaction((writer) => {
        writer.run('INSERT INTO note VALUES (?)', ['000000']);
        return ok(null);
      });
    expect(orphan).toThrow('FOREIGN KEY');
    database.image();
    expect(database.rows('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect(database.rows('PRAGMA recursive_triggers')).toEqual([{ recursive_triggers: 1 }]);
    expect(database.rows('PRAGMA trusted_schema')).toEqual([{ trusted_schema: 0 }]);
    expect(orphan).toThrow('FOREIGN KEY');
    expect(engine.open(database.image()).rows('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });

  it('keeps nothing of a transaction that throws', () => {
    const database = openWithTables();
    expect(() =>
      database.transaction((writer) => {
        writer.run('INSERT INTO unit VALUES (?)', ['1']);
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(database.rows('SELECT * FROM unit')).toEqual([]);
  });

  it('keeps nothing of a transaction that returns a problem', () => {
    const database = openWithTables();
    const outcome = database.transaction((writer) => {
      writer.run('INSERT INTO unit VALUES (?)', ['1']);
      return fail(problem('filing/exists'));
    });
    expect(outcome.ok).toBe(false);
    expect(database.rows('SELECT * FROM unit')).toEqual([]);
    insert(database, '2');
    expect(database.rows('SELECT * FROM unit')).toEqual([{ code: '2' }]);
  });

  it('makes no image within a transaction, and no transaction within a transaction', () => {
    const database = openWithTables();
    expect(() => database.transaction(() => ok(database.image()))).toThrow('an image within a transaction');
    expect(() => database.transaction(() => insert(database, '1'))).toThrow('a transaction within a transaction');
    expect(insert(database, '2').ok).toBe(true);
  });

  it('binds values, whatever is in them', () => {
    const database = openWithTables();
    const codes = ["'); DROP TABLE unit; --", '000123', '字\u0000字', '𠮷', ''];
    for (const code of codes) insert(database, code);
    expect(database.rows('SELECT code FROM unit ORDER BY rowid').map((row) => row['code'])).toEqual(codes);
  });

  it('puts U+FFFD for half a surrogate pair, which has no place in a file', () => {
    const database = openWithTables();
    insert(database, 'a\uD842b');
    expect(database.rows('SELECT code FROM unit')).toEqual([{ code: 'a\uFFFDb' }]);
  });
});
