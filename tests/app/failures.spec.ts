/** Failures in the real window: each says what, where and what to do; nothing is lost and the app stays usable. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sealImage, unsealImage } from '#main/store/image-seal.ts';
import { putQuickKey } from '../fixtures/quick-key.ts';
import { answerFolderDialog, answerOpenDialog, faultFile, launch, newDataFolder } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const carried = 'applications.carriedForward.naturalPerson';

test('with the disk full an edit stays on the screen, is called unsaved, and is saved once there is space again', async () => {
  const data = newDataFolder();
  const { electron, page } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');

  breakWrites(data, 'ENOSPC');
  await report.enter(carried, '95');
  await expect(page.getByRole('alert')).toContainText('磁盘已满');
  await expect(page.getByRole('status').first()).toHaveText('未保存');
  await expect(report.cell(carried)).toHaveValue('95');
  await report.enter(carried, '96');
  await expect(report.cell(carried)).toHaveValue('96');
  await page.getByRole('button', { name: '返回列表' }).click();
  await expect(page.getByRole('alert')).toContainText('未保存');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('alert').first()).toContainText('自动再试');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await report.showSection('三 依申请公开');

  mendWrites(data);
  // By itself, within seconds.
  await report.expectSaved();
  await expect(page.getByRole('alert')).toHaveCount(0);
  breakWrites(data, 'ENOSPC');
  await report.enter(carried, '95');
  await expect(page.getByRole('alert')).toContainText('自动再试');
  mendWrites(data);
  await page.getByRole('button', { name: '重新保存' }).click();
  await report.expectSaved();
  await report.enter(carried, '96');
  await report.expectSaved();
  await electron.close();

  breakWrites(data, 'EROFS');
  const again = await launch(data);
  const reopened = new ReportPage(again.page);
  await expect(again.page.getByRole('alert')).toContainText('现在不能保存');
  mendWrites(data);
  await again.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await reopened.showSection('三 依申请公开');
  await expect(reopened.cell(carried)).toHaveValue('96');
  await again.electron.close();
});

test('an export into a folder that cannot be written to says so and leaves no file', async () => {
  const data = newDataFolder();
  const target = join(data, '只读');
  mkdirSync(target);
  const passphrase = '足够长的口令一句';
  const from = new Date('2026-01-01T00:00:00Z');
  await putQuickKey(join(data, 'identity'), { unitCode: '460000', unitName: '海南省', passphrase, from });
  const { electron, page } = await launch(data);
  await page.getByRole('button', { name: '打开样例' }).click();
  await new ReportPage(page).approve();
  await answerFolderDialog(electron, target);
  await page.getByRole('button', { name: '导出上报包' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('密钥口令').fill(passphrase);
  const exportButton = dialog.getByRole('button', { name: '选择位置并导出' });
  breakWrites(data, 'EROFS');
  await exportButton.click();
  await expect(dialog.getByRole('alert')).toContainText('不能写入');
  expect(readdirSync(target)).toEqual([]);
  mendWrites(data);
  await exportButton.click();
  await expect(dialog).toContainText('已导出');
  expect(readdirSync(target)).toHaveLength(1);
  await electron.close();
});

test('a workspace made by a newer version is refused with its version and left untouched', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  await first.page.getByRole('button', { name: '打开样例' }).click();
  await first.electron.close();
  const path = join(data, 'workspace/nianbao.sqlite');
  const unsealed = unsealImage(readFileSync(path));
  if (unsealed.kind !== 'sealed') throw new Error('the workspace has no seal');
  const image = Buffer.from(unsealed.image);
  // Bytes 60-63 of the header are the user version (SQLite file format, section 1.3).
  image.writeUInt32BE(9999, 60);
  const bytes = sealImage(image);
  writeFileSync(path, bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');

  const second = await launch(data);
  await expect(second.page.getByRole('alert')).toContainText('更新版本');
  await expect(second.page.getByRole('alert')).toContainText('9999');
  await second.electron.close();
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(digest);
});

test('a damaged workspace is set aside, the newest good copy opens, and the user is told', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  await first.page.getByRole('button', { name: '打开样例' }).click();
  await first.electron.close();
  const again = await launch(data);
  await again.electron.close();
  const path = join(data, 'workspace/nianbao.sqlite');
  writeFileSync(path, Buffer.alloc(readFileSync(path).length));

  const second = await launch(data);
  await expect(second.page.getByRole('alert')).toContainText('损坏');
  await expect(second.page.getByRole('row', { name: /海南省/u })).toBeVisible();
  expect(readdirSync(join(data, 'workspace')).filter((name) => name.includes('damaged'))).toHaveLength(1);
  const stick = newDataFolder();
  await answerFolderDialog(second.electron, stick);
  await second.page.getByRole('button', { name: '备份与恢复' }).first().click();
  await second.page.getByRole('button', { name: '备份到…' }).click();
  await expect.poll(() => readdirSync(stick).filter((name) => name.endsWith('backup'))).toHaveLength(1);
  await second.electron.close();

  // Nothing good is left beside it: the notice of before is kept, and a backup from elsewhere is the way out.
  writeFileSync(path, Buffer.alloc(readFileSync(path).length));
  for (const name of ['generations', 'backups']) rmSync(join(data, 'workspace', name), { recursive: true, force: true });
  const third = await launch(data);
  await expect(third.page.getByRole('alert')).toContainText('文件是空的、被截断，或者不是数据库');
  await expect(third.page.getByRole('button', { name: '打开数据文件夹' })).toBeVisible();
  await third.page.getByRole('button', { name: '重试' }).click();
  await expect(third.page.getByRole('alert')).toContainText('损坏');
  await answerOpenDialog(third.electron, [join(stick, readdirSync(stick)[0] ?? '')]);
  await third.page.getByRole('button', { name: '打开备份文件…' }).click();
  await expect(third.page.getByRole('row', { name: /海南省/u })).toBeVisible();
  await expect(third.page.getByRole('alert')).toHaveCount(2);
  await third.page.getByRole('button', { name: '知道了' }).click();
  await expect(third.page.getByRole('alert')).toHaveCount(0);
  await third.electron.close();
});

/** Makes every new file of the app fail, in whichever thread, as a full disk or a read-only medium does. */
function breakWrites(data: string, errno: string): void {
  writeFileSync(faultFile(data), errno);
}

function mendWrites(data: string): void {
  rmSync(faultFile(data));
}
