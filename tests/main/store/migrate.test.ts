import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createFailingFileSystem } from '../files/failing-file-system.ts';
import { migrate, newestVersion, versionOf } from '#main/store/migrate.ts';
import { migrations, type Migration } from '#main/store/migrations/all.ts';
import { generationsFolderName } from '#main/store/workspace.ts';
import { contentsOf, engine, entry, expectOk, fileIn, open, sampleFiling, tryToOpen } from './workspace-fixture.ts';

const next = newestVersion(migrations) + 1;
const good: Migration = { version: next, sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;' };
const bad: Migration = { version: next + 1, sql: 'CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);' };

describe('the migrations', () => {
  it('are numbered 1, 2, 3 …', () => {
    expect(newestVersion(migrations)).toBe(migrations.length);
    expect(() => newestVersion([{ version: 2, sql: '' }])).toThrow('migration 2');
    expect(() => newestVersion([...migrations, ...migrations])).toThrow('migration 1');
  });

  it('bring an empty database to the newest version with STRICT tables only', () => {
    const database = engine.open();
    expect(migrate(database, migrations, 'file')).toEqual({ ok: true, value: 0 });
    expect(versionOf(database)).toBe(migrations.length);
    const lax = database.rows(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0`);
    expect(lax).toEqual([]);
  });

  it('run only the steps that are missing', () => {
    const database = engine.open();
    migrate(database, migrations, 'file');
    expect(migrate(database, [...migrations, good], 'file')).toEqual({ ok: true, value: next - 1 });
    expect(versionOf(database)).toBe(next);
  });

  it('leave no trace when one of several steps fails', () => {
    const database = engine.open();
    migrate(database, migrations, 'file');
    const failed = migrate(database, [...migrations, good, bad], 'file');
    expect(failed).toMatchObject({
      problem: { code: 'workspace/migration-failed', details: { path: 'file', from: next - 1, version: next + 1 } },
    });
    expect(versionOf(database)).toBe(next - 1);
    expect(database.rows(`SELECT name FROM sqlite_schema WHERE name IN ('later', 'half')`)).toEqual([]);
  });

  it('fail when they would leave a row that refers to nothing', () => {
    const database = engine.open();
    migrate(database, migrations, 'file');
    const sql = `PRAGMA defer_foreign_keys = ON; CREATE TABLE a (id TEXT REFERENCES filing (id)) STRICT; INSERT INTO a VALUES ('x');`;
    expect(migrate(database, [...migrations, { version: next, sql }], 'file')).toMatchObject({
      problem: { details: { reason: 'a row of a refers to nothing' } },
    });
  });
});

describe('opening a workspace of an older version', () => {
  const steps = [...migrations, good];

  it('migrates it, loses nothing, and keeps the old file as a generation', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    expectOk(await workspace.addFiling(sampleFiling(), entry));
    const before = contentsOf(workspace);
    const bytes = readFileSync(fileIn(folder));
    const upgraded = open(folder, { steps });
    expect(upgraded.opening).toEqual({ kind: 'opened' });
    expect(contentsOf(upgraded)).toEqual(before);
    expect(versionOf(engine.open(readFileSync(fileIn(folder))))).toBe(next);
    // The app of before says so, and takes the old file from its place among the generations.
    expect(tryToOpen(folder)).toMatchObject({ problem: { code: 'workspace/newer' } });
    writeFileSync(fileIn(folder), bytes);
    expect(contentsOf(open(folder))).toEqual(before);
  });

  it('leaves the file as it was when a step fails', () => {
    const folder = makeTemporaryFolder();
    open(folder);
    const bytes = readFileSync(fileIn(folder));
    expect(tryToOpen(folder, { steps: [...steps, bad] })).toMatchObject({ problem: { code: 'workspace/migration-failed' } });
    expect(readFileSync(fileIn(folder))).toEqual(bytes);
    expect(open(folder).opening).toEqual({ kind: 'opened' });
  });

  it('does not migrate when the old file cannot be kept', async () => {
    const folder = makeTemporaryFolder();
    const workspace = open(folder);
    expectOk(await workspace.addFiling(sampleFiling(), entry));
    const bytes = readFileSync(fileIn(folder));
    const { fs } = createFailingFileSystem();
    const full: typeof fs = {
      ...fs,
      openNew: (path, readers) => {
        if (path.includes(generationsFolderName)) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        return fs.openNew(path, readers);
      },
    };
    expect(tryToOpen(folder, { steps, fs: full })).toMatchObject({ problem: { code: 'file/disk-full' } });
    expect(readFileSync(fileIn(folder))).toEqual(bytes);
  });
});
