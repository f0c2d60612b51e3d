/** From 29 units' files to the province's report, in the real window: incomplete at first, and the seed when all is mended. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { valueAt } from '#core/form/edit-cells.ts';
import { formatCell } from '#core/form/format-cell.ts';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';
import { edition, rosterText, seed, wrongCell, writeFirst, writeRepair } from './models/province.ts';
import { ReportPage } from './models/report-page.ts';

const tables = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];

async function expectNoViolations(page: Page, schemes: readonly ('dark' | 'light')[] = ['light']): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
}

test('29 units with two missing, one tampered, one wrong and one amended are said to be that; mended, their sum is the seed', async () => {
  test.setTimeout(120_000);
  const data = newDataFolder();
  const [first, repair, roster] = [join(data, '收件'), join(data, '补报'), join(data, '名单.csv')];
  await writeFirst(first);
  await writeRepair(repair);
  writeFileSync(roster, rosterText());
  const { electron, page, complaints } = await launch(data);
  const report = new ReportPage(page);
  const show = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await test.step('the files are received, and the sum is asked for', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+u');
    await page.getByLabel('年度').selectOption('2020');
    await answerOpenDialog(electron, [roster]);
    await page.getByRole('button', { name: '导入名单…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '采用' }).click();
    await answerFolderDialog(electron, first);
    await page.getByRole('button', { name: '接收文件夹或 U 盘…' }).click();
    await expect(page.getByText('已收 25 / 应报 29')).toBeVisible({ timeout: 30_000 });
    await show('汇总');
    await page.getByRole('button', { name: '填写本单位…' }).click();
    await page.getByLabel('单位全称').fill('海南省');
    await page.getByLabel('单位代码').fill('460000');
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  });

  await test.step('the screen says exactly who is missing, refused and wrong', async () => {
    await expect(page.getByText('已计入 26 / 应计 29')).toBeVisible();
    const banner = page.getByRole('alert');
    await expect(banner).toContainText('汇总数不完整：有单位未报送、有文件被拒收、有单位的数据自相矛盾。');
    await expect(banner).toContainText(/未报（2 家）：\s*示例第28市\s*示例第29市/u);
    await expect(banner).toContainText(/拒收（1 家）：\s*示例第03市/u);
    await expect(banner).toContainText(/数据有误（1 家）：\s*示例第05市/u);
    await expect(page.getByText(/^汇总数不完整：.*未报送（2 家）：示例第28市、示例第29市。拒收（1 家）：示例第03市。$/u)).toBeVisible();
  });

  await test.step('a figure leads to the units it is made of, with the keyboard alone', async () => {
    await show(tables[1] ?? '');
    await page.locator(`[data-cell="${wrongCell}"]`).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const pane = page.getByRole('region', { name: '来源' });
    await expect(pane.getByRole('listitem')).toHaveCount(26);
    await expect(pane.getByRole('listitem').filter({ hasText: '示例第07市' })).toContainText('上报包 · 第 2 版 · 签名人未登记');
    await pane.getByLabel('排序').selectOption('问题');
    await expect(pane.getByRole('listitem').first()).toContainText(/示例第05市.*处错误涉及这一格/su);
    await answerFolderDialog(electron, data);
    await pane.getByRole('button', { name: /^另存原件 示例第05市/u }).click();
    await expect(page.getByText('已另存为“示例第05市.xlsx”')).toBeVisible();
    await expectNoViolations(page, ['dark', 'light']);
  });

  await test.step('the rules speak of the sum too, with their arithmetic', async () => {
    await page.getByRole('button', { name: /^校验 \d/u }).click();
    await expect(page.getByRole('region', { name: 'T3-1' })).toContainText(/相差|差/u);
    await expect(page.getByRole('region', { name: 'S-4' })).toContainText('示例第28市');
    await expectNoViolations(page);
  });

  await test.step('the own report begins with the sum, and says in its documents that it is incomplete', async () => {
    await page.getByRole('button', { name: '建立本级年报…' }).click();
    await expect(page.getByRole('dialog')).toContainText('汇总还不完整');
    await page.getByRole('dialog').getByRole('button', { name: '填入' }).click();
    await report.expectSaved();
    await page.getByRole('button', { name: '文档' }).click();
    await expect(page.getByRole('article', { name: '预览' }).getByText(/汇总数不完整：.*示例第28市、示例第29市/u)).toHaveCount(3);
    await show('一图读懂');
    await expect(page.getByRole('article', { name: '预览' }).getByText(/^汇总数不完整：.*示例第28市/u)).toBeVisible();
  });

  await test.step('its review says what the sum lacks; a summed figure is not repaired here, but leads to its units', async () => {
    await page.getByRole('button', { name: '审核', exact: true }).click();
    const state = page.getByRole('region', { name: '汇总的情况' });
    await expect(state).toContainText(/汇总数不完整.*未报（2 家）：示例第28市、示例第29市/su);
    await expect(state).toContainText('S-4');
    await report.showSection('三 依申请公开');
    const checks = page.getByRole('region', { name: '校验' });
    await expect(checks.getByText(/^这里是汇总数，不在本表改/u).first()).toBeVisible();
    await expect(checks.getByText(/^(?:很可能是|可能是)：/u)).toHaveCount(0);
    await expectNoViolations(page, ['dark', 'light']);
    await checks
      .getByRole('button', { name: /^查来源：/u })
      .first()
      .click();
    await expect(page.getByRole('region', { name: '来源' }).getByRole('listitem')).toHaveCount(26);
    await show('单位与接收');
  });

  await test.step('mended, the sum is complete', async () => {
    await answerFolderDialog(electron, repair);
    await page.getByRole('button', { name: '接收文件夹或 U 盘…' }).click();
    // The batch goes on meanwhile, and the sum follows when it ends.
    await show('汇总');
    await expect(page.getByText('汇总完整')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('已计入 29 / 应计 29')).toBeVisible();
  });

  await test.step('what came late is told with every total that it moves, held, taken and accepted', async () => {
    await page.getByRole('button', { name: '变动 4' }).click();
    const moved = page.getByRole('listitem');
    await expect(moved.filter({ hasText: '示例第28市' })).toContainText(/新计入：第 1 版.*使 \d+ 个总数变动/su);
    await expect(moved.filter({ hasText: '示例第05市' })).toContainText('第 1 版换成第 2 版');
    const total = page.getByRole('row', { name: /^本年新收（自然人）/u });
    await expect(total).toContainText('示例第05市 −9');
    await expectNoViolations(page, ['dark', 'light']);
    await page.getByRole('button', { name: '暂缓 示例第05市' }).click();
    await expect(page.getByText('已计入 29 / 应计 29')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('数据有误（1 家）');
    await page.getByRole('button', { name: '计入 示例第05市' }).click();
    await expect(page.getByText('汇总完整')).toBeVisible();
    await page.getByRole('button', { name: '接受 示例第05市' }).click();
    await expect(page.getByRole('button', { name: '变动 3' })).toBeVisible();
  });

  await test.step('units are compared, and prose that is alike is shown with its passages', async () => {
    await show('对比');
    await expect(page.getByRole('heading', { name: /^三、.*单位 × 项目（总计）/u })).toBeVisible();
    await expect(page.getByText('第 1–25 家，共 29 家')).toBeVisible();
    await expectNoViolations(page);
    await answerFolderDialog(electron, data);
    await show('导出本表…');
    await expect(page.getByText('已另存为“海南省-2020-单位对比.csv”')).toBeVisible();
    await show('雷同');
    await show('比对正文和表格');
    await page
      .getByRole('button', { name: /^查看段落/u })
      .first()
      .click();
    await expect(page.getByRole('table')).toContainText('字');
    await expectNoViolations(page);
    await answerFolderDialog(electron, data);
    await page.getByRole('button', { name: '导出 CSV…' }).click();
    await expect(page.getByText(/已导出“海南省-2020-汇总明细\.csv”/u)).toBeVisible();
    expect(readFileSync(join(data, '海南省-2020-汇总明细.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(
      1 + 29 * edition.form.cells.length,
    );
  });

  await test.step('the own report is brought up to the sum, and equals the seed', async () => {
    await page.getByRole('button', { name: /^更新本级年报（\d+ 格）…/u }).click();
    await page.getByRole('dialog').getByRole('button', { name: '填入' }).click();
    await report.expectSaved();
    for (const [at, name] of ['二 主动公开', '三 依申请公开', '四 复议诉讼'].entries()) {
      await report.showSection(name);
      const table = edition.form.edition.tables[at];
      const expected = edition.form.cells.filter((cell) => cell.table === table);
      await expect(report.cell(expected[0]?.key ?? '')).toBeVisible();
      const shown = await page
        .locator('[data-cell]')
        .evaluateAll((cells) =>
          cells.map((cell) => [cell.getAttribute('data-cell'), cell instanceof HTMLInputElement ? cell.value : cell.textContent.trim()]),
        );
      const figures = expected.map((cell) => [cell.key, formatCell(cell.value, valueAt(seed.cells, cell.key))]);
      expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(figures));
    }
    await page.getByRole('button', { name: '文档' }).click();
    await expect(page.getByRole('article', { name: '预览' }).getByText(/汇总数不完整/u)).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
  await electron.close();
});
