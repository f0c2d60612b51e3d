/** Pictures of every screen in both sizes and themes, in out/screenshots; those of the README go to docs/. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { writeInbox, writeRoster } from '../app/models/inbox.ts';
import { answerOpenDialog, launch, newDataFolder, root, type RunningApp, answerFolderDialog } from '../app/models/launch.ts';
import { ReportPage } from '../app/models/report-page.ts';

const folder = join(root, 'out/screenshots');
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/** The pictures that the README shows, by screen, at the smaller size. */
const forReadme = ['start-light', 'entry-light', 'entry-dark'];

/** Those that the help shows, by screen, and what they are called there. */
const forHelp: Readonly<Record<string, string>> = { entry: 'entry', intake: 'intake', 'export-key': 'export', backups: 'backups' };

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
        const topic = forHelp[name];
        if (topic !== undefined && size.width === 1366 && scheme === 'light')
          writeFileSync(join(root, 'resources/help/pictures', `${topic}.webp`), await toWebp(app.page, path));
        if (size.width === 1366 && forReadme.includes(`${name}-${scheme}`)) copyFileSync(path, join(root, 'docs', `${name}-${scheme}.png`));
      };
      await walk(app, take);
      await app.electron.close();
    });
  }
}

async function walk({ page, electron }: RunningApp, take: (name: string) => Promise<void>): Promise<void> {
  await take('start-empty');
  await page.getByRole('button', { name: '新建年报' }).click();
  await take('new-report');
  await page.getByLabel('单位全称').fill('琼海市人民政府');
  await page.getByLabel('单位代码').fill('469002');
  await page.getByRole('button', { name: '建立年报' }).click();
  await page.getByRole('navigation').waitFor();
  await take('blank');
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.getByRole('button', { name: '打开样例' }).click();
  const report = new ReportPage(page);
  await page.getByRole('heading', { name: '海南省', exact: true }).waitFor();
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
  const file = join(mkdtempSync(join(tmpdir(), 'nianbao-读入-')), '海南修订.txt');
  writeFileSync(file, readFileSync(join(root, 'resources/samples/hainan-2020.txt'), 'utf8').replace('\t841\n', '\t842\n'));
  await answerOpenDialog(electron, [file]);
  await page.getByRole('button', { name: '读入文件' }).click();
  await page.getByRole('heading', { name: '读入前预览' }).waitFor();
  await take('intake');
  await page.getByRole('button', { name: '返回，不读入' }).click();
  await report.showSection('填报人员');
  await take('people');
  await report.showSection('上报与回执');
  await take('submission');
  await report.showSection('文档与图表');
  await take('documents');
  for (const [view, name] of [
    ['图表', 'charts'],
    ['一图读懂', 'infographic'],
    ['核对纸质件', 'paper-check'],
  ] as const) {
    await page.getByRole('button', { name: view, exact: true }).click();
    if (name !== 'paper-check') await page.locator('figure svg').first().waitFor();
    await take(name);
  }
  await page.getByRole('button', { name: '导出上报包' }).click();
  await take('export-blocked');
  await page.getByRole('button', { name: '取消' }).click();
  await report.showSection('三 依申请公开');
  await report.enter('applications.carriedForward.naturalPerson', '94');
  await page.getByRole('button', { name: '导出上报包' }).click();
  await take('export-not-approved');
  await page.getByRole('button', { name: '去审核' }).click();
  await take('review-open');
  await report.approve();
  await take('review-approved');
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
  await page.keyboard.press('F1');
  await page.getByRole('article').getByRole('img').first().waitFor();
  await take('help');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('region', { name: '关于年报通' }).waitFor();
  await take('settings');
  await page.getByRole('region', { name: '更新', exact: true }).scrollIntoViewIfNeeded();
  await take('settings-updates');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.getByRole('button', { name: '密钥与证书' }).click();
  await take('identity');
  await page.getByRole('button', { name: '新建密钥' }).click();
  await take('identity-new');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.getByRole('button', { name: '验证上报包' }).click();
  await take('verify');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await walkSubordinates(page, electron, take);
}

async function walkSubordinates(page: Page, electron: RunningApp['electron'], take: (name: string) => Promise<void>): Promise<void> {
  const folder = newDataFolder();
  const [inbox, roster] = [join(folder, 'inbox'), join(folder, 'roster.csv')];
  writeInbox(inbox);
  writeRoster(roster);
  await page.keyboard.press('ControlOrMeta+Shift+u');
  await page.getByLabel('年度').selectOption('2020');
  await page.getByText('这一年度还没有名单').waitFor();
  await take('subordinates-empty');
  await answerOpenDialog(electron, [roster]);
  await page.getByRole('button', { name: '导入名单…' }).click();
  await page.getByRole('dialog').waitFor();
  await take('roster-preview');
  await page.getByRole('dialog').getByRole('button', { name: '采用' }).click();
  await answerFolderDialog(electron, inbox);
  await page.getByRole('button', { name: '接收文件夹或 U 盘…' }).click();
  await page.getByText('已收 2 / 应报 6').waitFor();
  await take('subordinates');
  await page.getByRole('treeitem').nth(3).click();
  await page.getByRole('button', { name: '复制通知' }).waitFor();
  await take('subordinate-unit');
  await page.getByRole('button', { name: '汇总', exact: true }).click();
  await page.getByRole('button', { name: /^三、/u }).click();
  await page.locator('[data-cell="applications.receivedThisYear.total"]').click();
  await page.getByRole('list', { name: '各单位的数' }).waitFor();
  await take('sum');
  await page.getByRole('button', { name: /^校验/u }).click();
  await take('sum-checks');
  await page.getByRole('button', { name: '对比', exact: true }).click();
  await page.getByRole('button', { name: '显示为表格' }).waitFor();
  await take('sum-compare');
  await page.getByRole('button', { name: '变动', exact: true }).click();
  await page.getByRole('button', { name: '认可当前汇总' }).waitFor();
  await take('sum-movements');
  await page.getByRole('button', { name: '建立本级年报…' }).click();
  await page.getByRole('dialog').waitFor();
  await take('sum-own');
  await page.keyboard.press('Escape');
}

/** At 960 pixels a picture of the help is 20 to 60 kB; the page itself is the converter. */
async function toWebp(page: Page, path: string): Promise<Buffer> {
  const encoded = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(960, 540);
    canvas.getContext('2d')?.drawImage(image, 0, 0, 960, 540);
    const webp = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })).arrayBuffer());
    return btoa(Array.from(webp, (byte) => String.fromCharCode(byte)).join(''));
  }, readFileSync(path).toString('base64'));
  return Buffer.from(encoded, 'base64');
}

async function resize(app: RunningApp, size: { readonly width: number; readonly height: number }): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height);
  }, size);
}
