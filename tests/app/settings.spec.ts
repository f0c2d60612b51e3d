/** Settings, the page about the app, the help and the diagnostics file, in the real window. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { answerFolderDialog, launch, newDataFolder, type RunningApp } from './models/launch.ts';

/** The page's own media are Playwright's. */
function themeOf({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

test('colours, size and due date are set by keyboard, hold at once and after a restart', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  const { page } = first;
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('radio', { name: '深色' }).check();
  await expect(page.getByRole('status').first()).toHaveText('已保存');
  expect(await themeOf(first)).toBe('dark');
  await page.getByRole('radio', { name: '125%' }).check();
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(1.25);
  await page.getByLabel('上级通知的截止日期').fill('02-30');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请写成“月-日”')).toBeVisible();
  await page.getByLabel('上级通知的截止日期').fill('01-20');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请写成“月-日”')).toBeHidden();
  await expectNoViolations(page);
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.getByRole('button', { name: '填写…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('单位全称').fill('琼海市教育局');
  await dialog.getByLabel('单位代码').fill('469002');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '琼海市教育局' })).toContainText('1 月 20 日 前');
  expect(first.complaints).toEqual([]);
  await first.electron.close();

  const second = await launch(data);
  await expect.poll(() => second.page.evaluate(() => devicePixelRatio)).toBe(1.25);
  expect(await themeOf(second)).toBe('dark');
  await expect(second.page.getByRole('region', { name: '琼海市教育局' })).toContainText('1 月 20 日 前');
  await second.electron.close();
});

test('the help is searched and read by keyboard, in both languages', async () => {
  const { electron, page, complaints } = await launch(newDataFolder());
  await page.keyboard.press('F1');
  await expect(page.getByRole('article')).toContainText('十分钟上手');
  await expectNoViolations(page);
  await page.getByRole('searchbox').fill('退回');
  await expect(page.getByRole('article')).toContainText('年报被退回');
  await page.getByRole('searchbox').fill('国务院部门');
  await expect(page.getByRole('article')).toContainText('第二十条第（一）项');
  await page.getByRole('searchbox').fill('没有这样的词');
  await expect(page.getByRole('article')).toContainText('没有找到');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('searchbox').fill('passphrase lost');
  await expect(page.getByRole('article')).toContainText('cannot be recovered');
  expect(complaints).toEqual([]);
  await electron.close();
});

test('the page about the app names versions and licences, and the diagnostics file is written where the user wants it', async () => {
  const data = newDataFolder();
  const { electron, page, complaints } = await launch(data);
  await page.getByRole('button', { name: '设置' }).click();
  const about = page.getByRole('region', { name: '关于年报通' });
  await expect(about).toContainText('Chromium');
  await expect(about).toContainText('Node.js');
  await about.getByText(/^sql\.js .* MIT$/u).click();
  await expect(about).toContainText('Permission is hereby granted');
  const stick = join(data, 'U盘');
  mkdirSync(stick);
  await answerFolderDialog(electron, stick);
  const save = page.getByRole('button', { name: '保存诊断包…' });
  await save.click();
  await expect(page.getByText('已保存为 nianbao-diagnostics.zip')).toBeVisible();
  await save.click();
  await expect(page.getByText('已保存为 nianbao-diagnostics-2.zip')).toBeVisible();
  expect(readdirSync(stick).sort()).toEqual(['nianbao-diagnostics-2.zip', 'nianbao-diagnostics.zip']);
  await answerFolderDialog(electron, join(data, 'workspace'));
  await page.getByRole('button', { name: '选择另存位置…' }).click();
  await expect(page.getByRole('alert')).toContainText('就在年报通自己的数据文件夹里');
  const place = `${data}-另一块盘`;
  mkdirSync(place);
  await answerFolderDialog(electron, place);
  await page.getByRole('button', { name: '选择另存位置…' }).click();
  await expect(page.getByText(`另存位置：${place}`)).toContainText('最近一份');
  expect(readdirSync(join(place, '年报通备份'))).toHaveLength(1);
  await page.getByRole('button', { name: '不再另存' }).click();
  await expect(page.getByText('另存位置：还没有选。')).toBeVisible();
  await electron.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => void ((globalThis as { shown?: string }).shown = path);
  });
  await page.getByRole('button', { name: '打开日志文件夹' }).click();
  await expect.poll(() => electron.evaluate(() => (globalThis as { shown?: string }).shown ?? '')).toBe(join(data, 'logs', 'nianbao.log'));
  expect(readFileSync(join(data, 'logs', 'nianbao.log'), 'utf8')).toContain('start');
  expect(Object.keys(unzipSync(readFileSync(join(stick, 'nianbao-diagnostics.zip'))))).toContain('diagnostics.json');
  expect(complaints).toEqual([]);
  await electron.close();
});
