import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#core/lib/problem.ts';
import { lockFormat } from '#core/workspace/lock-record.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { lockAndOpen } from '#main/store/lock-and-open.ts';
import { thisLocker, type Locker } from '#main/store/lock-witness.ts';
import { createFailingFileSystem, errnoError, withCalls } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { contentsOf, createClock, edition, engine, entry, expectOk, fileIn, open, sampleFiling, withValue } from './workspace-fixture.ts';

const elsewhere: Locker = { host: 'PC-02', adapters: ['m2'], pid: 7, user: '李强', isRunning: () => false, uptime: () => 1 };

function prepare() {
  const folder = join(makeTemporaryFolder(), 'workspace');
  const clock = createClock();
  const asked: Problem[] = [];
  const options = { folder, editions: [edition], engine, now: clock.now, randomUuid: randomUUID, appVersion: '0.1.0' };
  const openAs = (locker: Locker, answer = false, fs = nodeFileSystem) =>
    lockAndOpen({
      ...options,
      fs,
      locker,
      agrees: (silent) => {
        asked.push(silent);
        return Promise.resolve(answer);
      },
    });
  return { folder, asked, openAs };
}

describe('a workspace that is opened', () => {
  it('is refused to a second app until it is closed, and nothing of it is touched', async () => {
    const { folder, openAs, asked } = prepare();
    const workspace = expectOk(await openAs(thisLocker()));
    expectOk(await workspace.addFiling(sampleFiling(), entry));
    const leftover = join(folder, `.nianbao-${'0'.repeat(36)}.tmp`);
    writeFileSync(leftover, 'what the first app is writing');
    for (const locker of [thisLocker(), elsewhere]) expect(await openAs(locker)).toMatchObject({ problem: { code: 'workspace/in-use' } });
    expect(existsSync(leftover)).toBe(true);
    expect(asked).toEqual([]);
    expect(await workspace.close()).toMatchObject({ state: 'saved' });
    expect(existsSync(join(folder, 'nianbao.lock'))).toBe(false);
    expect(expectOk(await openAs(elsewhere)).listFilings()).toHaveLength(1);
  });

  it('after a crash is opened at once on the same computer', async () => {
    const { folder, openAs } = prepare();
    expectOk(await openAs({ ...thisLocker(), isRunning: () => false, pid: 4_000_000 }));
    expect(existsSync(join(folder, 'nianbao.lock'))).toBe(true);
    expect((await openAs({ ...thisLocker(), isRunning: () => false })).ok).toBe(true);
  });

  it('elsewhere, and silent for long, is asked about; who lost it saves nothing any more', async () => {
    const { folder, openAs, asked } = prepare();
    const first = expectOk(await openAs(thisLocker()));
    const id = expectOk(await first.addFiling(withValue(sampleFiling(), 1), entry));
    const earlier = new Date(Date.now() - 11.5 * 60_000);
    utimesSync(join(folder, 'nianbao.lock'), earlier, earlier);
    expect(await openAs(elsewhere, false)).toMatchObject({ problem: { code: 'workspace/silent-lock', details: { minutes: 11 } } });
    const second = expectOk(await openAs(elsewhere, true));
    expect(asked.map((each) => each.code)).toEqual(['workspace/silent-lock', 'workspace/silent-lock']);
    expectOk(await second.updateFiling(id, { filing: withValue(sampleFiling(), 2), pending: {} }, entry));

    const bytes = readFileSync(fileIn(folder));
    const lost = expectOk(await first.updateFiling(id, { filing: withValue(sampleFiling(), 3), pending: {} }, entry));
    expect(lost).toMatchObject({ state: 'unsaved', problem: { code: 'workspace/taken-over', details: { user: '李强', host: 'PC-02' } } });
    expect(await first.close()).toMatchObject({ state: 'unsaved' });
    expect(readFileSync(fileIn(folder)).equals(bytes)).toBe(true);
    await second.close();
    expect(await first.close()).toMatchObject({ state: 'unsaved' });
    expect(contentsOf(open(folder))).toMatchObject([{ filing: withValue(sampleFiling(), 2) }]);
  });

  it('gives its folder free again when it cannot be opened', async () => {
    const { folder, openAs } = prepare();
    mkdirSync(folder);
    writeFileSync(fileIn(folder), 'broken');
    expect(await openAs(thisLocker())).toMatchObject({ problem: { code: 'workspace/damaged' } });
    expect(existsSync(join(folder, 'nianbao.lock'))).toBe(false);
  });

  it('opens on a disk that cannot be written, where there can be no lock either', async () => {
    const { folder, openAs } = prepare();
    await expectOk(await openAs(thisLocker())).close();
    const refuse = () => {
      throw errnoError('EROFS');
    };
    const workspace = expectOk(await openAs(thisLocker(), false, withCalls({ openNew: refuse, rename: refuse, remove: refuse })));
    expect(await workspace.writeSetting('language', 'en')).toMatchObject({ state: 'unsaved', problem: { code: 'file/read-only' } });
    expect(existsSync(join(folder, 'nianbao.lock'))).toBe(false);
  });

  it.each(['ENOSPC', 'EIO', 'EBUSY'])('that meets %s at any call opens as it was, or says why not', async (errno) => {
    const counted = createFailingFileSystem();
    const prepared = prepare();
    const first = expectOk(await prepared.openAs(thisLocker()));
    expectOk(await first.addFiling(sampleFiling(), entry));
    await first.close();
    await expectOk(await prepared.openAs(thisLocker(), false, counted.fs)).close();
    const count = counted.calls().length;
    for (let at = 0; at < count; at += 1) {
      const disk = createFailingFileSystem();
      disk.arm({ errno, at });
      const opened = await prepared.openAs(thisLocker(), false, disk.fs);
      disk.arm(null);
      if (opened.ok) {
        expect(opened.value.listFilings()).toHaveLength(1);
        expect(opened.value.opening).toEqual({ kind: 'opened' });
        await opened.value.close();
      }
    }
    expect(expectOk(await prepared.openAs(thisLocker())).listFilings()).toHaveLength(1);
  });

  it('with a lock that is no record is asked about', async () => {
    const { folder, openAs, asked } = prepare();
    mkdirSync(folder);
    writeFileSync(join(folder, 'nianbao.lock'), JSON.stringify({ format: lockFormat }));
    expect(await openAs(thisLocker())).toMatchObject({ problem: { code: 'workspace/silent-lock' } });
    expect((await openAs(thisLocker(), true)).ok).toBe(true);
    expect(asked).toHaveLength(2);
  });
});
