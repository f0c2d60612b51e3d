/** Receipts both ways in the real window: a superior returns a bundle with reasons, and its unit takes the receipt in. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectSoon, test } from '@playwright/test';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

/** Opening and writing keys is slow on purpose, and slower on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

const province = '椰风海韵 2020';
const superior = '长安街的银杏黄了';

test('a bundle is returned with a reason for one cell, the receipt is taken in, tied to its revision, and a replay is named', async () => {
  test.setTimeout(120_000);
  const data = newDataFolder();
  const usb = join(data, 'U盘');
  mkdirSync(usb);
  const { electron, page, complaints } = await launch(data);
  const report = new ReportPage(page);
  const dialog = page.getByRole('dialog');

  await test.step('the superior makes a key, exports its certificate, and it is registered', async () => {
    await page.getByRole('button', { name: '密钥与证书' }).click();
    await page.getByRole('button', { name: '新建密钥' }).click();
    await dialog.getByLabel('单位名称').fill('国务院办公厅');
    await dialog.getByLabel('单位代码').fill('100000');
    await dialog.getByLabel('密钥口令').fill('12345678');
    await expect(dialog.getByText('这个口令太容易猜到')).toBeVisible();
    await dialog.getByLabel('密钥口令').fill(superior);
    await dialog.getByLabel('再输一次口令').fill(superior);
    await expect(dialog.getByText('很好')).toBeVisible();
    await dialog.getByRole('button', { name: '新建密钥' }).click();
    await expect(page.getByRole('article', { name: '国务院办公厅' })).toContainText('自签');
    await answerFolderDialog(electron, usb);
    await page.getByRole('button', { name: '导出证书' }).click();
    await expect(page.getByText('已写入 国务院办公厅-100000-证书.crt.pem')).toBeVisible();
    await answerOpenDialog(electron, [join(usb, '国务院办公厅-100000-证书.crt.pem')]);
    await page.getByRole('button', { name: '从文件登记' }).click();
    await dialog.getByLabel('已在电话里逐组核对').check();
    await dialog.getByLabel('经办人').fill('李强');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.getByRole('row', { name: /国务院办公厅/u })).toContainText('李强');
    await page.getByRole('button', { name: '返回', exact: true }).click();
  });

  await test.step('the province exports its report, which then waits for the receipt', async () => {
    await page.getByRole('button', { name: '打开样例' }).click();
    await answerFolderDialog(electron, usb);
    await page.getByRole('button', { name: '导出上报包' }).click();
    await dialog.getByLabel('密钥口令').fill(province);
    await dialog.getByLabel('再输一次口令').fill(province);
    await dialog.getByRole('button', { name: '新建密钥' }).click();
    await expect(dialog.getByRole('button', { name: '选择位置并导出' })).toBeVisible();
    await dialog.getByLabel('密钥口令').fill(province);
    await dialog.getByRole('button', { name: '选择位置并导出' }).click();
    await expect(dialog).toContainText('已导出，并从磁盘读回验证无误');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await report.showSection('上报与回执');
    await expect(page.getByRole('article', { name: '第 1 版' })).toContainText('等待回执');
    await expect(page.getByRole('article', { name: '第 1 版' })).toContainText('文件在原处，完好');
    await page.getByText(/^包内文件/u).click();
    await expect(page.getByText('filing.json')).toBeVisible();
    await page.getByRole('button', { name: '返回列表' }).click();
  });

  await test.step('the superior returns it with a reason for one cell', async () => {
    await page.getByRole('button', { name: '验证上报包' }).click();
    await answerOpenDialog(electron, [join(usb, '海南省-460000-2020-v1.asice')]);
    await page.getByRole('button', { name: '选择文件' }).click();
    await page.getByRole('button', { name: '答复（回执）' }).click();
    await expect(dialog).toContainText('这是第一版');
    await dialog.getByLabel('退回', { exact: true }).check();
    await dialog.getByLabel('退回原因').fill('请核对结转数');
    await dialog.getByLabel('单元格', { exact: true }).fill('三 结转下年（自然人）');
    await dialog.getByLabel('这一格的问题').fill('与上年结转不一致');
    await dialog.getByRole('button', { name: '加一格' }).click();
    await dialog.getByLabel('用哪把密钥签名').selectOption('100000');
    await expect(dialog.getByLabel('经办人')).toHaveValue('李强');
    await dialog.getByLabel('密钥口令').fill(superior);
    await answerFolderDialog(electron, usb);
    await dialog.getByRole('button', { name: '选择文件夹并写回执' }).click();
    await expect(dialog).toContainText('已写好 1 个回执');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '返回', exact: true }).click();
  });

  await test.step('the province takes the receipt in, is led to the cell, and a replay is named', async () => {
    const receipt = readdirSync(usb).find((name) => name.includes('回执')) ?? '';
    await page.getByRole('button', { name: '打开 海南省 2020' }).click();
    await report.showSection('上报与回执');
    await answerOpenDialog(electron, [join(usb, receipt)]);
    await page.getByRole('button', { name: '导入回执' }).click();
    const revision = page.getByRole('article', { name: '第 1 版' });
    await expect(revision).toContainText('上级已退回');
    await expect(revision).toContainText('请核对结转数');
    await page.getByRole('button', { name: '导入回执' }).click();
    await expect(page.getByText('以前已经收到过，不是新的答复')).toBeVisible();
    await revision.getByRole('button', { name: '去看这一格' }).click();
    await expect(report.cell('applications.carriedForward.naturalPerson')).toBeFocused();
  });
  expect(complaints).toEqual([]);
  await electron.close();
});
