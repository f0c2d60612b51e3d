/**
 * Workspace files as released versions wrote them (tests/fixtures/workspaces). `schema-1.sqlite` was made by the app of
 * commit e875c51 through its own `openWorkspace`: three filings of two units in both editions, typed text that is no
 * number, an export that was amended afterwards. `schema-2.sqlite` is of commit b340354: the same, with prose, an
 * explanation, an attachment and journal entries that can be undone. `schema-3.sqlite` is what the app of commit 82e2a54
 * made of the latter, `schema-4.sqlite` what the app after it did. `schema-N.json` is what that app read from it. A
 * schema is frozen in the same way before the one after it is released; a file that is here is never made anew.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { examineBackup } from '#main/store/backups/examine-backup.ts';
import { readImageHeader } from '#main/store/image-header.ts';
import { migrations } from '#main/store/migrations/all.ts';
import { openWorkspace, type Workspace } from '#main/store/workspace.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { createFailingFileSystem } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { contentsOf, createClock, engine, expectOk, fileIn } from './workspace-fixture.ts';
import { isLong } from '../../rigs/rig-length.ts';

const frozen = resolve(import.meta.dirname, '../../fixtures/workspaces');
const editions = expectOk(loadEditions(resolve(import.meta.dirname, '../../../resources/editions')));
const released = migrations.map(({ version }) => version).slice(0, -1);

function place(version: number): string {
  const folder = join(makeTemporaryFolder(), 'workspace');
  mkdirSync(folder);
  copyFileSync(join(frozen, `schema-${String(version)}.sqlite`), fileIn(folder));
  return folder;
}

function tryToOpen(folder: string, fs: FileSystem = nodeFileSystem) {
  const { now } = createClock('2026-02-01T08:00:00.000Z');
  return openWorkspace({ folder, editions, engine, fs, now, randomUuid: randomUUID, appVersion: '9.9.9', whoElse: () => null });
}

const contentsThen = (version: number): unknown => JSON.parse(readFileSync(join(frozen, `schema-${String(version)}.json`), 'utf8'));
const backupsIn = (folder: string) => {
  const backups = join(folder, 'backups');
  return existsSync(backups) ? readdirSync(backups).map((name) => join(backups, name)) : [];
};

/** What a later version added to filings and entries is no difference. */
function expectAll(workspace: Workspace, version: number): void {
  const then = contentsThen(version);
  const now = contentsOf(workspace);
  expect(now).toHaveLength(3);
  expect(now).toMatchObject(then as object[]);
  expect(workspace.verifyJournal()).toEqual({ kind: 'intact', entries: 6 });
}

describe.each(released)('a workspace of schema %i', (version) => {
  it('is what it is called', () => {
    const header = readImageHeader(readFileSync(join(frozen, `schema-${String(version)}.sqlite`)));
    expect(header?.userVersion).toBe(version);
  });

  it('opens with every filing, typed text, submission and entry of the journal', () => {
    const folder = place(version);
    const workspace = expectOk(tryToOpen(folder));
    expect(workspace.opening).toEqual({ kind: 'opened' });
    expect(workspace.readSetting('language')).toBe('zh');
    expectAll(workspace, version);
    expectAll(expectOk(tryToOpen(folder)), version);
    expect(readImageHeader(readFileSync(fileIn(folder)))?.userVersion).toBe(migrations.length);
  });

  it('is backed up before it is migrated, byte by byte', () => {
    const folder = place(version);
    const before = readFileSync(fileIn(folder));
    expectOk(tryToOpen(folder));
    const [path, ...others] = backupsIn(folder);
    expect(others).toEqual([]);
    const { manifest, image } = expectOk(examineBackup({ fs: nodeFileSystem, engine, steps: migrations }, path!, null));
    expect(manifest).toMatchObject({ reason: 'before-migration', schemaVersion: version, filings: 3, appVersion: '9.9.9' });
    expect(before.equals(image)).toBe(true);
  });

  // Each kind of failure for the oldest file, which goes through every migration; one for the others.
  const errnos = version === 1 || isLong ? ['ENOSPC', 'EIO', 'EBUSY'] : ['EIO'];
  it.each(errnos)('meets %s at any call of its migration: it is as it was, or migrated and backed up', (errno) => {
    const disk = createFailingFileSystem();
    expectOk(tryToOpen(place(version), disk.fs));
    const count = disk.calls().length;
    let migratedInSpite = 0;
    for (let at = 0; at < count; at += 1) {
      const folder = place(version);
      const before = readFileSync(fileIn(folder));
      disk.arm({ errno, at });
      const opened = tryToOpen(folder, disk.fs);
      disk.arm(null);
      if (!readFileSync(fileIn(folder)).equals(before)) {
        migratedInSpite += 1;
        const finished = backupsIn(folder).filter((path) => path.endsWith('.nianbao-backup'));
        expect(finished).toHaveLength(1);
        expectOk(examineBackup({ fs: nodeFileSystem, engine, steps: migrations }, finished[0]!, null));
      } else expect(opened.ok).toBe(false);
      expectAll(expectOk(tryToOpen(folder)), version);
    }
    expect(migratedInSpite).toBeGreaterThan(0);
    expect(migratedInSpite).toBeLessThan(count / 2);
  });
});

it('has a frozen file for every schema that was released', () => {
  expect(released).toEqual(Array.from({ length: migrations.length - 1 }, (_, index) => index + 1));
  for (const version of released) expect(existsSync(join(frozen, `schema-${String(version)}.sqlite`))).toBe(true);
});
