/** What the user is told when a copy was opened in the place of a broken file. */
import { existsSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpeningReport } from '#core/ipc/views.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { hostHere } from '#main/store/backups/backup-host.ts';
import { backupWork } from '#main/store/backups/backup-work.ts';
import { openBackups } from '#main/store/backups/backups.ts';
import { storedAttachments } from '#main/store/backups/stored-attachments.ts';
import { migrations } from '#main/store/migrations/all.ts';
import type { Workspace } from '#main/store/workspace.ts';
import { withCall } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import {
  contentsOf,
  createClock,
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

/** A workspace with one filing, saved at 08:30 and opened again, so that a generation holds it; then edited at 08:35. */
async function prepare() {
  const folder = makeTemporaryFolder();
  const clock = createClock();
  const first = open(folder, { now: clock.now });
  const id = expectOk(await first.addFiling(withValue(sampleFiling(), 1), entry));
  await first.close();
  clock.moveMinutes(1);
  const workspace = open(folder, { now: clock.now });
  const edit = (value: number) => workspace.updateFiling(id, { filing: withValue(sampleFiling(), value), pending: {} }, entry);
  return { folder, clock, workspace, id, edit };
}

/** Fills the file with NUL bytes, as a power cut does, at the time of the clock. */
function spoil(folder: string, at: Date): void {
  writeFileSync(fileIn(folder), new Uint8Array(readFileSync(fileIn(folder)).length));
  utimesSync(fileIn(folder), at, at);
}

function recovered(workspace: Workspace): Extract<OpeningReport, { kind: 'recovered' }> {
  if (workspace.opening.kind !== 'recovered') throw new Error(`the workspace was ${workspace.opening.kind}`);
  return workspace.opening;
}

const backupsOf = (folder: string, workspace: Workspace, now: () => Date) =>
  openBackups({
    workspace,
    folder,
    fs: nodeFileSystem,
    host: hostHere(backupWork({ fs: nodeFileSystem, engine, steps: migrations })),
    appVersion: '0.1.0',
    now,
    onFailure: (failure) => {
      throw new Error(JSON.stringify(failure));
    },
  });

describe('after a broken file, the user is told', () => {
  it('that nothing is missing when the copy is what was last saved', async () => {
    const { folder, workspace } = await prepare();
    await workspace.close();
    spoil(folder, new Date('2026-01-12T08:30:01Z'));
    expect(recovered(open(folder)).lost).toEqual({ kind: 'nothing', lastSaveAt: '2026-01-12T08:30:00.000Z' });
  });

  it('never that nothing is missing when the file was written after the last save on record, be it by seconds', async () => {
    const { folder, workspace } = await prepare();
    await workspace.close();
    spoil(folder, new Date('2026-01-12T08:30:20Z'));
    expect(recovered(open(folder)).lost.kind).toBe('unknown');
  });

  it('at every start until it has been read, whatever was saved meanwhile', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    clock.moveMinutes(4);
    expectOk(await edit(2));
    await workspace.close();
    spoil(folder, clock.now());
    const first = open(folder, { now: clock.now });
    expect(first.accidents.list()).toMatchObject([{ report: { kind: 'recovered', lost: { kind: 'some', steps: 1 } } }]);
    await first.writeSetting('x', 'y');
    await first.close();
    const second = open(folder, { now: clock.now });
    expect(second.opening.kind).toBe('opened');
    expect(second.accidents.list()).toEqual(first.accidents.list());
    second.accidents.dismiss();
    await second.close();
    expect(open(folder).accidents.list()).toEqual([]);
  });

  it('which reports have edits that are missing, and when the last was saved', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    clock.moveMinutes(4);
    expectOk(await edit(2));
    await workspace.close();
    spoil(folder, clock.now());
    expect(recovered(open(folder))).toMatchObject({
      savedAt: '2026-01-12T08:31:00Z',
      copy: { kind: 'generation' },
      lost: {
        kind: 'some',
        lastSaveAt: '2026-01-12T08:35:00.000Z',
        filings: [{ unitCode: '469001', unitName: '单位469001', reportYear: 2020, changedAt: '2026-01-12T08:35:00.000Z' }],
        isComplete: true,
      },
    });
  });

  it('that nobody can tell when the note of the last save is gone, older than the file, or broken too', async () => {
    for (const change of [
      (note: string) => {
        rmSync(note);
      },
      (note: string) => {
        writeFileSync(note, '\0'.repeat(300));
      },
    ]) {
      const { folder, clock, workspace } = await prepare();
      await workspace.close();
      change(join(folder, 'last-save.json'));
      spoil(folder, clock.now());
      expect(recovered(open(folder)).lost).toEqual({ kind: 'unknown', lastSaveAt: clock.now().toISOString() });
    }
    const { folder, clock, workspace } = await prepare();
    await workspace.close();
    clock.moveMinutes(30);
    spoil(folder, clock.now());
    expect(recovered(open(folder)).lost).toEqual({ kind: 'unknown', lastSaveAt: clock.now().toISOString() });
  });

  it('the same when the file is gone', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    clock.moveMinutes(4);
    expectOk(await edit(2));
    await workspace.close();
    rmSync(fileIn(folder));
    expect(recovered(open(folder))).toMatchObject({ setAside: '', lost: { kind: 'some', filings: [{ unitCode: '469001' }] } });
  });

  it('of a note that could not be written by what the older one says', async () => {
    const { folder, clock, workspace } = await prepare();
    await workspace.close();
    const fs = withCall('rename', (from, to) => {
      if (to.endsWith('last-save.json')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      nodeFileSystem.rename(from, to);
    });
    const again = open(folder, { fs, now: clock.now });
    clock.moveMinutes(5);
    const [{ id } = { id: '' }] = again.listFilings();
    expectOk(await again.updateFiling(id, { filing: withValue(sampleFiling(), 3), pending: {} }, entry));
    await again.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    spoil(folder, clock.now());
    expect(recovered(open(folder)).lost).toEqual({ kind: 'unknown', lastSaveAt: clock.now().toISOString() });
  });
});

describe('the copy that is opened', () => {
  it('is a backup when that is newer than every generation, with the attachments it holds', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    const scan = new TextEncoder().encode('一份扫描件');
    const digest = expectOk(storedAttachments(nodeFileSystem, folder).keep(scan));
    expectOk(await edit(2));
    const contents = contentsOf(workspace);
    expectOk(await backupsOf(folder, workspace, clock.now).make('hourly'));
    await workspace.close();
    rmSync(join(folder, 'attachments'), { recursive: true });
    spoil(folder, clock.now());
    const opened = open(folder);
    expect(recovered(opened)).toMatchObject({ copy: { kind: 'backup' }, lost: { kind: 'nothing' } });
    expect(contentsOf(opened)).toEqual(contents);
    expect(existsSync(join(folder, 'attachments', digest))).toBe(true);
  });

  it('is a backup when every generation is broken, and the one before when that backup is broken too', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    const backups = backupsOf(folder, workspace, clock.now);
    expectOk(await backups.make('hourly'));
    const older = contentsOf(workspace);
    expectOk(await edit(2));
    const newer = expectOk(await backups.make('before-seal'));
    await workspace.close();
    for (const name of readdirSync(generationsIn(folder))) writeFileSync(join(generationsIn(folder), name), '');
    const bytes = readFileSync(newer.path);
    writeFileSync(newer.path, bytes.with(5_000, bytes[5_000]! ^ 1));
    spoil(folder, clock.now());
    const opened = open(folder);
    expect(recovered(opened)).toMatchObject({ copy: { kind: 'backup' }, lost: { kind: 'some', filings: [{ unitCode: '469001' }] } });
    expect(contentsOf(opened)).toEqual(older);
  });

  it('is the backup that the user has chosen where nothing else is good; a bad one changes nothing and says why', async () => {
    const { folder, clock, workspace } = await prepare();
    const stick = makeTemporaryFolder();
    const made = expectOk(await backupsOf(folder, workspace, clock.now).makeIn(stick));
    const contents = contentsOf(workspace);
    await workspace.close();
    rmSync(generationsIn(folder), { recursive: true });
    spoil(folder, clock.now());
    expect(tryToOpen(folder)).toMatchObject({ problem: { code: 'workspace/damaged' } });
    const bytes = readFileSync(made.path);
    const bad = join(stick, '坏的.nianbao-backup');
    writeFileSync(bad, bytes.subarray(0, 9_000));
    expect(tryToOpen(folder, { from: bad })).toMatchObject({ problem: { code: 'backup/damaged' } });
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toEqual([]);
    const opened = open(folder, { from: made.path });
    expect(recovered(opened)).toMatchObject({ copy: { kind: 'backup' }, lost: { kind: 'unknown' } });
    expect(contentsOf(opened)).toEqual(contents);
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  });

  it('is never an empty workspace while there is a backup', async () => {
    const { folder, clock, workspace } = await prepare();
    expectOk(await backupsOf(folder, workspace, clock.now).make('hourly'));
    const contents = contentsOf(workspace);
    await workspace.close();
    rmSync(generationsIn(folder), { recursive: true });
    rmSync(fileIn(folder));
    expect(contentsOf(open(folder))).toEqual(contents);
  });
});

describe('a whole file that is older than what was saved last', () => {
  it('opens with what it lacks named, once: the notice stays until it is read, and later starts do not contradict it', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    const older = readFileSync(fileIn(folder));
    expectOk(await edit(2));
    await workspace.close();
    writeFileSync(fileIn(folder), older);
    const reopened = open(folder, { now: clock.now });
    expect(reopened.opening).toMatchObject({ kind: 'older', lost: { kind: 'some', filings: [{ reportYear: 2020 }] } });
    await reopened.close();
    const later = open(folder, { now: clock.now });
    expect(later.opening).toEqual({ kind: 'opened' });
    expect(later.accidents.list()).toEqual(reopened.accidents.list());
    expect(later.accidents.list()).toHaveLength(1);
    later.accidents.dismiss();
    await later.close();
    const after = open(folder, { now: clock.now });
    expect([after.opening, after.accidents.list()]).toEqual([{ kind: 'opened' }, []]);
    const [{ id } = { id: '' }] = after.listFilings();
    expectOk(await after.updateFiling(id, { filing: withValue(sampleFiling(), 3), pending: {} }, entry));
    await after.close();
    writeFileSync(fileIn(folder), older);
    expect(open(folder, { now: clock.now }).opening).toMatchObject({ kind: 'older', lost: { kind: 'some', steps: 1 } });
  });

  it('is not said again after a copy was opened in the place of a broken file, whether that has been read or not', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    clock.moveMinutes(4);
    expectOk(await edit(2));
    await workspace.close();
    spoil(folder, clock.now());
    await open(folder, { now: clock.now }).close();
    const second = open(folder, { now: clock.now });
    expect(second.opening).toEqual({ kind: 'opened' });
    expect(second.accidents.list()).toMatchObject([{ report: { kind: 'recovered' } }]);
  });

  it('is said again while the notice cannot be kept', async () => {
    const { folder, clock, workspace, edit } = await prepare();
    const older = readFileSync(fileIn(folder));
    expectOk(await edit(2));
    await workspace.close();
    writeFileSync(fileIn(folder), older);
    const fs = withCall('rename', (from, to) => {
      if (to.endsWith('accidents.json')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      nodeFileSystem.rename(from, to);
    });
    await open(folder, { fs, now: clock.now }).close();
    expect(open(folder, { now: clock.now }).opening.kind).toBe('older');
  });

  it('says nothing where the record of the last save is the older of the two', async () => {
    const { folder, workspace, edit } = await prepare();
    const record = join(folder, 'last-save.json');
    const older = readFileSync(record);
    expectOk(await edit(2));
    await workspace.close();
    writeFileSync(record, older);
    expect(open(folder).opening).toEqual({ kind: 'opened' });
  });
});
