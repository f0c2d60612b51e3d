import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTemporaryName, renameWithRetries, writeAtomically } from '#main/files/atomic-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { createFailingFileSystem, errnoError, withCall } from './failing-file-system.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textAt = (path: string) => readFileSync(path, 'utf8');

describe('an atomic write', () => {
  it('makes a file that was not there', () => {
    const path = join(makeTemporaryFolder(), '海口市-460100-2020-v1.asice');
    expect(writeAtomically(nodeFileSystem, path, bytesOf('新'))).toEqual({ ok: true, value: null });
    expect(textAt(path)).toBe('新');
  });

  it('replaces a file that was there and leaves no other behind', () => {
    const folder = makeTemporaryFolder();
    const path = join(folder, 'a.json');
    writeFileSync(path, 'a much longer old text');
    expect(writeAtomically(nodeFileSystem, path, bytesOf('new')).ok).toBe(true);
    expect(textAt(path)).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('writes an empty file', () => {
    const path = join(makeTemporaryFolder(), 'empty');
    expect(writeAtomically(nodeFileSystem, path, new Uint8Array()).ok).toBe(true);
    expect(textAt(path)).toBe('');
  });

  it('goes on where a short write stopped', () => {
    const path = join(makeTemporaryFolder(), 'a');
    const { fs, calls } = createFailingFileSystem(3);
    expect(writeAtomically(fs, path, bytesOf('0123456789')).ok).toBe(true);
    expect(textAt(path)).toBe('0123456789');
    expect(calls().filter((name) => name === 'write')).toHaveLength(4);
  });

  it('does not wait for ever for a system that takes no bytes', () => {
    const path = join(makeTemporaryFolder(), 'a');
    const written = writeAtomically(
      withCall('write', () => 0),
      path,
      bytesOf('new'),
    );
    expect(written).toEqual({ ok: false, problem: { code: 'file/not-writable', details: { path, reason: 'EIO' } } });
  });

  it('syncs the bytes before the name and the folder after it', () => {
    const { fs, calls } = createFailingFileSystem();
    writeAtomically(fs, join(makeTemporaryFolder(), 'a'), bytesOf('new'));
    expect(calls()).toEqual(['openNew', 'write', 'sync', 'close', 'rename', 'syncFolder']);
  });

  it('writes beside a target whose name is as long as names can be', () => {
    const path = join(makeTemporaryFolder(), '县'.repeat(83) + '.a.json'.slice(0, 6));
    expect(writeAtomically(nodeFileSystem, path, bytesOf('new')).ok).toBe(true);
  });

  it.each([
    ['ENOSPC', 'file/disk-full'],
    ['EDQUOT', 'file/disk-full'],
    ['EFBIG', 'file/disk-full'],
    ['EROFS', 'file/read-only'],
    ['EACCES', 'file/read-only'],
    ['EPERM', 'file/read-only'],
    ['EBUSY', 'file/locked'],
    ['EIO', 'file/not-writable'],
    ['ENOENT', 'file/not-writable'],
  ] as const)('reports %s as %s, whichever call it comes from', (errno, code) => {
    const names = ['openNew', 'write', 'sync', 'close', 'rename', 'syncFolder'] as const;
    for (const name of names) {
      const folder = makeTemporaryFolder();
      const path = join(folder, 'a');
      writeFileSync(path, 'old');
      const failing = withCall(name, (): never => {
        throw errnoError(errno);
      });
      expect(writeAtomically(failing, path, bytesOf('new'))).toEqual({ ok: false, problem: { code, details: { path, reason: errno } } });
      expect(readdirSync(folder)).toEqual(['a']);
      // Only the folder's own sync comes after the new file has its name.
      expect(textAt(path)).toBe(name === 'syncFolder' ? 'new' : 'old');
    }
  });

  it('reports the failure of the write, not that of the cleaning up after it', () => {
    const path = join(makeTemporaryFolder(), 'a');
    const { fs, arm } = createFailingFileSystem();
    const names = () => readdirSync(join(path, '..'));
    arm({ errno: 'ENOSPC', at: 1, forGood: true });
    expect(writeAtomically(fs, path, bytesOf('new'))).toMatchObject({ problem: { code: 'file/disk-full' } });
    expect(names().every(isTemporaryName)).toBe(true);
    expect(names()).toHaveLength(1);
  });

  it('waits for a program that holds the file for a moment', () => {
    const path = join(makeTemporaryFolder(), 'a');
    let left = 3;
    const waits: number[] = [];
    const fs = {
      ...withCall('rename', (from, to) => {
        left -= 1;
        if (left >= 0) throw errnoError('EPERM');
        nodeFileSystem.rename(from, to);
      }),
      sleep: (milliseconds: number) => void waits.push(milliseconds),
    };
    expect(writeAtomically(fs, path, bytesOf('new')).ok).toBe(true);
    expect(waits).toEqual([10, 20, 50]);
  });

  it('gives up on a lock after two seconds', () => {
    let waited = 0;
    const fs = {
      ...withCall('rename', () => {
        throw errnoError('EBUSY');
      }),
      sleep: (milliseconds: number) => {
        waited += milliseconds;
      },
    };
    expect(() => {
      renameWithRetries(fs, 'a', 'b');
    }).toThrow('EBUSY');
    expect(waited).toBeLessThanOrEqual(2_000);
  });

  it('does not hide a bug as a problem', () => {
    const failing = withCall('write', () => {
      throw new TypeError('a bug');
    });
    expect(() => writeAtomically(failing, join(makeTemporaryFolder(), 'a'), bytesOf('new'))).toThrow('a bug');
  });
});
