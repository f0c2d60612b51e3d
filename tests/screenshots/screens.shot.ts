/** Pictures of every screen in both sizes and themes, in out/screenshots; those of the README go to docs/. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launch, newDataFolder, root, type RunningApp } from '../app/models/launch.ts';
import { ReportPage } from '../app/models/report-page.ts';

const folder = join(root, 'out/screenshots');
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/** The pictures that the README shows, by screen, at the smaller size. */
const forReadme = ['start-light', 'entry-light', 'entry-dark'];

for (const size of sizes) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`screens at ${String(size.width)} × ${String(size.height)}, ${scheme}`, async () => {
      const app = await launch(newDataFolder());
      await app.page.emulateMedia({ colorScheme: scheme });
      await resize(app, size);
      const take = async (name: string): Promise<void> => {
        mkdirSync(folder, { recursive: true });
        const path = join(folder, `${name}-${scheme}-${String(size.width)}.png`);
        await app.page.screenshot({ path });
        if (size.width === 1366 && forReadme.includes(`${name}-${scheme}`)) copyFileSync(path, join(root, 'docs', `${name}-${scheme}.png`));
      };
      await walk(app.page, take);
      await app.electron.close();
    });
  }
}

async function walk(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  await take('start-empty');
  await page.getByRole('button', { name: '新建年报' }).click();
  await take('new-report');
  await page.getByLabel('单位全称').fill('琼海市人民政府');
  await page.getByLabel('单位代码').fill('469002');
  await page.getByRole('button', { name: '建立年报' }).click();
  await take('blank');
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.getByRole('button', { name: '打开样例' }).click();
  const report = new ReportPage(page);
  await take('proactive');
  await report.showSection('三 依申请公开');
  await report.cell('applications.carriedForward.naturalPerson').click();
  await page.keyboard.type('95');
  await take('entry');
  await page.keyboard.press('Enter');
  await report.cell('applications.receivedThisYear.naturalPerson').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await take('range');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('Escape');
  await report.cell('applications.carriedForward.publicInterestOrganization').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.getByRole('dialog').waitFor();
  await take('paste');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('结转');
  await take('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await take('help-cell');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '审核', exact: true }).click();
  await take('review');
  await report.showSection('四 复议诉讼');
  await report.cell('remedies.reconsideration.total').click();
  await take('remedies');
  await report.showSection('一 总体情况');
  await take('narrative');
  await report.showSection('填报人员');
  await take('people');
  await page.getByRole('button', { name: '导出上报包' }).click();
  await take('export-blocked');
  await page.getByRole('button', { name: '取消' }).click();
  await report.showSection('三 依申请公开');
  await report.enter('applications.carriedForward.naturalPerson', '94');
  await page.getByRole('button', { name: '导出上报包' }).click();
  await page.getByRole('dialog').getByLabel('密钥口令').waitFor();
  await take('export-key');
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '返回列表' }).click();
  await take('start');
  await page.getByRole('button', { name: '备份与恢复' }).click();
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByRole('row', { name: /手动备份/u }).waitFor();
  await take('backups');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.getByRole('button', { name: '填写…' }).click();
  await page.getByLabel('单位全称').fill('琼海市人民政府');
  await page.getByLabel('单位代码').fill('469002');
  await take('own-unit');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('region', { name: '琼海市人民政府' }).waitFor();
  await take('start-own');
  await page.getByRole('button', { name: '验证上报包' }).click();
  await take('verify');
}

async function resize(app: RunningApp, size: { readonly width: number; readonly height: number }): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height);
  }, size);
}
