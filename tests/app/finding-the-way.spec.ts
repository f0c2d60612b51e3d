/** By keyboard alone: the palette, the help, areas, findings by severity, suspects, notes, and a figure chosen in a table. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerFolderDialog, launch, newDataFolder } from './models/launch.ts';
import { ProsePage } from './models/prose-page.ts';
import { ReportPage } from './models/report-page.ts';

const carried = 'applications.carriedForward.naturalPerson';

async function openSample() {
  const data = newDataFolder();
  const running = await launch(data);
  const report = new ReportPage(running.page);
  await running.page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  return { ...running, data, report, press: (keys: string) => running.page.keyboard.press(keys) };
}

test('Ctrl+K finds commands, rows and words, and F1 explains the cell with the focus', async () => {
  const { electron, page, report, press, complaints, data } = await openSample();
  await report.cell(carried).focus();
  await press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: '命令与查找' })).toBeFocused();
  await page.keyboard.type('表四 行政复议');
  await press('Enter');
  await expect(page.getByRole('grid', { name: /行政复议/u })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toMatch(/^remedies\./u);

  await press('ControlOrMeta+k');
  await page.keyboard.type('没有这个东西');
  await expect(page.getByText('没有找到')).toBeVisible();
  await press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toMatch(/^remedies\./u);

  await press('F1');
  await expect(page.getByRole('dialog')).toContainText('这一格怎么填');
  await expect(page.getByRole('dialog')).toContainText('快捷键');
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const folder = join(data, '下发');
  mkdirSync(folder);
  await answerFolderDialog(electron, folder);
  await press('ControlOrMeta+k');
  await page.keyboard.type('下发填报表');
  await press('Enter');
  await expect(page.getByText(/填报表已存为/u)).toBeVisible();
  expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toHaveLength(1);
  expect(complaints).toEqual([]);
  await electron.close();
});

test('findings are shown by severity, F8 and Shift+F8 go round, and a suspect is taken with one click and one undo', async () => {
  const { electron, page, report, press } = await openSample();
  await report.enter(carried, '95');
  await report.findings.getByRole('button', { name: /^提示 \d+/u }).click();
  await expect(report.findings).not.toContainText('T3-1');
  await report.findings.getByRole('button', { name: /^错误 \d+/u }).click();
  await expect(report.findings).toContainText('T3-1');
  await press('F8');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
  await press('F8');
  const second = await page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
  expect(second).not.toBe(first);
  await press('Shift+F8');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(first);
  await report.findings
    .getByRole('button', { name: /（自然人） [\d,]+ → [\d,]+/u })
    .first()
    .focus();
  await press('Enter');
  await expect(report.findings).not.toContainText('T3-1');
  await press('ControlOrMeta+z');
  await expect(report.findings).toContainText('T3-1');
  await expect(report.cell(carried)).toHaveValue(/95/u);
  await electron.close();
});

test('F6 goes from area to area; a note is written beside the cell, is kept, and marks it', async () => {
  const { electron, page, report, press } = await openSample();
  await report.cell(carried).focus();
  const areaOf = () => page.evaluate(() => document.activeElement?.closest('main, aside, nav, header, section')?.tagName ?? '');
  const areas: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    await press('F6');
    areas.push(await areaOf());
  }
  expect(areas.at(-1)).toBe('MAIN');
  expect(new Set(areas)).toEqual(new Set(['SECTION', 'ASIDE', 'HEADER', 'NAV', 'MAIN']));
  await report.cell(carried).focus();
  await page.getByRole('complementary').getByLabel('备注').focus();
  await page.keyboard.type('含转办 3 件');
  await press('Tab');
  await expect(report.cell(carried)).toHaveAttribute('aria-label', /有备注/u);
  await report.expectSaved();
  await report.cell('applications.carriedForward.other').focus();
  await expect(page.getByRole('complementary').getByLabel('备注')).toHaveValue('');
  await report.cell(carried).focus();
  await expect(page.getByRole('complementary').getByLabel('备注')).toHaveValue('含转办 3 件');
  await electron.close();
});

test('a figure is chosen in a table and stays bound to it', async () => {
  const { electron, page, report, press, complaints } = await openSample();
  await report.showSection('六 其他需要报告的事项');
  const prose = new ProsePage(page);
  await prose.write('\n结转');
  await prose.editor.press('@');
  await press('F4');
  await expect(page.getByText(/请点一个单元格/u)).toBeVisible();
  await report.showSection('三 依申请公开');
  await report.cell(carried).click();
  await expect(prose.editor).toContainText('结转94');
  await page.keyboard.type('件。');
  await expect(prose.editor).toContainText('结转94件。');
  await report.showSection('三 依申请公开');
  await report.enter(carried, '97');
  await report.showSection('六 其他需要报告的事项');
  await expect(prose.editor).toContainText('结转97件。');
  expect(complaints).toEqual([]);
  await electron.close();
});
