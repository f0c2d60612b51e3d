/** Backups in the real window: made, checked, restored after a look, and the restore undone. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const carried = 'applications.carriedForward.naturalPerson';

test('a clerk backs up to a stick, spoils a figure, restores after seeing what changes, and undoes the restore', async () => {
  const data = newDataFolder();
  const stick = newDataFolder();
  const { electron, page, complaints } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.expectSaved();

  await test.step('the menu’s keys lead there from a report; the backup is made where the user wants it', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+b');
    await expect(page.getByRole('heading', { name: '备份与恢复' })).toBeVisible();
    await page.getByRole('button', { name: '立即备份' }).click();
    await expect(page.getByRole('row', { name: /手动备份/u })).toContainText('做成时核对过');
    await expect(page.getByText(/^已备份（/u)).toBeVisible();
    await answerFolderDialog(electron, stick);
    await page.getByRole('button', { name: '备份到…' }).click();
    await expect(page.getByText(/已备份为“.+nianbao-backup”/u)).toBeVisible();
    await expect.poll(() => readdirSync(stick)).toHaveLength(1);
  });

  await test.step('a rehearsal reads it whole and says what is inside', async () => {
    await page
      .getByRole('button', { name: /^检查备份（/u })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('备份完整');
    await expect(dialog).toContainText('2020 年 海南省（460000）');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await expect(page.getByRole('row', { name: /手动备份/u })).toContainText('本次检查：完整');
  });

  const [name = ''] = readdirSync(stick);
  await test.step('a backup whose bytes were changed is not used, and says why', async () => {
    const bytes = readFileSync(join(stick, name));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(join(stick, `坏的-${name}`), bytes);
    await answerOpenDialog(electron, [join(stick, `坏的-${name}`)]);
    await page.getByRole('button', { name: '打开备份文件' }).click();
    await expect(page.getByRole('dialog')).toContainText('这份备份不能用');
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  });

  await test.step('a figure is spoiled, and the backup from the stick shows that it would come back', async () => {
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await page.getByRole('button', { name: '打开 海南省 2020' }).click();
    await report.showSection('三 依申请公开');
    await report.enter(carried, '9999');
    await report.expectSaved();
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.getByRole('button', { name: '备份与恢复' }).click();
    await answerOpenDialog(electron, [join(stick, name)]);
    await page.getByRole('button', { name: '打开备份文件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复…' }).click();
    await expect(page.getByRole('dialog')).toContainText('两边内容不同、恢复后以备份为准的');
    await expect(page.getByRole('dialog')).toContainText('：现在 9,999，恢复后 94');
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await expect(page.getByText('已恢复。')).toBeVisible();
  });
  const valueIs = async (value: string) => {
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await page.getByRole('button', { name: '打开 海南省 2020' }).click();
    await report.showSection('三 依申请公开');
    await expect(report.cell(carried)).toHaveValue(value);
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.getByRole('button', { name: '备份与恢复' }).click();
  };

  await test.step('the undo of the restore shows first what it changes, and brings the spoiled figure back', async () => {
    await page.getByRole('button', { name: '撤销这次恢复' }).click();
    await expect(page.getByRole('dialog')).toContainText('恢复之前的数据');
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await valueIs('9,999');
  });

  await test.step('the state between is a backup of its own and can be restored again', async () => {
    await page
      .getByRole('row', { name: /恢复前备份/u })
      .first()
      .getByRole('button', { name: /^恢复/u })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await expect(page.getByText('已恢复。')).toBeVisible();
    await valueIs('94');
  });
  expect(complaints).toEqual([]);
  await electron.close();
});
