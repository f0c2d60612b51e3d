/** The data folder in the real app: backups made in their own thread, restored and taken back; a folder that is in use. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Bridge } from '#core/ipc/contract.ts';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';

/** Calls the main process as the screens do. */
function call<C extends `backup/${string}` & keyof Bridge>(page: Page, channel: C, input: Parameters<Bridge[C]>[0]) {
  return page.evaluate(
    ([name, given]) => {
      const { calls } = (window as unknown as { nianbao: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).nianbao;
      return calls[name]?.(given);
    },
    [channel, input] as const,
  ) as ReturnType<Bridge[C]>;
}

const valueOf = <T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

test('a backup on a stick is looked into and restored, and the restore is taken back', async () => {
  const data = newDataFolder();
  const stick = newDataFolder();
  const { electron, page } = await launch(data);
  await answerFolderDialog(electron, stick);
  const empty = valueOf(await call(page, 'backup/create', { where: 'chosen' }));
  expect(readdirSync(stick)).toEqual([empty.fileName]);
  await page.getByRole('button', { name: '打开样例' }).click();
  await expect(page.getByText('海南省').first()).toBeVisible();

  await answerOpenDialog(electron, [join(stick, empty.fileName)]);
  const { token, fileName } = valueOf(await call(page, 'backup/choose', undefined));
  expect(fileName).toBe(empty.fileName);
  const source = { kind: 'chosen', token } as const;
  expect(valueOf(await call(page, 'backup/inspect', { source }))).toMatchObject({ filings: [], journal: { kind: 'intact' } });
  const { changes, backup } = valueOf(await call(page, 'backup/preview-restore', { source }));
  expect(changes).toMatchObject({ onlyHere: [{ unitName: '海南省', reportYear: 2020 }], onlyThere: [], same: 0 });

  const restored = valueOf(await call(page, 'backup/restore', { source, sha256: backup.sha256 }));
  expect(restored.filings).toEqual([]);
  const own = { kind: 'own', name: restored.before } as const;
  const before = valueOf(await call(page, 'backup/inspect', { source: own }));
  expect(before.filings).toMatchObject([{ unitName: '海南省' }]);
  expect(valueOf(await call(page, 'backup/restore', { source: own, sha256: before.sha256 })).filings).toHaveLength(1);
  expect(valueOf(await call(page, 'backup/list', undefined))).toMatchObject({
    backups: [{ reason: 'before-restore' }, { reason: 'before-restore' }],
    failure: null,
  });
  await electron.close();

  const again = await launch(data);
  await expect(again.page.getByRole('row', { name: /海南省/u })).toBeVisible();
  expect(readdirSync(join(data, 'workspace'))).toContain('nianbao.lock');
  await again.electron.close();
  expect(readdirSync(join(data, 'workspace'))).not.toContain('nianbao.lock');
});

test('a folder that another computer has open is not opened, and it is said who has it', async () => {
  const data = newDataFolder();
  const folder = join(data, 'workspace');
  mkdirSync(folder);
  const at = new Date().toISOString();
  const lock = { format: 'nianbao.lock/1', id: 'x', host: '二楼-03', adapters: [], pid: 1, user: '李强', startedAt: at, beatAt: at };
  writeFileSync(join(folder, 'nianbao.lock'), JSON.stringify(lock));
  const { electron, page } = await launch(data);
  await expect(page.getByRole('alert')).toContainText('正由 李强 在计算机“二楼-03”上使用');
  await electron.close();
  expect(readdirSync(folder)).toEqual(['nianbao.lock']);
  expect(JSON.parse(readFileSync(join(folder, 'nianbao.lock'), 'utf8'))).toEqual(lock);
});
