/** Taking in a file in the real window: seen first, chosen, taken as one step with a backup before it, and undone. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, launch, newDataFolder, root } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-读入-'));

test('a clerk sees what a file would change, takes two tables of it, and takes it back in one step', async () => {
  const data = newDataFolder();
  const { electron, page, complaints } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.expectSaved();
  const sample = readFileSync(join(root, 'resources/samples/hainan-2020.txt'), 'utf8');
  const file = join(folder, '海南修订.txt');
  writeFileSync(file, sample.replace('\t841\n', '\t842\n').replace('\t7\n', '\tx7\n'));

  await test.step('a file of another year is refused with both years, and the report stays', async () => {
    const other = join(folder, '海南2019.txt');
    writeFileSync(other, sample.replace('海南省2020年政府信息公开', '海南省2019年政府信息公开'));
    await answerOpenDialog(electron, [other]);
    await page.getByRole('button', { name: '读入文件' }).click();
    await expect(page.getByRole('alert')).toContainText('2019 年度的报告，不是 2020 年度的');
    await page.getByRole('alert').getByRole('button', { name: '关闭' }).click();
  });

  await test.step('the preview shows old and new, what was not understood, and changes nothing', async () => {
    await answerOpenDialog(electron, [file]);
    await page.getByRole('button', { name: '读入文件' }).click();
    await expect(page.getByRole('heading', { name: '读入前预览' })).toBeVisible();
    await expect(page.getByText('来源：海南修订.txt')).toBeVisible();
    const table = page.getByRole('region', { name: '二、主动公开政府信息情况' });
    await expect(table.getByRole('row', { name: /行政许可｜上一年项目数量 841 842 不同/u })).toBeVisible();
    await expect(page.getByText(/没有读懂.*x7/u).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^读入选中的 0 格/u })).toBeDisabled();
    await page.screenshot({ path: join(root, 'out/test-results/intake-preview.png') });
  });

  await test.step('what is chosen is taken after a backup, and one undo takes it back', async () => {
    const table = page.getByRole('region', { name: '二、主动公开政府信息情况' });
    await table.getByLabel('读入方式').selectOption('全部，覆盖现有');
    await page.getByRole('button', { name: /^读入选中的 1 格/u }).click();
    await report.expectSaved();
    await report.showSection('二 主动公开');
    const cell = report.cell('proactiveDisclosure.administrativeLicense.previousItems');
    await expect(cell).toHaveValue('842');
    expect(readdirSync(join(data, 'workspace', 'backups')).some((name) => name.includes('before-intake'))).toBe(true);
    await page.getByRole('button', { name: '修改记录', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('读入数据 · 海南修订.txt · SHA-256');
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(cell).toHaveValue('841');
  });
  expect(complaints).toEqual([]);
  await electron.close();
});
