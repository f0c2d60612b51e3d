import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sizeInWords } from '#core/text/describe-backup.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { examineBackup, describeBackup } from '#main/store/backups/examine-backup.ts';
import { listBackups } from '#main/store/backups/backup-folder.ts';
import { makeOwnBackup, makeUserBackup } from '#main/store/backups/own-backups.ts';
import { errnoError, createFailingFileSystem, withCall } from '../../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../../files/temporary-folder.ts';
import { expectOk } from '../workspace-fixture.ts';
import { attach, image, now, scans, sha256, subject, tools } from './backup-fixture.ts';

const backupsIn = (workspace: string) => join(workspace, 'backups');

function prepare() {
  const workspace = makeTemporaryFolder();
  attach(workspace);
  return workspace;
}

describe('a backup', () => {
  it('holds the database and every attachment, described and told by its name', () => {
    const workspace = prepare();
    const made = expectOk(makeOwnBackup(tools(), subject(workspace), 'hourly'));
    expect(made.path).toBe(join(backupsIn(workspace), `000001-2026-01-12T08-30-00Z-hourly-${made.sha256}.nianbao-backup`));
    expect(sha256(readFileSync(made.path))).toBe(made.sha256);
    const examined = expectOk(examineBackup(tools(), made.path, made.sha256));
    expect(new Uint8Array(examined.image)).toEqual(image);
    expect(examined.journal).toEqual({ kind: 'intact', entries: 6 });
    expect(examined.manifest).toEqual({
      format: 'nianbao.backup/1',
      madeAt: now.toISOString(),
      reason: 'hourly',
      appVersion: '0.1.0',
      schemaVersion: 1,
      filings: 3,
      journal: { entries: 6, last: expect.stringMatching(/^[0-9a-f]{64}$/u) as string },
      entries: [
        { name: 'nianbao.sqlite', size: image.length, sha256: sha256(image) },
        ...scans
          .map((bytes) => ({ name: `attachments/${sha256(bytes)}`, size: bytes.length, sha256: sha256(bytes) }))
          .sort((left, right) => (left.name < right.name ? -1 : 1)),
      ],
      absent: [],
    });
    expect(readdirSync(backupsIn(workspace))).toHaveLength(1);
  });

  it('says which attachments it could not take along, and is made all the same', () => {
    const workspace = prepare();
    const [scan] = scans;
    writeFileSync(join(workspace, 'attachments', sha256(scan!)), 'another content');
    const { manifest } = expectOk(makeOwnBackup(tools(), subject(workspace), 'daily'));
    expect(manifest.absent).toEqual([sha256(scan!)]);
    expect(manifest.entries).toHaveLength(scans.length);
  });

  it('is numbered after all others, generations included, whatever the clock says', () => {
    const workspace = prepare();
    const generations = join(workspace, 'generations');
    mkdirSync(generations);
    writeFileSync(join(generations, '000041-2026-01-12T08-30-00Z-x.sqlite'), '');
    const given = { ...subject(workspace), numbered: [generations] };
    expectOk(makeOwnBackup(tools(), given, 'hourly'));
    expectOk(makeOwnBackup(tools(), { ...given, now: new Date('2020-01-01T00:00:00Z') }, 'before-seal'));
    const listed = expectOk(listBackups({ fs: nodeFileSystem, folder: backupsIn(workspace) }));
    expect(listed.map(({ sequence, reason, madeAt }) => ({ sequence, reason, madeAt }))).toEqual([
      { sequence: 43, reason: 'before-seal', madeAt: '2020-01-01T00:00:00Z' },
      { sequence: 42, reason: 'hourly', madeAt: '2026-01-12T08:30:00Z' },
    ]);
  });

  it('lets older ones go by the schedule', () => {
    const workspace = prepare();
    for (let hour = 0; hour < 30; hour += 1) {
      expectOk(makeOwnBackup(tools(), { ...subject(workspace), now: new Date(now.getTime() + hour * 3_600_000) }, 'hourly'));
    }
    // The newest of each of the last 24 hours; the day that began with them has one among these.
    const listed = expectOk(listBackups({ fs: nodeFileSystem, folder: backupsIn(workspace) }));
    expect(listed.map((each) => each.sequence)).toEqual(Array.from({ length: 24 }, (_, index) => 30 - index));
  });

  it('for the user has the local time in its name, and never takes the place of another file', () => {
    const workspace = prepare();
    const stick = makeTemporaryFolder();
    const paths = [1, 2, 3].map(() => expectOk(makeUserBackup(tools(), subject(workspace), stick, '20260112-163000')).path);
    expect(paths).toEqual(['', '-2', '-3'].map((count) => join(stick, `年报通备份-20260112-163000${count}.nianbao-backup`)));
    expect(expectOk(describeBackup(nodeFileSystem, paths[0]!)).reason).toBe('requested');
    expect(existsSync(backupsIn(workspace))).toBe(false);
  });

  it('for the user is not made in a folder that is gone: the stick was pulled', () => {
    const gone = join(makeTemporaryFolder(), 'stick');
    expect(makeUserBackup(tools(), subject(prepare()), gone, '20260112-163000')).toMatchObject({
      problem: { code: 'file/not-writable', details: { path: gone, reason: 'ENOENT' } },
    });
    expect(existsSync(gone)).toBe(false);
  });

  it('leaves room for the edits to come', () => {
    const workspace = prepare();
    const fs = withCall('freeSpace', () => image.length + 10_000_000);
    expect(makeOwnBackup(tools(fs), subject(workspace), 'hourly')).toMatchObject({
      problem: { code: 'backup/no-room', details: { path: backupsIn(workspace), free: sizeInWords(image.length + 10_000_000) } },
    });
    expect(readdirSync(backupsIn(workspace))).toEqual([]);
  });

  it('says that the folder cannot be written to, rather than that it lacks room', () => {
    const workspace = prepare();
    const fs = withCall('freeSpace', () => 0);
    const refusing = {
      ...fs,
      openNew: () => {
        throw errnoError('EROFS');
      },
    };
    expect(makeOwnBackup(tools(refusing), subject(workspace), 'hourly')).toMatchObject({ problem: { code: 'file/read-only' } });
  });

  it('is made where the system does not say how much is free', () => {
    const fs = withCall('freeSpace', () => {
      throw errnoError('ENOSYS');
    });
    expect(makeOwnBackup(tools(fs), subject(prepare()), 'hourly').ok).toBe(true);
  });

  it('is not kept when the medium gives back something else', () => {
    const workspace = prepare();
    const fs = withCall('readAt', (descriptor, offset, length) => {
      const bytes = nodeFileSystem.readAt(descriptor, offset, length);
      return offset === 44 ? bytes.with(1000, bytes[1000]! ^ 1) : bytes;
    });
    expect(makeOwnBackup(tools(fs), subject(workspace), 'hourly')).toMatchObject({
      problem: { code: 'backup/damaged', details: { reason: 'bytes-changed' } },
    });
    expect(readdirSync(backupsIn(workspace))).toEqual([]);
  });

  it('is not kept of a database that is damaged, or another than it was said to be', () => {
    const workspace = prepare();
    const { state } = subject(workspace);
    const damaged = image.with(4096, 0);
    expect(makeOwnBackup(tools(), { ...subject(workspace), image: damaged }, 'hourly')).toMatchObject({
      problem: { code: 'backup/damaged', details: { reason: 'database-damaged' } },
    });
    const other = { ...subject(workspace), state: { ...state, filings: 4 } };
    expect(makeOwnBackup(tools(), other, 'hourly')).toMatchObject({
      problem: { code: 'backup/damaged', details: { reason: 'database-damaged' } },
    });
    expect(readdirSync(backupsIn(workspace))).toEqual([]);
  });
});

describe('making a backup', () => {
  const errnos = ['ENOSPC', 'EIO', 'EBUSY'] as const;

  it.each(errnos)('that meets %s at any of its calls gives a whole one or none, says which, and harms no other', (errno) => {
    const disk = createFailingFileSystem();
    const counted = prepare();
    expectOk(makeOwnBackup(tools(disk.fs), subject(counted), 'hourly'));
    const count = disk.calls().length;
    expect(count).toBeGreaterThan(30);
    for (const forGood of [false, true]) {
      for (let at = 0; at < count; at += 1) {
        const workspace = prepare();
        const older = expectOk(makeOwnBackup(tools(), subject(workspace), 'hourly')).path;
        disk.arm({ errno, at, forGood });
        const made = makeOwnBackup(tools(disk.fs), subject(workspace), 'before-migration');
        disk.arm(null);
        const finished = readdirSync(backupsIn(workspace)).filter((name) => name.endsWith('.nianbao-backup'));
        for (const name of finished) expectOk(examineBackup(tools(), join(backupsIn(workspace), name), null));
        expect(existsSync(older)).toBe(true);
        if (made.ok) expect(existsSync(made.value.path)).toBe(true);
        else
          expect(['file/disk-full', 'file/not-writable', 'file/read-only', 'file/locked', 'file/not-readable']).toContain(
            made.problem.code,
          );
      }
    }
  });
});
