/** The whole way in the real window: sample, mistake, repair, signed bundle, restart. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';
import { ProsePage } from './models/prose-page.ts';
import { ReportPage } from './models/report-page.ts';

const carried = 'applications.carriedForward.naturalPerson';

test('a clerk opens the sample, breaks T3-1, sees both sums, repairs it, exports, and finds everything again after a restart', async () => {
  const data = newDataFolder();
  const usb = join(data, 'U盘');
  mkdirSync(usb);
  const first = await launch(data);
  const report = new ReportPage(first.page);

  await test.step('the sample has no findings and shows its figures', async () => {
    await first.page.getByRole('button', { name: '打开样例' }).click();
    await report.showSection('三 依申请公开');
    await report.expectNoFindings();
    await expect(report.cell('applications.receivedThisYear.naturalPerson')).toHaveValue('1,432');
    await expect(report.cell('applications.receivedThisYear.total')).toHaveText('2,864');
    await expect(report.cell(carried)).toHaveValue('94');
  });

  await test.step('a wrong figure is found while it is typed, with the sums that prove it', async () => {
    await report.cell(carried).click();
    await first.page.keyboard.type('95');
    await expect(report.findings).toContainText('自然人：本年新收 1,432 + 上年结转 38 = 1,470');
    await expect(report.findings).toContainText('办理结果总计 1,376 + 结转下年 95 = 1,471');
    await expect(report.findings).toContainText('差 −1');
    await expect(report.cell('applications.carriedForward.total')).toHaveText('137');
    await first.page.keyboard.press('Enter');
    await report.expectSaved();
  });

  await test.step('the symptoms of one cause stand together, with the cells that may be it', async () => {
    await expect(report.findings).toContainText('同一处引起的另外 1 处');
    await expect(report.findings).toContainText('可能是：');
    await expect(report.findings.getByRole('button', { name: /（自然人） \d+ → \d+/u }).first()).toBeVisible();
  });

  await test.step('an export with an error is refused and leads to the cell', async () => {
    await first.page.getByRole('button', { name: '导出上报包' }).click();
    await expect(first.page.getByRole('dialog')).toContainText('处错误要改正');
    await first.page.getByRole('button', { name: '去看第一处' }).click();
    await expect(report.cell('applications.receivedThisYear.naturalPerson')).toBeFocused();
  });

  await test.step('a click on a finding goes to its cell from any section', async () => {
    await report.showSection('二 主动公开');
    await report.findings.getByRole('button', { name: /T3-1 自然人/u }).click();
    await expect(report.cell('applications.receivedThisYear.naturalPerson')).toBeFocused();
  });

  await test.step('the repaired figure leaves no finding', async () => {
    await report.enter(carried, '94');
    await report.expectNoFindings();
    await report.expectSaved();
  });

  await test.step('the bundle is signed with a key made on the spot, and openssl verifies it', async () => {
    await answerFolderDialog(first.electron, usb);
    await first.page.getByRole('button', { name: '导出上报包' }).click();
    const dialog = first.page.getByRole('dialog');
    await expect(dialog).toContainText('还没有审核');
    await dialog.getByRole('button', { name: '去审核' }).click();
    await report.approve();
    await first.page.getByRole('button', { name: '导出上报包' }).click();
    await dialog.getByLabel('密钥口令').fill('椰风海韵 2020');
    await dialog.getByLabel('再输一次口令').fill('椰风海韵 2020');
    await dialog.getByRole('button', { name: '新建密钥' }).click();
    await expect(dialog.getByRole('button', { name: '选择位置并导出' })).toBeVisible();
    await dialog.getByLabel('密钥口令').fill('椰风海韵 2021');
    await dialog.getByRole('button', { name: '选择位置并导出' }).click();
    await expect(dialog.getByRole('alert')).toContainText('口令不对');
    await dialog.getByLabel('密钥口令').fill('椰风海韵 2020');
    await dialog.getByRole('button', { name: '选择位置并导出' }).click();
    // The key is as slow to open as a real one.
    await expect(dialog).toContainText('已导出，并从磁盘读回验证无误', { timeout: 20_000 });
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(readdirSync(usb)).toEqual(['海南省-460000-2020-v1.asice']);
    verifyWithOpenssl(join(usb, '海南省-460000-2020-v1.asice'), join(data, 'identity/460000.crt.pem'), data);
  });

  let digest = '';
  await test.step('the verification screen calls it valid, and a changed copy invalid', async () => {
    const bundle = join(usb, '海南省-460000-2020-v1.asice');
    const changed = readFileSync(bundle);
    const middle = Math.floor(changed.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    writeFileSync(join(usb, '改过的.asice'), changed);
    writeFileSync(join(usb, '说明.asice'), '这不是上报包');
    await answerOpenDialog(first.electron, [bundle, join(usb, '改过的.asice'), join(usb, '说明.asice')]);
    await first.page.getByRole('button', { name: '返回列表' }).click();
    await first.page.getByRole('button', { name: '验证上报包' }).click();
    await first.page.getByRole('button', { name: '选择文件' }).click();
    const results = first.page.getByRole('article');
    await expect(results.nth(0)).toContainText('有效');
    await expect(results.nth(0)).toContainText('没有发现问题');
    await expect(results.nth(1)).toContainText('无效');
    await expect(results.nth(2)).toContainText('不是上报包');
    digest = /[0-9a-f]{64}/u.exec((await results.nth(0).textContent()) ?? '')?.[0] ?? '';
    await first.page.getByRole('textbox', { name: '二维码内容或摘要' }).fill(`NIANBAO：1：460000：2020\n：1：${digest}\n`);
    await expect(first.page.getByText('一致：纸质件就是第 1 版上报包的内容')).toBeVisible();
  });

  expect(first.complaints).toEqual([]);
  await first.electron.close();

  await test.step('after a restart the list has the report, its edits and its state', async () => {
    const second = await launch(data);
    const again = new ReportPage(second.page);
    await expect(second.page.getByRole('row', { name: /海南省/u })).toContainText('已导出');
    await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
    await again.showSection('三 依申请公开');
    await expect(again.cell(carried)).toHaveValue('94');
    await again.expectNoFindings();
    await again.showSection('文档与图表');
    await second.page.getByRole('checkbox', { name: /纸质件/u }).check();
    await expect(second.page.getByRole('img', { name: '上报包摘要二维码' })).toBeVisible();
    await second.page.getByRole('button', { name: '核对纸质件' }).click();
    await second.page.getByRole('textbox', { name: '二维码内容或摘要' }).fill((digest.startsWith('0') ? '1' : '0') + digest.slice(1));
    await expect(second.page.getByText('只有第 1 组四位数字不同')).toBeVisible();
    expect(second.complaints).toEqual([]);
    await second.electron.close();
  });
});

test('what is typed but not yet entered when the window closes is there at the next start', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  const report = new ReportPage(first.page);
  await first.page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  await report.cell(carried).click();
  await first.page.keyboard.type('937');
  const closed = first.electron.waitForEvent('close');
  await first.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await closed;

  const second = await launch(data);
  const again = new ReportPage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await again.showSection('三 依申请公开');
  await expect(again.cell(carried)).toHaveValue('937');
  await second.electron.close();
});

test('after a pause in typing the figure is on disk: killing the app loses nothing, and Esc still restores', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  const report = new ReportPage(first.page);
  await first.page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  await report.cell(carried).click();
  await first.page.keyboard.type('95');
  await expect(first.page.getByRole('status').first()).toHaveText('正在填写…');
  await report.expectSaved();
  await first.page.keyboard.press('Escape');
  await expect(report.cell(carried)).toHaveValue('94');
  await first.page.keyboard.type('96');
  await report.expectSaved();
  first.electron.process().kill('SIGKILL');
  await first.electron.waitForEvent('close');

  const second = await launch(data);
  const again = new ReportPage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await again.showSection('三 依申请公开');
  await expect(again.cell(carried)).toHaveValue('96');
  await second.electron.close();
});

test('prose goes into its own section however the section is left, and is written down while the typing goes on', async () => {
  const data = newDataFolder();
  const { electron, page } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('五 存在的主要问题及改进情况');
  const prose = new ProsePage(page);
  const five = await prose.lines();
  await report.showSection('六 其他需要报告的事项');
  await prose.replaceAll('收取信息处理费 0 元。');
  // As assistive technology does: the section changes while the text still has the focus.
  await page.getByRole('button', { name: /^五/u }).evaluate((button: HTMLElement) => button.click());
  await prose.expectLines(five);
  await report.expectSaved();
  await report.showSection('六 其他需要报告的事项');
  await prose.write('');
  for (let count = 0; count < 12; count += 1) {
    await page.keyboard.type('好');
    await page.waitForTimeout(150);
  }
  electron.process().kill('SIGKILL');
  await electron.waitForEvent('close');

  const second = await launch(data);
  const again = new ReportPage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await again.showSection('六 其他需要报告的事项');
  await expect(second.page.getByRole('textbox')).toHaveText(/^收取信息处理费 0 元。好{4,}$/u);
  await again.showSection('五 存在的主要问题及改进情况');
  await new ProsePage(second.page).expectLines(five);
  await second.electron.close();
});

test('closing waits for edits that a slow disk is still taking', async () => {
  const data = newDataFolder();
  const { electron, page } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  await electron.evaluate(() => {
    const fs = process.getBuiltinModule('node:fs');
    const { fsyncSync } = fs;
    fs.fsyncSync = (descriptor) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
      fsyncSync(descriptor);
    };
  });
  await report.cell('applications.receivedThisYear.naturalPerson').click();
  for (let row = 0; row < 14; row += 1) {
    await page.keyboard.type('7');
    await page.keyboard.press('ArrowDown');
  }
  const closed = electron.waitForEvent('close');
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await closed;

  const second = await launch(data);
  const again = new ReportPage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await again.showSection('三 依申请公开');
  await expect(again.cell('applications.receivedThisYear.naturalPerson')).toHaveValue('7');
  await expect(again.cell('applications.requiresCreation.naturalPerson')).toHaveValue('7');
  await second.electron.close();
});

test('a block of cells pasted into one shows first what would change, and F8 in the middle of a figure keeps it', async () => {
  const { electron, page } = await launch(newDataFolder());
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  await electron.evaluate(({ clipboard }) => clipboard.writeText('10\t2\n0\t1'));
  await report.cell(carried).click();
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('结转下年（自然人）');
  await expect(dialog).toContainText('“0”超出了表格范围');
  await page.keyboard.press('Escape');
  await expect(report.cell(carried)).toHaveValue('94');
  await expect(report.cell(carried)).toBeFocused();

  await report.showSection('四 复议诉讼');
  await report.enter('remedies.reconsideration.upheld', '');
  await report.showSection('三 依申请公开');
  await report.cell(carried).click();
  await page.keyboard.type('97');
  await page.keyboard.press('F8');
  await report.showSection('三 依申请公开');
  await expect(report.cell(carried)).toHaveValue('97');
  await electron.close();
});

test('a new report starts blank, keeps text that is no number, and its prose survives a restart', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  const report = new ReportPage(first.page);
  await first.page.getByRole('button', { name: '新建年报' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByLabel('单位全称').fill('琼海市博鳌镇人民政府');
  await dialog.getByLabel('单位代码').fill('046900210');
  await dialog.getByLabel('报告年度').fill('2018');
  await dialog.getByRole('button', { name: '建立年报' }).click();
  await expect(dialog.getByRole('alert')).toContainText('没有适用于 2018 年度的表样');
  await dialog.getByLabel('报告年度').fill('2020');
  await dialog.getByRole('button', { name: '建立年报' }).click();

  await report.showSection('三 依申请公开');
  await report.enter('applications.receivedThisYear.naturalPerson', '１２');
  await expect(report.cell('applications.receivedThisYear.total')).toHaveText('12');
  await report.enter('applications.receivedThisYear.other', '若干');
  await expect(report.cell('applications.receivedThisYear.other')).toHaveValue('若干');
  await expect(report.findings).toContainText('“若干”不是数字');
  await report.showSection('一 总体情况');
  await expect(first.page.getByRole('textbox', { name: '一、总体情况' })).toBeVisible();
  await new ProsePage(first.page).write('（一）主动公开\n全年公开信息若干条。');
  await report.showSection('六 其他需要报告的事项');
  await report.expectSaved();
  await first.electron.close();

  const second = await launch(data);
  const again = new ReportPage(second.page);
  await second.page.getByRole('button', { name: /打开 琼海市博鳌镇人民政府/u }).click();
  await again.showSection('三 依申请公开');
  await expect(again.cell('applications.receivedThisYear.other')).toHaveValue('若干');
  await again.showSection('一 总体情况');
  await new ProsePage(second.page).expectLines(['h3 （一）主动公开', 'p 全年公开信息若干条。']);
  await second.electron.close();
});

function verifyWithOpenssl(bundle: string, certificate: string, folder: string): void {
  const unpacked = join(folder, 'unpacked');
  execFileSync('unzip', ['-q', bundle, '-d', unpacked]);
  const at = (name: string) => join(unpacked, 'META-INF', name);
  const output = execFileSync(
    'openssl',
    [
      'cms',
      '-verify',
      '-binary',
      '-cades',
      '-inform',
      'DER',
      '-in',
      at('signature.p7s'),
      '-content',
      at('ASiCManifest.xml'),
      '-CAfile',
      certificate,
      '-out',
      join(folder, 'verified'),
    ],
    { stdio: 'pipe' },
  );
  expect(output.toString()).toBe('');
}
