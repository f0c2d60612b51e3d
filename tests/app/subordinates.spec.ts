/** Subordinate units in the real window: a roster, a folder as it comes in, and what the screen says of each unit. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { inboxUnits, writeInbox, writeRoster } from './models/inbox.ts';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';

const rowOf = (page: Page, name: string) => page.getByRole('treeitem').filter({ hasText: name });

test('an office imports its roster, receives a mixed folder, and sees who is missing and who is wrong, and why', async () => {
  const data = newDataFolder();
  const [inbox, roster] = [join(data, 'U盘'), join(data, '名单.csv')];
  writeInbox(inbox);
  writeRoster(roster);
  const { electron, page, complaints } = await launch(data);

  await test.step('the roster is shown before it is taken', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+u');
    await expect(page.getByRole('heading', { name: '下级单位' })).toBeVisible();
    await page.getByLabel('年度').selectOption('2020');
    await answerOpenDialog(electron, [roster]);
    await page.getByRole('button', { name: '导入名单…' }).click();
    await expect(page.getByRole('dialog')).toContainText('新增 6 家');
    await page.getByRole('dialog').getByRole('button', { name: '采用' }).click();
    await expect(page.getByText('已收 0 / 应报 6')).toBeVisible();
    await expect(page.getByRole('treeitem')).toHaveCount(6);
  });

  await test.step('every file of the folder finds its unit, and each unit its state', async () => {
    await answerFolderDialog(electron, inbox);
    await page.getByRole('button', { name: '接收文件夹或 U 盘…' }).click();
    await expect(page.getByText('已收 2 / 应报 6')).toBeVisible();
    await expect(page.getByText('有误 2 家')).toBeVisible();
    await expect(page.getByText('已接收 5 份；拒收 1 份；不是报告 1 个。')).toBeVisible();
    await expect(rowOf(page, '示例第01市')).toContainText(/已收.*第 2 版/u);
    await expect(rowOf(page, '示例第02市')).toContainText('已收');
    await expect(rowOf(page, '示例第03市')).toContainText(/有误.*文件被拒收/u);
    await expect(rowOf(page, '示例第04市')).toContainText(/有误.*数据自相矛盾/u);
    await expect(rowOf(page, '示例第05市')).toContainText('未报');
    await page.getByRole('button', { name: '未报 2' }).click();
    await expect(page.getByRole('treeitem')).toHaveCount(2);
    await page.getByRole('button', { name: /^全部/u }).click();
  });

  await test.step('the keyboard leads to a unit, with its files and the message to send', async () => {
    await page.getByRole('tree').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('heading', { name: '示例第01市' })).toBeVisible();
    await expect(page.getByText('已被“一 更正.filing.json”取代')).toBeVisible();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('heading', { name: '示例第04市' })).toBeVisible();
    await page.getByRole('button', { name: '复制通知' }).click();
    await expect(page.getByText('已复制')).toBeVisible();
    const message = await electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(message).toMatch(/^示例第04市：报来的数据有误.*\nT3-1/u);
  });

  await test.step('a file that is dropped is received; one that was received is not received twice', async () => {
    // Names in ASCII: a test’s drop goes through the locale of the system, which may have no other letters.
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-drop-'));
    const [mended, known] = [join(folder, '4.filing.json'), join(folder, '2.filing.json')];
    const [, second, , fourth] = inboxUnits;
    writeFileSync(known, JSON.stringify(second));
    writeFileSync(mended, JSON.stringify({ ...fourth, revision: { number: 2, previousBundleDigest: null, changes: [] } }));
    const session = await page.context().newCDPSession(page);
    const dragged = { items: [], files: [mended, known], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data: dragged });
      if (type === 'dragOver') await expect(page.getByText('松开鼠标，接收这些文件（2020 年度）')).toBeVisible();
    }
    await expect(page.getByText('已接收 1 份；以前收过 1 份，没有重复接收。')).toBeVisible();
    await expect(rowOf(page, '示例第04市')).toContainText(/已收.*第 2 版/u);
  });

  await test.step('a file and a unit are removed only when that was confirmed, and the year is still there to choose', async () => {
    await rowOf(page, '示例第02市').click();
    await page.getByRole('button', { name: '移除', exact: true }).first().click();
    await expect(page.getByRole('dialog')).toContainText('移除后，这个单位的数不再计入');
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await expect(rowOf(page, '示例第02市')).toContainText('已收');
    await rowOf(page, '示例第06市').click();
    await page.getByRole('button', { name: '从名单移除' }).click();
    await expect(page.getByRole('dialog')).toContainText(/名称、代码.*会丢失/u);
    await page.getByRole('dialog').getByRole('button', { name: '从名单移除' }).click();
    await expect(page.getByRole('treeitem')).toHaveCount(5);
    const years = () => page.getByLabel('年度').locator('option').allTextContents();
    const before = await years();
    await page.getByRole('button', { name: '汇总', exact: true }).click();
    expect(await years()).toEqual(before);
    await page.getByRole('button', { name: '单位与接收', exact: true }).click();
    expect(await years()).toEqual(before);
  });

  await test.step('an entry of the roster is edited by hand', async () => {
    await rowOf(page, '示例第05市').click();
    await page.getByRole('button', { name: '修改名单信息…' }).click();
    await page.getByLabel('联系人').fill('李明');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('李明')).toBeVisible();
  });
  expect(complaints).toEqual([]);
  await electron.close();
});
