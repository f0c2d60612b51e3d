import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeLock, lockFormat, type LockRecord } from '#core/workspace/lock-record.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { lockFileName, lockFolder, type FolderLock } from '#main/store/folder-lock.ts';
import { thisLocker, type Locker } from '#main/store/lock-witness.ts';
import { createFailingFileSystem, errnoError, withCall } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, expectOk } from './workspace-fixture.ts';

const wang: Locker = { host: 'PC-01', adapters: ['m1'], pid: 100, user: '王芳', isRunning: () => true, uptime: () => 36_000 };
const li: Locker = { host: 'PC-02', adapters: ['m2'], pid: 200, user: '李强', isRunning: () => false, uptime: () => 36_000 };

function prepare() {
  const folder = makeTemporaryFolder();
  const clock = createClock();
  const lock = (locker: Locker, agreed: string | null = null, fs: FileSystem = nodeFileSystem) =>
    lockFolder({ fs, folder, now: clock.now, locker }, agreed);
  /** The lock was last written so many minutes ago. */
  const age = (minutes: number) => {
    const at = new Date(Date.now() - (minutes + 0.5) * 60_000);
    utimesSync(join(folder, lockFileName), at, at);
  };
  const record = (): LockRecord | null => decodeLock(readFileSync(join(folder, lockFileName), 'utf8'));
  return { folder, clock, lock, record, age };
}

function problemOf(lock: FolderLock) {
  const found = lock.check();
  if (found === null) throw new Error('the lock is ours');
  return found;
}

describe('the lock of a workspace folder', () => {
  it('says who has the folder open, and is gone when it is given free', () => {
    const { folder, lock, record } = prepare();
    const held = expectOk(lock(wang));
    expect(record()).toMatchObject({ format: lockFormat, host: 'PC-01', pid: 100, user: '王芳', startedAt: '2026-01-12T08:30:00.000Z' });
    expect(held.check()).toBeNull();
    held.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a second app, on this computer or on another, and says who has it and since when', () => {
    const { folder, lock } = prepare();
    expectOk(lock(wang));
    for (const other of [li, { ...wang, pid: 101 }]) {
      const refused = lock(other);
      expect(refused).toMatchObject({ problem: { code: 'workspace/in-use', details: { path: folder, user: '王芳', host: 'PC-01' } } });
      if (refused.ok) throw new Error('it was opened twice');
      expect(describeProblem(refused.problem, 'zh')).toMatch(/正由 王芳 在计算机“PC-01”上使用（\d{4}-\d{2}-\d{2} \d{2}:\d{2} 打开）/u);
    }
  });

  it('is taken over from an app of this computer that has ended', () => {
    const { lock, record } = prepare();
    expectOk(lock(wang));
    const next = expectOk(lock({ ...wang, pid: 101, isRunning: () => false }));
    expect(record()?.pid).toBe(101);
    expect(next.check()).toBeNull();
  });

  it('is taken over after this computer was started anew, even when the number of the process is in use again', () => {
    const { clock, lock } = prepare();
    expectOk(lock(wang));
    clock.moveMinutes(5);
    expect(lock({ ...wang, pid: 101, uptime: () => 60 }).ok).toBe(true);
  });

  it('stays with another computer while that one says that it runs', async () => {
    const { clock, lock, age } = prepare();
    const held = expectOk(lock(wang));
    for (let round = 0; round < 3; round += 1) {
      age(9);
      expect(lock(li)).toMatchObject({ problem: { code: 'workspace/in-use' } });
      age(11);
      await held.beat();
      expect(lock(li)).toMatchObject({ problem: { code: 'workspace/in-use' } });
    }
    // Whatever the clocks of the two computers say.
    clock.moveMinutes(-600_000);
    expect(lock(li)).toMatchObject({ problem: { code: 'workspace/in-use' } });
  });

  it('of another computer that went silent is asked about, and taken over only when the user agreed to that very lock', () => {
    const { lock, record, age } = prepare();
    const held = expectOk(lock(wang));
    age(11);
    const asked = lock(li);
    expect(asked).toMatchObject({ problem: { code: 'workspace/silent-lock', details: { user: '王芳', host: 'PC-01', minutes: 11 } } });
    if (asked.ok) throw new Error('it was taken over in silence');
    expect(lock(li, 'another lock').ok).toBe(false);
    const taken = expectOk(lock(li, String(asked.problem.details['lock'])));
    expect(record()?.user).toBe('李强');
    expect(taken.check()).toBeNull();

    // The first computer wakes up and must not write, neither now nor when the other one is done.
    expect(problemOf(held)).toMatchObject({ code: 'workspace/taken-over', details: { user: '李强', host: 'PC-02' } });
    taken.release();
    expect(problemOf(held).code).toBe('workspace/taken-over');
    held.release();
  });

  it('does not write again when its file is gone: somebody may have been there in the meantime', async () => {
    const { folder, lock } = prepare();
    const held = expectOk(lock(wang));
    rmSync(join(folder, lockFileName));
    await held.beat();
    expect(problemOf(held)).toMatchObject({ code: 'workspace/lock-gone', details: { path: folder } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not leave a lock behind when it is given free while it says that it runs', async () => {
    const { folder, lock } = prepare();
    const held = expectOk(lock(wang));
    const beat = held.beat();
    held.release();
    await beat;
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['NUL bytes', '\0'.repeat(300)],
    ['of a later format', JSON.stringify({ format: 'nianbao.lock/9' })],
  ])('that is %s is asked about', (_name, text) => {
    const { folder, lock, age } = prepare();
    writeFileSync(join(folder, lockFileName), text);
    age(20);
    const asked = lock(wang);
    expect(asked).toMatchObject({ problem: { code: 'workspace/silent-lock', details: { user: '—', minutes: 20 } } });
    if (asked.ok) throw new Error('it was taken over in silence');
    expect(lock(wang, String(asked.problem.details['lock'])).ok).toBe(true);
  });

  it('is not needed where nothing can be written, and is made as soon as it can be', () => {
    const { folder, lock } = prepare();
    let isFull = true;
    const fs = withCall('openNew', (path, readers) => {
      if (isFull) throw errnoError('EROFS');
      return nodeFileSystem.openNew(path, readers);
    });
    const held = expectOk(lock(wang, null, fs));
    expect(held.check()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    isFull = false;
    expect(held.check()).toBeNull();
    expect(readdirSync(folder)).toEqual([lockFileName]);
  });

  it.each(['ENOSPC', 'EIO', 'EROFS', 'EBUSY', 'EPERM'])('that meets %s at any of its calls is whole, or is none', (errno) => {
    const disk = createFailingFileSystem();
    expectOk(prepare().lock(wang, null, disk.fs));
    const count = disk.calls().length;
    for (let at = 0; at < count; at += 1) {
      const { folder, lock } = prepare();
      disk.arm({ errno, at });
      const held = expectOk(lock(wang, null, disk.fs));
      disk.arm(null);
      expect(held.check()).toBeNull();
      expect(lock(li)).toMatchObject({ problem: { code: 'workspace/in-use' } });
      held.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is judged by the clock of the record where the system does not say when it was written', () => {
    const { clock, lock } = prepare();
    expectOk(lock(wang));
    const fs = withCall('writtenAt', () => {
      throw errnoError('EIO');
    });
    expect(lock(li, null, fs)).toMatchObject({ problem: { code: 'workspace/in-use' } });
    clock.moveMinutes(12);
    expect(lock(li, null, fs)).toMatchObject({ problem: { code: 'workspace/silent-lock', details: { minutes: 12 } } });
  });

  it('is put back when somebody else locked the folder while an abandoned one was taken away', () => {
    const { folder, clock, lock } = prepare();
    expectOk(lock({ ...wang, pid: 99 }));
    const path = join(folder, lockFileName);
    let isFirst = true;
    const fs = withCall('rename', (from, to) => {
      if (isFirst && from === path) {
        isFirst = false;
        rmSync(path);
        expectOk(lockFolder({ fs: nodeFileSystem, folder, now: clock.now, locker: li }));
      }
      nodeFileSystem.rename(from, to);
    });
    expect(lock({ ...wang, isRunning: () => false }, null, fs)).toMatchObject({
      problem: { code: 'workspace/in-use', details: { user: '李强' } },
    });
    expect(readdirSync(folder)).toEqual([lockFileName]);
  });
});

describe('this computer', () => {
  it('tells a running process from one that has ended', async () => {
    const { isRunning, pid } = thisLocker();
    expect(pid).toBe(process.pid);
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    expect(isRunning(child.pid!)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(child.pid!)).toBe(false);
  });

  it('names itself and keeps the addresses of its adapters to itself', () => {
    const { host, adapters, user, uptime } = thisLocker();
    expect([host, user].every((each) => each.length > 0)).toBe(true);
    expect(uptime()).toBeGreaterThan(0);
    expect(adapters.every((each) => /^[0-9a-f]{16}$/u.test(each))).toBe(true);
  });
});
