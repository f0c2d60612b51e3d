/** The built thread that works on backups (out/main/backup.cjs). */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostInThread } from '#main/store/backups/backup-host.ts';
import { makeTemporaryFolder } from '../../files/temporary-folder.ts';
import { expectOk } from '../workspace-fixture.ts';
import { attach, image, scans, subject } from './backup-fixture.ts';

const built = resolve(import.meta.dirname, '../../../../out/main');
const host = hostInThread(join(built, 'backup.cjs'), join(built, 'sql-wasm.wasm'));

describe('the thread of backups', () => {
  it('makes, looks into, compares and unpacks a backup while this thread goes on', async () => {
    const workspace = makeTemporaryFolder();
    attach(workspace);
    // What is handed over is given away.
    const given = () => subject(workspace, image.slice());
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const made = expectOk(await host.makeOwn({ subject: given(), reason: 'hourly', folder: null }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
    expect(readdirSync(join(workspace, 'backups'))).toHaveLength(1);

    const inspected = expectOk(await host.inspect({ path: made.path }));
    expect(inspected).toMatchObject({ sha256: made.sha256, attachments: scans.length, journal: { kind: 'intact', entries: 6 } });
    expect(inspected.filings).toHaveLength(3);
    expect(expectOk(await host.preview({ path: made.path, image: given().image })).changes).toEqual({
      onlyHere: [],
      onlyThere: [],
      different: [],
      same: 3,
      reception: { onlyHere: 0, onlyThere: 0, isRosterOther: false },
    });
    const entry = { actor: '王芳', action: 'workspace/restore', detail: {} };
    const order = { path: made.path, sha256: made.sha256, workspace, entry, at: '2026-01-12T08:30:00.000Z' };
    expect(expectOk(await host.unpack(order)).length).toBeGreaterThan(10_000);

    const stick = makeTemporaryFolder();
    expectOk(await host.makeForUser({ subject: given(), folder: stick, stamp: '20260112-163000' }));
    expect(readdirSync(stick)).toEqual(['年报通备份-20260112-163000.nianbao-backup']);
  });

  it('answers with what is wrong, as the work itself does', async () => {
    const path = join(makeTemporaryFolder(), '备份.nianbao-backup');
    writeFileSync(path, '');
    expect(await host.inspect({ path })).toEqual({
      ok: false,
      problem: { code: 'backup/damaged', details: { path, reason: 'file-empty', place: 'beginning' } },
    });
  });

  it('tells of an error where none is expected', async () => {
    const broken = hostInThread(join(built, 'backup.cjs'), join(built, 'no.wasm'));
    await expect(broken.inspect({ path: '' })).rejects.toThrow('no.wasm');
  });
});
