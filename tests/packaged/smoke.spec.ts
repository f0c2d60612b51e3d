/** The packaged app does its work: in its window, by its commands, and with the files that it is opened with. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ReportPage } from '../app/models/report-page.ts';
import { launchPackaged, newFolder, root, runPackaged, startPackaged } from './packaged-app.ts';

const carried = 'applications.carriedForward.naturalPerson';
const passphrase = { NIANBAO_PASSPHRASE: '椰风海韵 2020' };

test('the sample opens, a broken sum is found and repaired, and the report is there after a restart', async () => {
  const data = newFolder();
  const first = await launchPackaged(data);
  const report = new ReportPage(first.page);
  await first.page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  await report.expectNoFindings();
  await report.enter(carried, '95');
  await expect(report.findings).toContainText('自然人：本年新收 1,432 + 上年结转 38 = 1,470');
  await report.expectSaved();
  await first.page.getByRole('button', { name: '导出上报包' }).click();
  await expect(first.page.getByRole('dialog')).toContainText('处错误要改正');
  await first.page.keyboard.press('Escape');
  await report.enter(carried, '94');
  await report.expectNoFindings();
  await report.expectSaved();
  await first.close();

  const second = await launchPackaged(data);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  const again = new ReportPage(second.page);
  await again.showSection('三 依申请公开');
  await expect(again.cell(carried)).toHaveValue('94');
  await second.close();
});

test('the headless commands read, check, sign and verify, and the bundle and the filing open in the window', async () => {
  const folder = newFolder();
  const [filing, key, bundle] = ['a.filing.json', 'unit.p12', 'out.asice'].map((name) => join(folder, name));
  if (filing === undefined || key === undefined || bundle === undefined) throw new Error('three names');

  await test.step('from the published text to a verified bundle', () => {
    const sample = join(root, 'resources/samples/hainan-2020.txt');
    expect(runPackaged(['intake', sample, '--unit', '460000', '--name', '海南省', '--year', '2020', '-o', filing]).status).toBe(0);
    const unit = ['--unit', '460000', '--name', '海南省'];
    expect(runPackaged(['key', 'new', ...unit, '-o', key], passphrase).status).toBe(0);
    expect(runPackaged(['seal', filing, '--key', key, '-o', bundle], passphrase).status).toBe(0);
    const unknown = runPackaged(['verify', bundle]);
    expect(unknown.status, 'nobody has registered the signer').toBe(3);
    const wrong = join(folder, 'wrong.filing.json');
    writeFileSync(wrong, readFileSync(filing, 'utf8').replace(`"${carried}": 94`, `"${carried}": 95`));
    const found = runPackaged(['validate', wrong]);
    expect(found.status).toBe(1);
    expect(found.stdout).toContain('1,470');
  });

  const app = await launchPackaged(join(folder, 'data'), [bundle]);
  await test.step('started with the bundle, the app shows what it is worth', async () => {
    await expect(app.page.getByRole('article')).toContainText('签名人未登记');
    await expect(app.page.getByRole('article')).toContainText('海南省');
  });
  await test.step('a second start hands its file to the window that is open, and ends', async () => {
    const second = startPackaged(join(folder, 'data'), [filing]);
    await new Promise((resolve) => second.once('exit', resolve));
    const report = new ReportPage(app.page);
    await report.showSection('三 依申请公开');
    await expect(report.cell(carried)).toHaveValue('94');
  });
  await app.close();
});
