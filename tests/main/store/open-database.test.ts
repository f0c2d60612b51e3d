import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '#core/lib/outcome.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { newestVersion } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/all.ts';
import { errnoError, withCall, withCalls } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import {
  contentsOf,
  engine,
  entry,
  expectOk,
  fileIn,
  generationsIn,
  open,
  sampleFiling,
  tryToOpen,
  withValue,
} from './workspace-fixture.ts';

/** A workspace with one filing, left in order; its newest generation holds the filing too. */
async function fill(folder: string) {
  const workspace = open(folder);
  expectOk(await workspace.addFiling(withValue(sampleFiling(), 7), entry));
  await workspace.close();
  const again = open(folder);
  const contents = contentsOf(again);
  await again.close();
  return contents;
}

const damaged = (folder: string) => readdirSync(folder).filter((name) => name.includes('.damaged-'));

/** Every way in which a power cut, a bad sector or a hand leaves a file. */
const damages: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
  ['empty', () => new Uint8Array()],
  ['cut off in the header', (bytes) => bytes.slice(0, 60)],
  ['cut off after a page', (bytes) => bytes.slice(0, 4096)],
  ['cut off by one byte', (bytes) => bytes.slice(0, -1)],
  ['filled with NUL bytes', (bytes) => new Uint8Array(bytes.length)],
  ['NUL from the second page on', (bytes) => new Uint8Array(bytes.length).map((_, index) => (index < 4096 ? bytes[index]! : 0))],
  ['flipped in the magic', (bytes) => bytes.with(3, bytes[3]! ^ 1)],
  ['flipped in the page size', (bytes) => bytes.with(16, bytes[16]! ^ 0x40)],
  ['flipped in the page count', (bytes) => bytes.with(29, bytes[29]! ^ 0x40)],
  ['flipped in the version', (bytes) => bytes.with(60, bytes[60]! ^ 0x40)],
  ['flipped in the application id', (bytes) => bytes.with(68, bytes[68]! ^ 1)],
  ['flipped in the kind of the first page', (bytes) => bytes.with(100, bytes[100]! ^ 0x40)],
  ['a text', () => new TextEncoder().encode('请勿删除本文件'.repeat(400))],
  ['a database of another program', () => engine.open().image()],
];

describe('opening a workspace', () => {
  it('makes one where there is none, on disk before it says so', () => {
    const folder = join(makeTemporaryFolder(), '用户 数据', 'workspace');
    const workspace = open(folder);
    expect(workspace.opening).toEqual({ kind: 'created' });
    expect(existsSync(fileIn(folder))).toBe(true);
    expect(workspace.listFilings()).toEqual([]);
    expect(open(folder).opening).toEqual({ kind: 'opened' });
  });

  it('finds everything as it was left', async () => {
    const folder = makeTemporaryFolder();
    const contents = await fill(folder);
    const workspace = open(folder);
    expect(workspace.opening).toEqual({ kind: 'opened' });
    expect(contentsOf(workspace)).toEqual(contents);
  });

  it('removes what an interrupted write left, and nothing else', async () => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    const leftover = `.nianbao-${'0'.repeat(36)}.tmp`;
    for (const name of [leftover, '.nianbao-mine.tmp', 'notes.tmp']) writeFileSync(join(folder, name), 'x');
    writeFileSync(join(generationsIn(folder), leftover), 'x');
    open(folder);
    expect(readdirSync(folder).sort()).toEqual(['.nianbao-mine.tmp', 'generations', 'last-save.json', 'nianbao.sqlite', 'notes.tmp']);
    expect(readdirSync(generationsIn(folder))).not.toContain(leftover);
  });

  it.each(damages)('sets a file aside that is %s, and opens the newest generation', async (_name, spoil) => {
    const folder = makeTemporaryFolder();
    const contents = await fill(folder);
    const broken = spoil(readFileSync(fileIn(folder)));
    writeFileSync(fileIn(folder), broken);
    utimesSync(fileIn(folder), new Date(), new Date('2026-01-12T08:30:01.000Z'));

    const workspace = open(folder);
    const setAside = join(folder, 'nianbao.sqlite.damaged-2026-01-12T08-30-00Z');
    const copy = { kind: 'generation', name: readdirSync(generationsIn(folder)).sort().at(-1) };
    const lost = { kind: 'nothing', lastSaveAt: '2026-01-12T08:30:00.000Z' };
    expect(workspace.opening).toEqual({ kind: 'recovered', setAside, copy, savedAt: '2026-01-12T08:30:00Z', lost });
    expect(contentsOf(workspace)).toEqual(contents);
    expect(new Uint8Array(readFileSync(setAside))).toEqual(new Uint8Array(broken));

    const after = open(folder);
    expect(after.opening).toEqual({ kind: 'opened' });
    expect(contentsOf(after)).toEqual(contents);
  });

  it('sets a folder aside that stands in the place of the file, with all that is in it, and opens the newest generation', async () => {
    const folder = makeTemporaryFolder();
    const contents = await fill(folder);
    rmSync(fileIn(folder));
    mkdirSync(fileIn(folder));
    writeFileSync(join(fileIn(folder), '文件'), '1');
    const workspace = open(folder);
    expect(workspace.opening).toMatchObject({ kind: 'recovered' });
    expect(contentsOf(workspace)).toEqual(contents);
    const [aside = ''] = damaged(folder);
    expect(readdirSync(join(folder, aside))).toEqual(['文件']);
  });

  it('leaves a folder alone where there is no good copy, and says so in Chinese', () => {
    const folder = makeTemporaryFolder();
    mkdirSync(fileIn(folder));
    const opened = tryToOpen(folder);
    if (opened.ok) throw new Error('a folder was opened');
    expect(describeProblem(opened.problem, 'zh')).toContain('文件的位置上是一个文件夹');
    expect(readdirSync(folder)).toEqual(['nianbao.sqlite']);
  });

  it.each(damages)('leaves a file alone that is %s when no generation is good', async (_name, spoil) => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    const broken = spoil(readFileSync(fileIn(folder)));
    writeFileSync(fileIn(folder), broken);
    for (const name of readdirSync(generationsIn(folder)))
      writeFileSync(join(generationsIn(folder), name), spoil(readFileSync(join(generationsIn(folder), name))));
    expect(tryToOpen(folder)).toMatchObject({ problem: { code: 'workspace/damaged', details: { path: fileIn(folder) } } });
    expect(new Uint8Array(readFileSync(fileIn(folder)))).toEqual(new Uint8Array(broken));
    expect(damaged(folder)).toEqual([]);
  });

  it('takes an older generation when the newest is broken as well', async () => {
    const folder = makeTemporaryFolder();
    const contents = await fill(folder);
    const workspace = open(folder);
    expectOk(await workspace.addFiling(sampleFiling('469002'), entry));
    open(folder);
    const newest = readdirSync(generationsIn(folder)).sort().at(-1)!;
    const bytes = readFileSync(join(generationsIn(folder), newest));
    // A value inside a document: SQLite finds nothing wrong with it, the digest does.
    bytes.write('x', bytes.indexOf('单位469002'));
    writeFileSync(join(generationsIn(folder), newest), bytes);
    writeFileSync(fileIn(folder), '');
    const recovered = open(folder);
    expect(recovered.opening).toMatchObject({ kind: 'recovered' });
    expect(contentsOf(recovered)).toEqual(contents);
  });

  it('recovers when the file is gone but generations are there: never an empty workspace in silence', async () => {
    const folder = makeTemporaryFolder();
    const contents = await fill(folder);
    rmSync(fileIn(folder));
    const workspace = open(folder);
    expect(workspace.opening).toMatchObject({ kind: 'recovered', setAside: '' });
    expect(contentsOf(workspace)).toEqual(contents);
  });

  it('makes no empty workspace when the file is gone and every generation is broken', async () => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    rmSync(fileIn(folder));
    for (const name of readdirSync(generationsIn(folder))) writeFileSync(join(generationsIn(folder), name), '');
    expect(tryToOpen(folder)).toMatchObject({ problem: { code: 'workspace/damaged', details: { reason: 'the file is missing' } } });
    expect(existsSync(fileIn(folder))).toBe(false);
  });

  it('never puts one damaged file in the place of another', async () => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(fileIn(folder), text);
      await open(folder).close();
    }
    expect(damaged(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['first', 'second', 'third']);
  });

  it('leaves the file alone when it cannot be set aside, and recovers at the next start', async () => {
    const folder = makeTemporaryFolder();
    const contents = await fill(folder);
    writeFileSync(fileIn(folder), 'broken');
    const fs = withCall('rename', () => {
      throw errnoError('EBUSY');
    });
    expect(tryToOpen(folder, { fs })).toMatchObject({ problem: { code: 'file/locked' } });
    expect(readFileSync(fileIn(folder), 'utf8')).toBe('broken');
    expect(contentsOf(open(folder))).toEqual(contents);
  });

  it('takes a file that cannot be read for what it is, and not for a damaged or missing one', async () => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    const bytes = readFileSync(fileIn(folder));
    const fs = withCall('read', (path) => {
      if (path === fileIn(folder)) throw errnoError('EACCES');
      return nodeFileSystem.read(path);
    });
    expect(tryToOpen(folder, { fs })).toMatchObject({ problem: { code: 'file/not-readable', details: { reason: 'EACCES' } } });
    expect(readFileSync(fileIn(folder))).toEqual(bytes);
    expect(damaged(folder)).toEqual([]);
  });

  it('opens on a disk that cannot be written, and says so at the first edit', async () => {
    const folder = makeTemporaryFolder();
    const contents = await fill(folder);
    const refuse = () => {
      throw errnoError('EROFS');
    };
    const workspace = open(folder, { fs: withCalls({ openNew: refuse, rename: refuse, remove: refuse }) });
    expect(contentsOf(workspace)).toEqual(contents);
    expect(await workspace.writeSetting('language', 'en')).toMatchObject({ state: 'unsaved', problem: { code: 'file/read-only' } });
  });

  it('says when its folder cannot be made', () => {
    const folder = join(makeTemporaryFolder(), 'file');
    writeFileSync(folder, '');
    expect(tryToOpen(folder)).toMatchObject({ problem: { code: 'workspace/not-writable', details: { path: folder } } });
  });
});

describe('a workspace of a newer app', () => {
  const version = 900;
  const known = newestVersion(migrations);
  const makeNewer = (path: string) => {
    const database = engine.open(readFileSync(path));
    database.transaction((writer) => {
      writer.script(`PRAGMA user_version = ${version}`);
      return ok(null);
    });
    const bytes = database.image();
    writeFileSync(path, bytes);
    return new Uint8Array(bytes);
  };

  it('is refused and stays as it is', async () => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    const bytes = makeNewer(fileIn(folder));
    const names = readdirSync(folder, { recursive: true });
    expect(tryToOpen(folder)).toEqual({
      ok: false,
      problem: { code: 'workspace/newer', details: { path: fileIn(folder), version, known } },
    });
    expect(new Uint8Array(readFileSync(fileIn(folder)))).toEqual(bytes);
    expect(readdirSync(folder, { recursive: true })).toEqual(names);
  });

  it('is not replaced by an older generation when its file is gone', async () => {
    const folder = makeTemporaryFolder();
    await fill(folder);
    const steps = [...migrations, { version: known + 1, sql: 'CREATE TABLE later (id TEXT) STRICT' }];
    await open(folder, { steps }).close();
    await open(folder, { steps }).close();
    rmSync(fileIn(folder));
    expect(tryToOpen(folder)).toMatchObject({ problem: { code: 'workspace/newer', details: { version: known + 1, known } } });
    expect(existsSync(fileIn(folder))).toBe(false);
  });
});
