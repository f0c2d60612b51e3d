import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeBackup } from '#core/text/describe-backup.ts';
import { nodeFileSystem, type FileSystem } from '#main/files/file-system.ts';
import { hostHere } from '#main/store/backups/backup-host.ts';
import { backupWork } from '#main/store/backups/backup-work.ts';
import { copiesFolderName, openBackups, type BackupFailure } from '#main/store/backups/backups.ts';
import { storedAttachments } from '#main/store/backups/stored-attachments.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { createFailingFileSystem, errnoError, withCalls } from '../../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../../files/temporary-folder.ts';
import { contentsOf, createClock, entry, expectOk, fileIn, open, sampleFiling, withValue } from '../workspace-fixture.ts';
import { tools } from './backup-fixture.ts';

function backupsOf(
  workspace: Workspace,
  folder: string,
  fs: FileSystem,
  now: () => Date,
  onFailure: (failure: BackupFailure) => unknown = () => undefined,
) {
  return openBackups({ workspace, folder, fs, host: hostHere(backupWork(tools(fs))), appVersion: '0.1.0', now, onFailure });
}

/** A workspace with two filings and an attachment, and its backups. */
async function prepare(fs: FileSystem = nodeFileSystem) {
  const folder = makeTemporaryFolder();
  const clock = createClock();
  const workspace = open(folder, { now: clock.now, fs });
  const ids: string[] = [];
  for (const code of ['469001', '469002']) ids.push(expectOk(await workspace.addFiling(withValue(sampleFiling(code), 1), entry)));
  const scan = expectOk(storedAttachments(nodeFileSystem, folder).keep(new TextEncoder().encode('一份扫描件')));
  const failures: BackupFailure[] = [];
  const backups = backupsOf(workspace, folder, fs, clock.now, (failure) => failures.push(failure));
  const edit = async (code: string, value: number) => {
    const id = ids[code === '469001' ? 0 : 1]!;
    return expectOk(await workspace.updateFiling(id, { filing: withValue(sampleFiling(code), value), pending: {} }, entry));
  };
  /** Leaves the workspace with other contents than the backup that it returns. */
  const diverge = async () => {
    const made = expectOk(await backups.make('hourly'));
    clock.moveMinutes(5);
    await edit('469001', 2);
    expectOk(await workspace.addFiling(sampleFiling('469003'), entry));
    return made;
  };
  return { folder, clock, workspace, backups, failures, edit, diverge, scan };
}

const refuse = () => {
  throw errnoError('ENOSPC');
};

describe('the backups of a workspace', () => {
  it('are made one after the other, and listed with the newest first', async () => {
    const { backups } = await prepare();
    await Promise.all((['hourly', 'before-seal', 'requested'] as const).map((reason) => backups.make(reason)));
    expect(expectOk(backups.list()).map((each) => each.reason)).toEqual(['requested', 'before-seal', 'hourly']);
  });

  it('are made of what is entered, saved or not', async () => {
    const disk = createFailingFileSystem();
    const { backups, workspace, edit } = await prepare(disk.fs);
    disk.arm({ errno: 'ENOSPC', at: 0, forGood: true });
    expect(await edit('469001', 9)).toMatchObject({ state: 'unsaved' });
    disk.arm(null);
    const { path } = expectOk(await backups.make('requested'));
    expect(expectOk(await backups.preview(path)).changes).toMatchObject({ same: 2, different: [] });
    expect(contentsOf(workspace)).toHaveLength(2);
  });

  it('are due at first, an hour after the last, and on the next day, when something changed', async () => {
    const { backups, clock, edit } = await prepare();
    const due = async () => {
      const made = await backups.makeDue('hourly');
      return made === null ? null : expectOk(made).manifest.reason;
    };
    expect(await due()).toBe('daily');
    clock.moveMinutes(61);
    expect(await due()).toBeNull();
    await edit('469001', 2);
    expect(await due()).toBe('hourly');
    clock.moveMinutes(30);
    await edit('469001', 3);
    expect(await due()).toBeNull();
    clock.moveMinutes(24 * 60);
    expect(await due()).toBe('daily');
  });

  it('are copied once a day to a further place, in a folder of their own, as long as it is there', async () => {
    const { backups, clock, edit } = await prepare();
    const stick = makeTemporaryFolder();
    const { path, manifest } = expectOk((await backups.copyDue(stick))!);
    expect([dirname(path), manifest.reason]).toEqual([join(stick, copiesFolderName), 'daily']);
    await edit('469001', 2);
    expect(await backups.copyDue(stick)).toBeNull();
    clock.moveMinutes(24 * 60);
    const gone = join(stick, 'not plugged in');
    expect(await backups.copyDue(gone)).toMatchObject({ problem: { code: 'backup/place-missing' } });
    expect(backups.copies(gone)).toMatchObject({ newest: null, problem: { code: 'backup/place-missing' } });
    expect(readdirSync(stick)).toEqual([copiesFolderName]);
    expectOk((await backups.copyDue(stick))!);
    expect(backups.copies(stick)).toMatchObject({ newest: expect.stringContaining('2026-01-13'), problem: null });
    expect(expectOk(backups.list())).toEqual([]);
  });

  it('that fail are told, remembered until one succeeds, and stop no edit', async () => {
    let isFull = false;
    const fs = withCalls({
      openNew: (path, readers) => (isFull && path.includes('backups') ? refuse() : nodeFileSystem.openNew(path, readers)),
    });
    const { folder, backups, failures, edit } = await prepare(fs);
    isFull = true;
    expect(await backups.makeDue('hourly')).toMatchObject({
      problem: { code: 'file/disk-full', details: { path: join(folder, 'backups') } },
    });
    expect(failures).toMatchObject([{ reason: 'daily', problem: { code: 'file/disk-full' } }]);
    expect(backups.failure()).toEqual(failures[0]);
    expect(await edit('469001', 2)).toMatchObject({ state: 'saved' });
    isFull = false;
    expectOk((await backups.makeDue('hourly'))!);
    expect(backups.failure()).toBeNull();
  });

  it('are found by their name, and only by it', async () => {
    const { backups } = await prepare();
    const { path } = expectOk(await backups.make('hourly'));
    expect(backups.pathOf(basename(path))).toEqual({ ok: true, value: path });
    for (const name of ['nothing', '../nianbao.sqlite', '']) {
      expect(backups.pathOf(name)).toEqual({ ok: false, problem: { code: 'backup/not-found', details: { name } } });
    }
  });

  it('say what is inside when they are looked into, and are not changed by it', async () => {
    const { folder, backups, workspace } = await prepare();
    const made = expectOk(await backups.make('requested'));
    const bytes = readFileSync(made.path);
    const names = readdirSync(folder, { recursive: true });
    expect(expectOk(await backups.inspect(made.path))).toEqual({
      sha256: made.sha256,
      size: made.size,
      madeAt: '2026-01-12T08:30:00.000Z',
      reason: 'requested',
      appVersion: '0.1.0',
      schemaVersion: workspace.state().schemaVersion,
      filings: ['469001', '469002'].map((code) => ({
        unitCode: code,
        unitName: `单位${code}`,
        reportYear: 2020,
        changedAt: '2026-01-12T08:30:00.000Z',
      })),
      attachments: 1,
      received: 0,
      absent: 0,
      absentAttachments: [],
      journal: { kind: 'intact', entries: 2 },
    });
    expect(readFileSync(made.path).equals(bytes)).toBe(true);
    expect(readdirSync(folder, { recursive: true })).toEqual(names);
  });
});

describe('attachments that are gone', () => {
  it('are counted and named by the backup that is made without them, and by the one that is looked into', async () => {
    const { workspace, backups, folder } = await prepare();
    const [digest, gone] = ['c'.repeat(64), 'd'.repeat(64)];
    const attachment = (name: string, sha256: string) => ({ name, digest: sha256, size: 9, mediaType: 'application/pdf' });
    const filing = { ...sampleFiling('469003'), attachments: [attachment('签字页 一.pdf', digest), attachment('附表.xlsx', gone)] };
    expectOk(await workspace.addFiling(filing, entry));
    const made = expectOk(await backups.make('requested'));
    const named = ['签字页 一.pdf', '附表.xlsx'].map((name) => ({ name, unitName: '单位469003', reportYear: 2020 }));
    expect([made.manifest.absent, made.absentAttachments]).toEqual([[digest, gone], named]);
    const inspected = expectOk(await backups.inspect(made.path));
    expect(inspected).toMatchObject({ attachments: 1, absent: 2, absentAttachments: named });
    expect(describeBackup(inspected, 'zh', (iso) => iso).join('\n')).toContain('缺少：签字页 一.pdf（单位469003 2020 年）');
    expect(readdirSync(join(folder, 'attachments'))).toHaveLength(1);
  });
});

describe('a restore', () => {
  it('is shown before it is made', async () => {
    const { backups, diverge } = await prepare();
    const { path } = await diverge();
    const name = (code: string) => ({ unitCode: code, unitName: `单位${code}`, reportYear: 2020 });
    expect(expectOk(await backups.preview(path)).changes).toEqual({
      onlyHere: [{ ...name('469003'), changedAt: '2026-01-12T08:35:00.000Z' }],
      onlyThere: [],
      different: [{ ...name('469001'), hereChangedAt: '2026-01-12T08:35:00.000Z', thereChangedAt: '2026-01-12T08:30:00.000Z' }],
      same: 1,
      reception: { onlyHere: 0, onlyThere: 0, isRosterOther: false },
    });
  });

  it('brings everything back as it was, on disk too, and says so in the journal', async () => {
    const { folder, backups, workspace, diverge, scan } = await prepare();
    const contents = contentsOf(workspace);
    const { path, sha256 } = await diverge();
    rmSync(join(folder, 'attachments', scan));
    const before = expectOk(await backups.restore(path, sha256, '王芳'));
    expect(contentsOf(workspace)).toEqual(contents);
    expect(contentsOf(open(folder))).toEqual(contents);
    expect(existsSync(join(folder, 'attachments', scan))).toBe(true);
    expect(workspace.verifyJournal()).toEqual({ kind: 'intact', entries: 3 });
    expect(workspace.state().journal.entries).toBe(3);
    expect(before.manifest.reason).toBe('before-restore');
    // What was entered here is what opens now if the file breaks.
    writeFileSync(fileIn(folder), '');
    expect(contentsOf(open(folder))).toEqual(contents);
  });

  it('is undone by restoring the state before it', async () => {
    const { backups, workspace, diverge } = await prepare();
    const made = await diverge();
    const contents = contentsOf(workspace);
    const before = expectOk(await backups.restore(made.path, made.sha256, '王芳'));
    expect(contentsOf(workspace)).not.toEqual(contents);
    expectOk(await backups.restore(before.path, before.sha256, '王芳'));
    expect(contentsOf(workspace)).toEqual(contents);
    expect(workspace.verifyJournal().kind).toBe('intact');
  });

  it('goes on with the workspace: edits are saved and kept after it', async () => {
    const { folder, backups, workspace, diverge, edit } = await prepare();
    const { path, sha256 } = await diverge();
    expectOk(await backups.restore(path, sha256, '王芳'));
    expect(await edit('469002', 7)).toMatchObject({ state: 'saved' });
    expect(contentsOf(open(folder))).toEqual(contentsOf(workspace));
  });

  it('takes no edit while it is under way', async () => {
    const { backups, workspace, diverge } = await prepare();
    const { path, sha256 } = await diverge();
    const restored = backups.restore(path, sha256, '王芳');
    await Promise.resolve();
    await Promise.resolve();
    const [{ id } = { id: '' }] = workspace.listFilings();
    const refused = await workspace.updateFiling(id, { filing: sampleFiling(), pending: {} }, entry);
    expect(refused).toMatchObject({ problem: { code: 'workspace/restoring' } });
    expectOk(await restored);
  });

  it('is refused for a backup that is not the one that was shown', async () => {
    const { backups, workspace, diverge } = await prepare();
    const { path } = await diverge();
    const contents = contentsOf(workspace);
    expect(await backups.restore(path, 'ab'.repeat(32), '王芳')).toMatchObject({ problem: { code: 'backup/changed', details: { path } } });
    expect(contentsOf(workspace)).toEqual(contents);
  });

  it('is refused for a damaged backup, whatever is wrong with it', async () => {
    const { backups, workspace, diverge } = await prepare();
    const { path, sha256 } = await diverge();
    const contents = contentsOf(workspace);
    const whole = readFileSync(path);
    const spoilt = [whole.subarray(0, whole.length / 2), Buffer.alloc(whole.length), Buffer.alloc(0), whole.with(9_000, whole[9_000]! ^ 4)];
    for (const bytes of spoilt) {
      writeFileSync(path, bytes);
      expect(await backups.inspect(path)).toMatchObject({ problem: { code: 'backup/damaged', details: { path } } });
      expect(await backups.preview(path)).toMatchObject({ problem: { code: 'backup/damaged', details: { path } } });
      expect(await backups.restore(path, sha256, '王芳')).toMatchObject({ problem: { code: 'backup/damaged', details: { path } } });
      expect(contentsOf(workspace)).toEqual(contents);
    }
  });

  it('is not made when the present state cannot be backed up', async () => {
    let isFull = false;
    const fs = withCalls({
      openNew: (path, readers) => (isFull && path.includes('backups') ? refuse() : nodeFileSystem.openNew(path, readers)),
    });
    const { backups, workspace, failures, diverge } = await prepare(fs);
    const { path, sha256 } = await diverge();
    const contents = contentsOf(workspace);
    isFull = true;
    expect(await backups.restore(path, sha256, '王芳')).toMatchObject({ problem: { code: 'file/disk-full' } });
    // Said by the answer, and only there.
    expect(failures).toEqual([]);
    expect(contentsOf(workspace)).toEqual(contents);
  });

  it('that meets a failure at any of its calls leaves the state before or the state after, in memory and on disk', async () => {
    const errnos = ['ENOSPC', 'EIO', 'EBUSY', 'EROFS', 'EPERM'];
    const origin = await prepare();
    const after = contentsOf(origin.workspace);
    const made = await origin.diverge();
    const before = contentsOf(origin.workspace);
    await origin.workspace.close();
    const again = (disk: ReturnType<typeof createFailingFileSystem>) => {
      const folder = join(makeTemporaryFolder(), 'workspace');
      cpSync(origin.folder, folder, { recursive: true });
      const workspace = open(folder, { now: origin.clock.now, fs: disk.fs });
      const path = join(folder, 'backups', basename(made.path));
      return {
        folder,
        workspace,
        restore: () => backupsOf(workspace, folder, disk.fs, origin.clock.now).restore(path, made.sha256, '王芳'),
      };
    };
    const counted = createFailingFileSystem();
    const { restore } = again(counted);
    counted.arm(null);
    expectOk(await restore());
    const count = counted.calls().length;
    expect(count).toBeGreaterThan(60);
    for (let at = 0; at < count; at += 1) {
      const disk = createFailingFileSystem();
      const { folder, workspace, restore: restoreAgain } = again(disk);
      disk.arm({ errno: errnos[at % errnos.length]!, at });
      const restored = await restoreAgain();
      disk.arm(null);
      expect(contentsOf(workspace)).toEqual(restored.ok ? after : before);
      expect(await workspace.saveAgain()).toMatchObject({ state: 'saved' });
      expect(contentsOf(open(folder))).toEqual(restored.ok ? after : before);
    }
  });
});
