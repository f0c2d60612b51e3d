/** The documents of a report in the window: what the preview says, and the files that are saved. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { answerFolderDialog, launch, newDataFolder } from './models/launch.ts';

test('sentences drafted from the tables come into the prose only when they are asked for, with figures that follow the cells', async () => {
  const { electron, page, complaints } = await launch(newDataFolder());
  try {
    await page
      .getByRole('button', { name: /样例|示例|sample/iu })
      .first()
      .click();
    await page.getByRole('button', { name: /一 总体情况/u }).click();
    const editor = page.getByRole('textbox', { name: /总体情况/u });
    await expect(editor).not.toContainText('本年度办理完毕');
    await page.getByText('由表格数字起草的句子').click();
    await page.getByRole('button', { name: /插入：.*申请/u }).click();
    await expect(editor).toContainText(
      '本年度办理完毕2,808件，其中，予以公开1,899件、部分公开61件、其他处理184件；不予公开的，属于国家秘密6件、',
    );
    expect(complaints).toEqual([]);
  } finally {
    await electron.close();
  }
});

test('the preview has the report’s words and figures, and Word, HTML, Excel and PDF are saved where the user says', async () => {
  const { electron, page, complaints } = await launch(newDataFolder());
  try {
    await page
      .getByRole('button', { name: /样例|示例|sample/iu })
      .first()
      .click();
    await page.getByRole('button', { name: '文档与图表' }).click();
    const preview = page.getByRole('article', { name: '预览' });
    await expect(preview.getByRole('heading', { name: '海南省2020年政府信息公开工作年度报告' })).toBeVisible();
    await expect(preview.getByRole('cell', { name: '866,534.00' })).toBeVisible();
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-documents-'));
    await answerFolderDialog(electron, folder);
    for (const [button, extension] of [
      ['存为 Word', 'docx'],
      ['存为网页', 'html'],
      ['存为 Excel', 'xlsx'],
      ['存为 PDF', 'pdf'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByText(`已存为“海南省-2020-年度报告.${extension}”。`)).toBeVisible({ timeout: 30_000 });
    }
    expect(readdirSync(folder)).toHaveLength(4);
    const html = readFileSync(join(folder, '海南省-2020-年度报告.html'), 'utf8');
    const figures = [...html.matchAll(/<td[^>]*>([^<]*)/gu)].map((match) => match[1]);
    const shown = await preview.locator('td').evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent?.trim() ?? ''));
    expect(shown).toEqual(figures);
    await page.getByLabel('落款日期').fill('2021-01-29');
    await expect(preview.getByText('2021年1月29日')).toBeVisible();
    await page.getByRole('checkbox', { name: /纸质件/u }).check();
    await expect(page.getByRole('button', { name: '存为 Excel' })).toBeDisabled();
    await expect(preview.getByText('审核人')).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('button', { name: '图表', exact: true }).click();
    const applicants = page.getByRole('figure', { name: '申请人' });
    await expect(applicants.locator('svg text', { hasText: '1,432' })).toBeVisible();
    await applicants.getByRole('button', { name: '显示为表格' }).click();
    await expect(applicants.getByRole('row', { name: '自然人 1,432' })).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('button', { name: '一图读懂' }).click();
    await page.getByRole('button', { name: '存为长图' }).click();
    await expect(page.getByText('已存为“海南省-2020-一图读懂.png”。')).toBeVisible({ timeout: 30_000 });
    const picture = readFileSync(join(folder, '海南省-2020-一图读懂.png'));
    expect([picture.toString('latin1', 1, 4), picture.readUInt32BE(16)]).toEqual(['PNG', 1080]);
    expect(picture.readUInt32BE(20)).toBeGreaterThan(2500);
    await page.getByRole('button', { name: '存为网页' }).click();
    await expect(page.getByText('已存为“海南省-2020-一图读懂.html”。')).toBeVisible();
    const published = readFileSync(join(folder, '海南省-2020-一图读懂.html'), 'utf8');
    const sheet = page.getByRole('article', { name: '预览' });
    await expect(sheet.locator('svg text', { hasText: '1,899' })).toBeVisible();
    const drawn = (await sheet.locator('svg text').allTextContents()).sort();
    expect(drawn).toEqual([...published.matchAll(/<text[^>]*>([^<]*)/gu)].map(([, text]) => text).sort());
    await expectNoViolations(page);
    expect(complaints).toEqual([]);
  } finally {
    await electron.close();
  }
});

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
