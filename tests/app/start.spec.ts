/** The start page: first steps, what is due, last year's report, and finding one report among many. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerOpenDialog, launch, newDataFolder, root } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

/** The year that a government reports on next: until 31 March the last one. */
function dueYear(): number {
  const now = new Date();
  return now.getMonth() < 3 ? now.getFullYear() - 1 : now.getFullYear();
}

test('the first steps lead from nothing to this year’s report with last year’s figures carried over, by keyboard', async () => {
  const data = newDataFolder();
  const { electron, page, complaints } = await launch(data);
  const year = dueYear();
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };

  await test.step('who we are', async () => {
    await expect(page.getByRole('button', { name: '建密钥…' })).toBeDisabled();
    await press('填写…');
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('单位全称')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('单位全称').focus();
    await page.keyboard.type('宿迁市人民政府');
    await page.keyboard.press('Tab');
    await page.keyboard.type('321300');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: '宿迁市人民政府' })).toContainText('市（州）政府');
    await expect(page.getByRole('region', { name: '宿迁市人民政府' })).toContainText(`${String(year)} 年度报告`);
    await expect(page.getByRole('region', { name: '宿迁市人民政府' })).toContainText('3 月 31 日 前');
    await expect(page.getByRole('region', { name: '宿迁市人民政府' })).toContainText('还没有开始');
  });

  await test.step('the key', async () => {
    await press('建密钥…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('密钥口令').focus();
    await page.keyboard.type('骆马湖 2024');
    await dialog.getByLabel('再输一次口令').focus();
    await page.keyboard.type('骆马湖 2024');
    await page.keyboard.press('Enter');
    await expect(page.getByText('已有密钥')).toBeVisible();
  });

  await test.step('last year’s published report', async () => {
    const text = readFileSync(join(root, 'tests/fixtures/intake/sections-empty.txt'), 'utf8');
    const file = join(data, '去年年报.txt');
    writeFileSync(file, text.replaceAll('2023', String(year - 1)));
    await answerOpenDialog(electron, [file]);
    await press('选择文件…');
    await expect(page.getByText('来源：去年年报.txt')).toBeVisible();
    await expect(page.getByText('现在还没有改动任何数据。')).toBeVisible();
    await press(/^读入选中的/u);
    await expect(page.getByRole('heading', { name: '第一次使用' })).toHaveCount(0);
  });

  await test.step('the next step makes this year’s report, with 上年结转 filled in', async () => {
    const lastYears = await carriedForward(page, year - 1);
    expect(lastYears).toMatch(/\d/u);
    await press(`开始填报 ${String(year)} 年度`);
    const report = new ReportPage(page);
    await report.showSection('三 依申请公开');
    await expect(report.cell('applications.broughtForward.naturalPerson')).toHaveValue(lastYears);
    await page.getByRole('button', { name: '返回列表' }).click();
    await expect(page.getByRole('button', { name: '继续填报' })).toBeVisible();
  });
  expect(complaints).toEqual([]);
  await electron.close();

  const again = await launch(data);
  await expect(again.page.getByRole('region', { name: '宿迁市人民政府' })).toContainText('草稿');
  await again.electron.close();
});

test('among many reports the list shows a page at a time, and finds one by its name', async () => {
  const { electron, page } = await launch(newDataFolder());
  await page.evaluate(async () => {
    type Create = (input: unknown) => Promise<unknown>;
    const { calls } = (window as unknown as { nianbao: { calls: Record<string, Create> } }).nianbao;
    for (let index = 0; index < 120; index += 1) {
      const code = `4600${String(10_000 + index)}`.slice(0, 9);
      const unit = { code, name: `第${String(index + 1)}镇人民政府`, creditCode: null, level: 'township' };
      await calls['filing/create']?.({ unit, reportYear: 2024 });
    }
  });
  await page.reload();
  await expect(page.getByText('第 1–50 份，共 120 份')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(51);
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page.getByText('第 51–100 份，共 120 份')).toBeVisible();
  await page.getByRole('searchbox').fill('第77镇　２０２４');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox').fill('没有这个单位');
  await expect(page.getByText('没有符合“没有这个单位”的年报。')).toBeVisible();
  await electron.close();
});

async function carriedForward(page: Page, year: number): Promise<string> {
  await page.getByRole('button', { name: `打开 宿迁市人民政府 ${String(year)}` }).click();
  const report = new ReportPage(page);
  await report.showSection('三 依申请公开');
  const value = await report.cell('applications.carriedForward.naturalPerson').inputValue();
  await page.getByRole('button', { name: '返回列表' }).click();
  return value;
}
