/** Edits that come while a write is under way: one write at a time, each edit answered when it is on disk. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SaveState } from '#core/ipc/views.ts';
import { nodeFileSystem, type AsyncFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { workspaceFileName } from '#main/store/workspace.ts';
import { errnoError } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { engine, fileIn, open } from './workspace-fixture.ts';

/** The real file system; the rename of each save waits until it is let through, and fails when that is done with an errno. */
function createGate() {
  const waiting: ((errno: string | null) => void)[] = [];
  let renames = 0;
  const rename: AsyncFileSystem['rename'] = async (from, to) => {
    if (!isSaved(to)) return nodeFileSystem.async.rename(from, to);
    renames += 1;
    const errno = await new Promise<string | null>((resolve) => waiting.push(resolve));
    if (errno !== null) throw errnoError(errno);
    await nodeFileSystem.async.rename(from, to);
  };
  const fs: FileSystem = { ...nodeFileSystem, async: { ...nodeFileSystem.async, rename } };
  return {
    fs,
    /** How many writes have come as far as their rename. */
    renames: () => renames,
    arrival: async () => {
      while (waiting.length === 0) await nextTurn();
    },
    letThrough: (errno: string | null = null) => waiting.shift()?.(errno),
  };
}

const isSaved = (path: string) => basename(path) === workspaceFileName;
const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** What the file on disk says. */
const onDisk = (folder: string) => String(engine.open(readFileSync(fileIn(folder))).rows('SELECT value FROM setting')[0]?.['value'] ?? '');

describe('edits during a write', () => {
  it('share the next write, and none is answered before it is on disk', async () => {
    const folder = makeTemporaryFolder();
    const gate = createGate();
    const workspace = open(folder, { fs: gate.fs });
    const answered: string[] = [];
    const edit = (value: string) => workspace.writeSetting('key', value).then((state) => answered.push(`${value} ${state.state}`));
    const first = edit('1');
    await gate.arrival();
    const others = ['2', '3', '4'].map(edit);
    expect(workspace.readSetting('key')).toBe('4');
    await nextTurn();
    expect([gate.renames(), answered, onDisk(folder)]).toEqual([1, [], '']);
    gate.letThrough();
    await first;
    expect([answered, onDisk(folder)]).toEqual([['1 saved'], '1']);
    await gate.arrival();
    expect(answered).toHaveLength(1);
    gate.letThrough();
    await Promise.all(others);
    expect([gate.renames(), answered.slice(1), onDisk(folder)]).toEqual([2, ['2 saved', '3 saved', '4 saved'], '4']);
  });

  it('in one turn are one write', async () => {
    const gate = createGate();
    const workspace = open(makeTemporaryFolder(), { fs: gate.fs });
    const edits = ['1', '2', '3'].map((value) => workspace.writeSetting('key', value));
    await gate.arrival();
    gate.letThrough();
    await Promise.all(edits);
    expect(gate.renames()).toBe(1);
  });

  it('are told apart when one of two writes fails', async () => {
    const folder = makeTemporaryFolder();
    const gate = createGate();
    const workspace = open(folder, { fs: gate.fs });
    const first = workspace.writeSetting('key', '1');
    await gate.arrival();
    const second = workspace.writeSetting('key', '2');
    gate.letThrough('ENOSPC');
    expect(await first).toMatchObject({ state: 'unsaved', problem: { code: 'file/disk-full' } });
    await gate.arrival();
    gate.letThrough();
    expect([await second, onDisk(folder)]).toMatchObject([{ state: 'saved' }, '2']);
    expect(await workspace.settle()).toMatchObject({ state: 'saved' });
  });

  it('are waited for by closing, and so are those that come while it waits', async () => {
    const folder = makeTemporaryFolder();
    const gate = createGate();
    const workspace = open(folder, { fs: gate.fs });
    const states: Promise<SaveState>[] = [workspace.writeSetting('key', '1')];
    await gate.arrival();
    const closed = workspace.close();
    states.push(workspace.writeSetting('key', '2'));
    gate.letThrough();
    await gate.arrival();
    states.push(workspace.writeSetting('key', '3'));
    gate.letThrough();
    await gate.arrival();
    gate.letThrough();
    expect(await closed).toMatchObject({ state: 'saved' });
    expect((await Promise.all(states)).map((each) => each.state)).toEqual(['saved', 'saved', 'saved']);
    expect(onDisk(folder)).toBe('3');
    expect(() => workspace.readSetting('key')).toThrow();
  });

  it('are on disk when they are answered, whatever the order and the failures of the calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { maxLength: 60 }), async (scheduler, faults) => {
        const folder = makeTemporaryFolder();
        const calls = nodeFileSystem.async;
        let writers = 0;
        const next = async <T>(work: () => Promise<T>): Promise<T> => {
          await scheduler.schedule(Promise.resolve());
          return work();
        };
        const faulty = async <T>(work: () => Promise<T>): Promise<T> => {
          await scheduler.schedule(Promise.resolve());
          if (faults.shift() === true) throw errnoError('EIO');
          return work();
        };
        const async: AsyncFileSystem = {
          ...calls,
          openNew: async (path, readers) => {
            // What is kept for this user alone is not the save.
            if (readers === 'everyone') writers += 1;
            expect(writers).toBeLessThanOrEqual(1);
            return next(() => calls.openNew(path, readers));
          },
          write: (descriptor, bytes) => faulty(() => calls.write(descriptor, bytes)),
          sync: (descriptor) => faulty(() => calls.sync(descriptor)),
          rename: (from, to) => faulty(() => calls.rename(from, to)),
          remove: async (path) => {
            await next(() => calls.remove(path));
            writers -= 1;
          },
          syncFolder: async (path) => {
            await next(() => calls.syncFolder(path));
            writers -= 1;
          },
        };
        const workspace = open(folder, { fs: { ...nodeFileSystem, async } });
        const made: string[] = [];
        const edits = ['1', '2', '3', '4', '5', '6'].map(async (value) => {
          await scheduler.schedule(Promise.resolve());
          made.push(value);
          const state = await workspace.writeSetting('key', value);
          if (state.state === 'saved') expect(made.indexOf(onDisk(folder))).toBeGreaterThanOrEqual(made.indexOf(value));
        });
        try {
          await scheduler.waitFor(Promise.all(edits));
          faults.length = 0;
          expect(await scheduler.waitFor(workspace.saveAgain())).toMatchObject({ state: 'saved' });
          expect(onDisk(folder)).toBe(made.at(-1));
        } finally {
          // The test waits for it at its end, when no scheduler runs any more.
          await scheduler.waitFor(workspace.settleGenerations());
        }
      }),
      { numRuns: 100 },
    );
  });
});
