/** Receipts both ways in the real window: a superior returns a bundle with reasons, and its unit takes the receipt in. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { putQuickKey } from '../fixtures/quick-key.ts';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const province = '椰风海韵 2020';
const superior = '长安街的银杏黄了';

test('a bundle is returned with a reason for one cell, the receipt is taken in, tied to its revision, and a replay is named', async () => {
  const data = newDataFolder();
  const identity = join(data, 'identity');
  const from = new Date('2026-01-01T00:00:00Z');
  await putQuickKey(identity, { unitCode: '100000', unitName: '国务院办公厅', passphrase: superior, from });
  await putQuickKey(identity, { unitCode: '460000', unitName: '海南省', passphrase: province, from });
  const usb = join(data, 'U盘');
  mkdirSync(join(usb, '解开'), { recursive: true });
  const { electron, page, complaints } = await launch(data);
  const report = new ReportPage(page);
  const dialog = page.getByRole('dialog');

  await test.step('the superior exports its certificate, and it is registered', async () => {
    await page.getByRole('button', { name: '密钥与证书' }).click();
    await expect(page.getByRole('article', { name: '国务院办公厅' })).toContainText('自签');
    await answerFolderDialog(electron, usb);
    await page.getByRole('article', { name: '国务院办公厅' }).getByRole('button', { name: '导出证书' }).click();
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
    await report.approve();
    await answerFolderDialog(electron, usb);
    await page.getByRole('button', { name: '导出上报包' }).click();
    await dialog.getByLabel('密钥口令').fill(province);
    await dialog.getByRole('button', { name: '选择位置并导出' }).click();
    await expect(dialog).toContainText('已导出，并从磁盘读回验证无误');
    await dialog.getByText('加密一份给上级').click();
    await dialog.getByRole('button', { name: '选择位置并加密' }).click();
    await expect(dialog).toContainText('加密件已写入');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await report.showSection('上报与回执');
    await expect(page.getByRole('article', { name: '第 1 版' })).toContainText('等待回执');
    await expect(page.getByRole('article', { name: '第 1 版' })).toContainText('文件在原处，完好');
    await page.getByText(/^包内文件/u).click();
    await expect(page.getByText('filing.json')).toBeVisible();
    await page.getByRole('button', { name: '返回列表' }).click();
  });

  await test.step('the superior opens the encrypted copy, and returns what was in it with a reason for one cell', async () => {
    await page.getByRole('button', { name: '验证上报包' }).click();
    await answerOpenDialog(electron, [join(usb, '海南省-460000-2020-v1.asice.p7m')]);
    await page.getByRole('button', { name: '选择文件' }).click();
    await page.getByLabel('用哪把密钥解开').selectOption('100000');
    await page.getByLabel('密钥口令').fill(superior);
    await answerFolderDialog(electron, join(usb, '解开'));
    await page.getByRole('button', { name: '选择位置并解开' }).click();
    await expect(page.getByRole('article')).toContainText('海南省-460000-2020-v1.asice');
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

  await test.step('the province takes the receipt in, is led to the cell, and a replay that is dropped in is named', async () => {
    const receipt = readdirSync(usb).find((name) => name.includes('回执')) ?? '';
    await page.getByRole('button', { name: '打开 海南省 2020' }).click();
    await report.showSection('上报与回执');
    await answerOpenDialog(electron, [join(usb, receipt)]);
    await page.getByRole('button', { name: '导入回执' }).click();
    const revision = page.getByRole('article', { name: '第 1 版' });
    await expect(revision).toContainText('上级已退回');
    await expect(revision).toContainText('请核对结转数');
    // Names in ASCII: a test’s drop goes through the locale of the system, which may have no other letters.
    const dropped = join(mkdtempSync(join(tmpdir(), 'nianbao-drop-')), 'receipt.asice');
    copyFileSync(join(usb, receipt), dropped);
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [dropped], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
      if (type === 'dragOver') await expect(page.getByText('松开鼠标，导入这些回执')).toBeVisible();
    }
    await expect(page.getByText('以前已经收到过，不是新的答复')).toBeVisible();
    await revision.getByRole('button', { name: '去看这一格' }).click();
    await expect(report.cell('applications.carriedForward.naturalPerson')).toBeFocused();
  });

  await test.step('what went out is locked; unlocking it begins the next version, and gives the amendment its reason', async () => {
    await page.getByRole('button', { name: '去解锁' }).click();
    await report.unlock('退回补充');
    await expect(page.getByRole('banner')).toContainText('第 2 版（更正）');
    await report.approve();
    await page.getByRole('button', { name: '导出上报包' }).click();
    await expect(dialog.getByLabel('更正原因')).toHaveValue('退回补充');
    await page.keyboard.press('Escape');
  });
  expect(complaints).toEqual([]);
  await electron.close();
});
