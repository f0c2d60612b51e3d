import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { describeProblem } from '#core/text/describe-problem.ts';
import { backupHandlers } from '#main/ipc/backup-handlers.ts';
import type { Dialogs } from '#main/ipc/context.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, entry, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';
import { handlerContext } from './handler-context.ts';

async function prepare(dialogs: Partial<Dialogs> = {}) {
  const folder = makeTemporaryFolder();
  const { now } = createClock();
  const workspace = open(folder, { now });
  expectOk(await workspace.addFiling(sampleFiling(), entry));
  const context = handlerContext({ workspace, folder, data: folder, now, dialogs });
  return { folder, workspace, context, handlers: backupHandlers(context) };
}

describe('the calls about backups', () => {
  it('make one among the app’s own, list it, and name no path', async () => {
    const { folder, handlers } = await prepare();
    const made = expectOk(await handlers['backup/create']({ where: 'beside' }));
    expect(made).toMatchObject({ absent: 0, fileName: readdirSync(join(folder, 'backups'))[0] });
    const listed = expectOk(await handlers['backup/list'](undefined));
    expect(listed).toEqual({
      backups: [{ name: made.fileName, madeAt: '2026-01-12T08:30:00Z', reason: 'requested', size: made.size }],
      generations: listed.generations,
      failure: null,
    });
    expect(JSON.stringify([made, listed])).not.toContain(folder);
  });

  it('make one where the user wants it, or none when the user thinks better of it', async () => {
    const stick = makeTemporaryFolder();
    const { handlers } = await prepare({ chooseFolder: () => Promise.resolve(stick) });
    const made = expectOk(await handlers['backup/create']({ where: 'chosen' }));
    expect(readdirSync(stick)).toEqual([made.fileName]);
    const cancelled = (await prepare()).handlers;
    expect(await cancelled['backup/create']({ where: 'chosen' })).toMatchObject({ problem: { code: 'backup/cancelled' } });
    expect(await cancelled['backup/choose'](undefined)).toMatchObject({ problem: { code: 'backup/cancelled' } });
  });

  it('make none in the app’s own data folder, wherever in it', async () => {
    const { folder, context } = await prepare();
    for (const inside of [folder, join(folder, 'backups')]) {
      const dialogs = { ...context.dialogs, chooseFolder: () => Promise.resolve(inside) };
      const made = await backupHandlers({ ...context, dialogs })['backup/create']({ where: 'chosen' });
      expect(made).toMatchObject({ problem: { code: 'backup/place-inside' } });
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('backup'))).toEqual([]);
  });

  it('say once, and with a way out, that the data folder takes no backup', async () => {
    const { folder, handlers } = await prepare();
    writeFileSync(join(folder, 'backups'), '');
    const made = await handlers['backup/create']({ where: 'beside' });
    if (made.ok) throw new Error('a backup was made');
    expect(made.problem.code).toBe('backup/own-folder');
    const said = describeProblem(made.problem, 'zh');
    expect(said).toContain('备份到…');
    expect(said).not.toContain('找不到');
    rmSync(join(folder, 'backups'));
    expect(expectOk(await handlers['backup/list'](undefined)).failure).toBeNull();
    expectOk(await handlers['backup/create']({ where: 'beside' }));
  });

  it('list the copies kept while saving, look into one, refuse a damaged one, and restore it undoably', async () => {
    const { folder, workspace, handlers } = await prepare();
    const { generations } = expectOk(await handlers['backup/list'](undefined));
    const [{ name } = { name: '' }] = generations;
    expect(generations).toMatchObject([{ reason: 'generation', madeAt: '2026-01-12T08:30:00Z' }]);
    const source = { kind: 'generation', name } as const;
    const found = expectOk(await handlers['backup/inspect']({ source }));
    expect(found).toMatchObject({ filings: [], journal: { kind: 'intact' } });
    const { changes, backup } = expectOk(await handlers['backup/preview-restore']({ source }));
    expect(changes.onlyHere).toHaveLength(1);
    const restored = expectOk(await handlers['backup/restore']({ source, sha256: backup.sha256 }));
    expect(restored.filings).toEqual([]);
    const undone = { kind: 'own', name: restored.before } as const;
    const { sha256 } = expectOk(await handlers['backup/inspect']({ source: undone }));
    expectOk(await handlers['backup/restore']({ source: undone, sha256 }));
    expect(workspace.listFilings()).toHaveLength(1);
    writeFileSync(join(folder, 'generations', name), '');
    const bad = await handlers['backup/inspect']({ source });
    expect(bad).toMatchObject({ problem: { code: 'backup/damaged', details: { reason: 'file-empty' } } });
  });

  it('look into the file that was chosen last, by its token, and restore it as it was shown', async () => {
    const stick = makeTemporaryFolder();
    const { workspace, handlers } = await prepare({
      chooseFolder: () => Promise.resolve(stick),
      chooseBackup: () => Promise.resolve(join(stick, readdirSync(stick)[0]!)),
    });
    const made = expectOk(await handlers['backup/create']({ where: 'chosen' }));
    expectOk(await workspace.addFiling(sampleFiling('469002'), entry));
    const { token, fileName } = expectOk(await handlers['backup/choose'](undefined));
    expect(fileName).toBe(made.fileName);
    const source = { kind: 'chosen', token } as const;
    expect(expectOk(await handlers['backup/inspect']({ source })).filings).toHaveLength(1);
    const { backup, changes } = expectOk(await handlers['backup/preview-restore']({ source }));
    expect(changes.onlyHere).toMatchObject([{ unitCode: '469002' }]);
    const restored = expectOk(await handlers['backup/restore']({ source, sha256: backup.sha256 }));
    expect(restored.filings.map((each) => each.unit.code)).toEqual(['469001']);
    const undone = { kind: 'own', name: restored.before } as const;
    const { sha256 } = expectOk(await handlers['backup/inspect']({ source: undone }));
    expect(expectOk(await handlers['backup/restore']({ source: undone, sha256 })).filings).toHaveLength(2);
  });

  it('know no other file: neither a token that was not given nor a name with a path', async () => {
    const { folder, handlers } = await prepare();
    writeFileSync(join(folder, 'x.nianbao-backup'), '');
    for (const source of [
      { kind: 'chosen', token: 'x' },
      { kind: 'own', name: '../x.nianbao-backup' },
      { kind: 'own', name: basename(folder) },
    ] as const)
      expect(await handlers['backup/inspect']({ source })).toMatchObject({ problem: { code: 'backup/not-found' } });
  });

  it('say why there is nothing to back up when the workspace could not be opened', async () => {
    const { context } = await prepare();
    const inUse = fail(problem('workspace/in-use', { path: '/w', user: '李强', host: 'PC-02', since: '2026-01-12 16:30' }));
    const handlers = backupHandlers({ ...context, workspace: inUse, backups: inUse });
    expect(await handlers['backup/list'](undefined)).toEqual(inUse);
    expect(await handlers['backup/create']({ where: 'beside' })).toEqual(inUse);
    expect(await handlers['backup/inspect']({ source: { kind: 'own', name: 'x' } })).toEqual(inUse);
  });
});
