import { existsSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFailingFileSystem } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import {
  contentsOf,
  createClock,
  entry,
  expectOk,
  fileIn,
  open,
  sampleFiling,
  tryToOpen,
  withValue,
  type Opening,
} from './workspace-fixture.ts';

/** A workspace with one filing, and a file system that can be told to fail. */
async function prepare() {
  const folder = makeTemporaryFolder();
  const disk = createFailingFileSystem();
  const clock = createClock();
  const options: Opening = { fs: disk.fs, now: clock.now };
  const workspace = open(folder, options);
  const id = expectOk(await workspace.addFiling(withValue(sampleFiling(), 1), entry));
  await workspace.settleGenerations();
  // So that the save under test keeps a generation as well.
  clock.moveMinutes(11);
  const edit = (value: number) => workspace.updateFiling(id, { filing: withValue(sampleFiling(), value), pending: {} }, entry);
  return { folder, disk, clock, workspace, id, edit };
}

/** How many calls a save makes when none fails. */
async function callsOfASave(): Promise<number> {
  const { disk, workspace, edit } = await prepare();
  disk.arm(null);
  await edit(2);
  await workspace.settleGenerations();
  return disk.calls().length;
}

const errnos = ['ENOSPC', 'EIO', 'EROFS', 'EBUSY'] as const;

describe('a save', () => {
  it('keeps a generation when its time has come', async () => {
    expect(await callsOfASave()).toBeGreaterThan(12);
  });

  it.each(errnos)('that meets %s at any of its calls leaves the old state or the new one, and loses nothing', async (errno) => {
    const count = await callsOfASave();
    for (let at = 0; at < count; at += 1) {
      const { folder, disk, workspace, edit } = await prepare();
      const old = contentsOf(workspace);
      disk.arm({ errno, at });
      const state = expectOk(await edit(2));
      disk.arm(null);
      const edited = contentsOf(workspace);
      expect(edited).not.toEqual(old);

      const onDisk = contentsOf(open(folder));
      expect([old, edited]).toContainEqual(onDisk);
      if (state.state === 'saved') expect(onDisk).toEqual(edited);
      expect(await workspace.settle()).toEqual(state);

      expect(await workspace.saveAgain()).toMatchObject({ state: 'saved' });
      const reopened = open(folder);
      expect(reopened.opening).toEqual({ kind: 'opened' });
      expect(contentsOf(reopened)).toEqual(edited);
    }
  });

  it.each(errnos)('after which the disk is dead (%s) leaves the old state or the new one for the next start', async (errno) => {
    const count = await callsOfASave();
    for (let at = 0; at < count; at += 1) {
      const { folder, disk, workspace, edit } = await prepare();
      const old = contentsOf(workspace);
      disk.arm({ errno, at, forGood: true });
      const state = expectOk(await edit(2));
      const edited = contentsOf(workspace);
      expect(await workspace.close()).toEqual(state);
      const reopened = open(folder);
      expect(reopened.opening).toEqual({ kind: 'opened' });
      expect([old, edited]).toContainEqual(contentsOf(reopened));
      if (state.state === 'saved') expect(contentsOf(reopened)).toEqual(edited);
    }
  });

  it('that fails keeps every edit in memory, and the next one that works writes them all', async () => {
    const { folder, disk, workspace, edit } = await prepare();
    disk.arm({ errno: 'ENOSPC', at: 0, forGood: true });
    const unsaved = { state: 'unsaved', problem: { code: 'file/disk-full', details: { path: fileIn(folder), reason: 'ENOSPC' } } };
    expect(expectOk(await edit(2))).toEqual(unsaved);
    const second = expectOk(await workspace.addFiling(sampleFiling('469002'), entry));
    expect(await workspace.settle()).toEqual(unsaved);
    expect(await workspace.saveAgain()).toEqual(unsaved);
    expect(await workspace.close()).toEqual(unsaved);
    disk.arm(null);
    expect(expectOk(await edit(3))).toMatchObject({ state: 'saved' });
    const reopened = open(folder);
    expect(reopened.readFiling(second).ok).toBe(true);
    expect(contentsOf(reopened)).toEqual(contentsOf(workspace));
    expect(reopened.verifyJournal()).toEqual({ kind: 'intact', entries: 4 });
  });

  it('is not made when all is saved', async () => {
    const { disk, workspace } = await prepare();
    disk.arm(null);
    expect(await workspace.saveAgain()).toMatchObject({ state: 'saved' });
    expect(disk.calls()).toEqual([]);
  });

  it('is not made for an edit that was refused', async () => {
    const { disk, workspace } = await prepare();
    disk.arm(null);
    expect((await workspace.addFiling(sampleFiling(), entry)).ok).toBe(false);
    expect(disk.calls()).toEqual([]);
  });

  it('is not said to be done when a bug ends it', async () => {
    const { folder, disk, workspace, edit } = await prepare();
    disk.arm({ errno: 'not an errno', at: 0 });
    await expect(edit(2)).rejects.toThrow('not an errno');
    expect(await workspace.settle()).toMatchObject({ state: 'unsaved', problem: { code: 'workspace/not-writable' } });
    disk.arm(null);
    await workspace.saveAgain();
    expect(contentsOf(open(folder))).toEqual(contentsOf(workspace));
  });
});

describe('making a workspace', () => {
  it.each(errnos)('that meets %s at any of its calls makes one or says why not, and can be tried again', async (errno) => {
    const disk = createFailingFileSystem();
    open(makeTemporaryFolder(), { fs: disk.fs });
    const count = disk.calls().length;
    for (let at = 0; at < count; at += 1) {
      const folder = makeTemporaryFolder();
      disk.arm({ errno, at });
      const opened = tryToOpen(folder, { fs: disk.fs });
      disk.arm(null);
      if (opened.ok) expect(existsSync(fileIn(folder))).toBe(true);
      const again = open(folder, { fs: disk.fs });
      expect(again.listFilings()).toEqual([]);
      expect(expectOk(await again.addFiling(sampleFiling(), entry))).toHaveLength(36);
      expect(contentsOf(open(folder))).toEqual(contentsOf(again));
    }
  });
});

describe('recovering a workspace', () => {
  /** A workspace without its file: the newest of two generations holds the filing, the older one is empty. */
  const lose = async () => {
    const { folder, workspace } = await prepare();
    const contents = contentsOf(workspace);
    open(folder);
    rmSync(fileIn(folder));
    return { folder, contents };
  };

  it.each(errnos)('that meets %s at any of its calls gives what the newest generation holds, or says why not', async (errno) => {
    const disk = createFailingFileSystem();
    open((await lose()).folder, { fs: disk.fs });
    const count = disk.calls().length;
    for (let at = 0; at < count; at += 1) {
      const { folder, contents } = await lose();
      disk.arm({ errno, at });
      const opened = tryToOpen(folder, { fs: disk.fs });
      disk.arm(null);
      // A generation on a bad sector is lost, and then the one before it is the newest good one.
      const possible = errno === 'EIO' ? [contents, []] : [contents];
      if (opened.ok) expect(possible).toContainEqual(contentsOf(opened.value));
      expect(possible).toContainEqual(contentsOf(open(folder)));
    }
  });
});
