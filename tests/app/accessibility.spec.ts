/** axe finds nothing on any screen, in light and dark (WCAG 2.2 AA). */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launch, newDataFolder, type RunningApp } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

let app: RunningApp;

test.beforeAll(async () => {
  app = await launch(newDataFolder());
});
test.afterAll(async () => {
  await app.electron.close();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen is free of violations in ${scheme}`, async () => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme });
    await expectNoViolations(page, 'start');
    await page.getByRole('button', { name: '新建年报' }).click();
    await expectNoViolations(page, 'new report');
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '打开样例' }).click();
    const report = new ReportPage(page);
    for (const section of ['二 主动公开', '三 依申请公开', '四 复议诉讼', '一 总体情况', '填报人员', '上报与回执', '文档与图表']) {
      await report.showSection(section);
      await expectNoViolations(page, section);
    }
    await report.showSection('三 依申请公开');
    await report.enter('applications.carriedForward.naturalPerson', '95');
    await report.enter('applications.carriedForward.other', '');
    await expectNoViolations(page, 'findings');
    await report.cell('applications.carriedForward.naturalPerson').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expectNoViolations(page, 'range');
    await page.keyboard.press('ControlOrMeta+c');
    await report.cell('applications.receivedThisYear.naturalPerson').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(page, 'paste');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '零报告' }).click();
    await expectNoViolations(page, 'nil report');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await expectNoViolations(page, 'palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(page, 'help');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '审核', exact: true }).click();
    await expectNoViolations(page, 'review');
    await report.showSection('三 依申请公开');
    await report.enter('applications.carriedForward.naturalPerson', '94');
    await report.enter('applications.carriedForward.other', '39');
    await report.expectNoFindings();
    await page.getByRole('button', { name: '导出上报包' }).click();
    await expectNoViolations(page, 'export, not approved');
    await page.getByRole('button', { name: '去审核' }).click();
    await report.approve();
    await expectNoViolations(page, 'approved');
    await page.getByRole('button', { name: '导出上报包' }).click();
    await expect(page.getByRole('dialog').getByLabel('密钥口令')).toBeVisible();
    await expectNoViolations(page, 'export');
    await page.getByRole('button', { name: '取消' }).click();
    await report.unlock('另一种颜色也要看');
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.getByRole('button', { name: '验证上报包' }).click();
    await expectNoViolations(page, 'verify');
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await page.getByRole('button', { name: '备份与恢复' }).click();
    await page.getByRole('button', { name: '立即备份' }).click();
    await expect(page.getByRole('row', { name: /手动备份/u }).first()).toBeVisible();
    await expectNoViolations(page, 'backups');
    await page.keyboard.press('ControlOrMeta+Shift+K');
    await page.getByRole('button', { name: '登记指纹' }).click();
    await expectNoViolations(page, 'identity, registering');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '新建密钥' }).click();
    await page.getByRole('dialog').getByLabel('密钥口令').fill('12345678');
    await expectNoViolations(page, 'identity, new key');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Shift+B');
    await expect(page.getByRole('row', { name: /手动备份/u }).first()).toBeVisible();
    await page
      .getByRole('button', { name: /^恢复…（/u })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(page, 'restore');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await page.keyboard.press('ControlOrMeta+Shift+u');
    await expect(page.getByRole('heading', { name: '下级单位' })).toBeVisible();
    await expectNoViolations(page, 'subordinates');
    await page.getByRole('button', { name: '添加单位…' }).click();
    await expectNoViolations(page, 'roster entry');
    await page.getByLabel('名称', { exact: true }).fill('海口市');
    await page.getByLabel('代码', { exact: true }).fill(scheme === 'light' ? '460100' : '460200');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('treeitem').first().click();
    await expect(page.getByRole('button', { name: '复制通知' })).toBeVisible();
    await expectNoViolations(page, 'subordinate unit');
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await page
      .getByRole('button', { name: scheme === 'light' ? '填写…' : /^修改/u })
      .first()
      .click();
    await expectNoViolations(page, 'our unit');
    await page.getByLabel('单位全称').fill('琼海市人民政府');
    await page.getByLabel('单位代码').fill('469002');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('region', { name: '琼海市人民政府' })).toBeVisible();
    await expectNoViolations(page, 'start with our unit');
  });
}

async function expectNoViolations(page: Page, screen: string): Promise<void> {
  // Electron cannot open the second page that axe would otherwise use.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map((each) => `${screen}: ${each.id} ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(found).toEqual([]);
}
