/** The whole sample entered by keyboard, from a blank report to no findings: every figure of every table, and the text. */
import { expect, test } from '@playwright/test';
import { launch, newDataFolder } from './models/launch.ts';
import { ProsePage } from './models/prose-page.ts';
import { ReportPage } from './models/report-page.ts';

const tables = ['二 主动公开', '三 依申请公开', '四 复议诉讼'];

test('the province’s report is typed from blank to no findings without the pointer', async () => {
  test.setTimeout(240_000);
  const { electron, page, complaints } = await launch(newDataFolder());
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();

  // What there is to type, as a clerk has it on paper: cells in their order, and the paragraphs of each section.
  const figures = new Map<string, readonly string[]>();
  for (const table of tables) {
    await report.showSection(table);
    figures.set(
      table,
      await page.locator('input[data-cell]').evaluateAll((inputs) => inputs.map((each) => (each as HTMLInputElement).value)),
    );
  }
  await report.showSection('二 主动公开');
  const unit = await page.getByLabel(/金额单位/u).inputValue();
  const sections = await page.getByRole('navigation').getByRole('button').allTextContents();
  const prose = new ProsePage(page);
  const texts = new Map<string, string>();
  for (const section of sections.map((each) => each.replace(/\s*(\d+|未填)?\s*$/u, ''))) {
    if (tables.some((table) => section.startsWith(table.slice(0, 3))) || section.startsWith('填报人员')) continue;
    await report.showSection(section);
    if (await prose.editor.isVisible()) texts.set(section, await prose.text());
  }
  await page.getByRole('button', { name: '返回列表' }).click();

  await page.getByRole('button', { name: '新建年报' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('单位全称')).toBeFocused();
  await page.keyboard.type('海南省');
  await page.keyboard.press('Tab');
  // The sample has the province's own code; another province's has the same level.
  await page.keyboard.type('450000');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2020');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  for (const table of tables) {
    await goTo(table);
    await page.keyboard.press('F6');
    for (let areas = 0; areas < 4; areas += 1) if (!(await isInTable())) await page.keyboard.press('F6');
    await page.keyboard.press('ControlOrMeta+Home');
    for (const value of figures.get(table) ?? []) {
      // The form prints no unit for its one amount: it is typed with it.
      await page.keyboard.type(value.includes('.') ? `${value}${unit}` : value);
      await page.keyboard.press('Tab');
    }
  }
  for (const [section, text] of texts) {
    if (text.trim() === '') continue;
    await goTo(section);
    await prose.editor.focus();
    await page.keyboard.insertText(text);
  }
  await goTo(tables[1] ?? '');
  await expect(report.cell('applications.receivedThisYear.total')).toHaveText('2,864');
  expect(await page.locator('input[data-cell]').evaluateAll((inputs) => inputs.map((each) => (each as HTMLInputElement).value))).toEqual(
    figures.get(tables[1] ?? ''),
  );
  await report.expectSaved();
  await report.expectNoFindings();
  expect(complaints).toEqual([]);
  await electron.close();

  async function goTo(section: string): Promise<void> {
    await page.getByRole('navigation').getByRole('button', { name: section }).focus();
    await page.keyboard.press('Enter');
  }
  function isInTable(): Promise<boolean> {
    return page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null);
  }
});
