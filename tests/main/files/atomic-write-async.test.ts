import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomicallyAsync } from '#main/files/atomic-write-async.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { createFailingFileSystem, errnoError, withCall, withCalls } from './failing-file-system.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const chunksOf = (...texts: readonly string[]) => texts.map((text) => new TextEncoder().encode(text));
const textAt = (path: string) => readFileSync(path, 'utf8');

describe('an asynchronous atomic write', () => {
  it('makes or replaces a file and leaves no other behind', async () => {
    const folder = makeTemporaryFolder();
    const path = join(folder, '年报.sqlite');
    for (const parts of [['新'], ['much ', 'longer'], ['', 'x', ''], []]) {
      expect(await writeAtomicallyAsync(nodeFileSystem.async, path, chunksOf(...parts))).toEqual({ ok: true, value: null });
      expect([textAt(path), readdirSync(folder)]).toEqual([parts.join(''), ['年报.sqlite']]);
    }
  });

  it('does what the synchronous one does, in the same order, and goes on where a short write stopped', async () => {
    const path = join(makeTemporaryFolder(), 'a');
    const { fs, calls } = createFailingFileSystem(3);
    expect((await writeAtomicallyAsync(fs.async, path, chunksOf('01234', '56789'))).ok).toBe(true);
    expect(textAt(path)).toBe('0123456789');
    expect(calls()).toEqual(['openNew', 'write', 'write', 'write', 'write', 'sync', 'close', 'rename', 'syncFolder']);
  });

  it('asks for a part while the one before is being written, and no earlier', async () => {
    const made: number[] = [];
    const written: number[] = [];
    function* parts() {
      for (const part of [1, 2, 3]) {
        made.push(written.length);
        yield new Uint8Array([part]);
      }
    }
    const fs = withCall('write', (descriptor, bytes, offset) => {
      written.push(...bytes);
      return nodeFileSystem.write(descriptor, bytes, offset);
    });
    const writing = writeAtomicallyAsync(fs.async, join(makeTemporaryFolder(), 'a'), parts());
    expect(made).toEqual([0]);
    await writing;
    expect([made, written]).toEqual([
      [0, 0, 1],
      [1, 2, 3],
    ]);
  });

  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EBUSY', 'EIO'])(
    'reports %s as the synchronous one does, whichever call it comes from',
    async (errno) => {
      for (const name of ['openNew', 'write', 'sync', 'close', 'rename', 'syncFolder'] as const) {
        const folder = makeTemporaryFolder();
        const path = join(folder, 'a');
        writeFileSync(path, 'old');
        const failing = withCall(name, (): never => {
          throw errnoError(errno);
        });
        const codes = { ENOSPC: 'disk-full', EROFS: 'read-only', EACCES: 'read-only', EBUSY: 'locked', EIO: 'not-writable' };
        const code = `file/${codes[errno as keyof typeof codes]}`;
        expect(await writeAtomicallyAsync(failing.async, path, chunksOf('new'))).toEqual({
          ok: false,
          problem: { code, details: { path, reason: errno } },
        });
        expect([readdirSync(folder), textAt(path)]).toEqual([['a'], name === 'syncFolder' ? 'new' : 'old']);
      }
    },
  );

  it('waits, without blocking, for a program that holds the file for a moment, and gives up after two seconds', async () => {
    const path = join(makeTemporaryFolder(), 'a');
    const waits: number[] = [];
    const after = (refusals: number) => {
      waits.length = 0;
      let left = refusals;
      return withCalls({
        rename: (from, to) => {
          left -= 1;
          if (left >= 0) throw errnoError('EPERM');
          nodeFileSystem.rename(from, to);
        },
        sleep: (milliseconds) => void waits.push(milliseconds),
      });
    };
    expect((await writeAtomicallyAsync(after(3).async, path, chunksOf('new'))).ok).toBe(true);
    expect(waits).toEqual([10, 20, 50]);
    expect((await writeAtomicallyAsync(after(99).async, path, chunksOf('new'))).ok).toBe(false);
    expect(waits.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2_000);
  });

  it('does not wait for ever for a system that takes no bytes', async () => {
    const path = join(makeTemporaryFolder(), 'a');
    const { async } = withCall('write', () => 0);
    expect(await writeAtomicallyAsync(async, path, chunksOf('new'))).toMatchObject({ problem: { details: { path, reason: 'EIO' } } });
  });

  it('does not hide a bug as a problem', async () => {
    const failing = withCall('write', () => {
      throw new TypeError('a bug');
    });
    await expect(writeAtomicallyAsync(failing.async, join(makeTemporaryFolder(), 'a'), chunksOf('new'))).rejects.toThrow('a bug');
  });
});

describe('the asynchronous calls of node', () => {
  it('do what the synchronous ones do', async () => {
    const folder = makeTemporaryFolder();
    const { async } = nodeFileSystem;
    const path = join(folder, 'a');
    const descriptor = await async.openNew(path, 'owner');
    expect(await async.write(descriptor, new Uint8Array([1, 2]).subarray(1))).toBe(1);
    await async.sync(descriptor);
    await async.close(descriptor);
    expect([...(await async.read(path))]).toEqual([2]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    await expect(async.openNew(path, 'owner')).rejects.toMatchObject({ code: 'EEXIST' });
    await async.rename(path, join(folder, 'b'));
    await async.syncFolder(folder);
    await async.remove(join(folder, 'b'));
    expect(readdirSync(folder)).toEqual([]);
    await expect(async.syncFolder(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
