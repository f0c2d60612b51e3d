/** The narrative editor in the real window: writing, bound figures, contradictions, pasting, last year, and that nothing is lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launch, newDataFolder, root } from './models/launch.ts';
import { ProsePage } from './models/prose-page.ts';
import { ReportPage } from './models/report-page.ts';

const received = 'applications.receivedThisYear.naturalPerson';

test('a clerk writes a section by keyboard, binds figures to the tables, and finds everything again after a restart', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  const { page } = first;
  const report = new ReportPage(page);
  const prose = new ProsePage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('六 其他需要报告的事项');

  await test.step('numbered lines become headings on Enter, and lists are made with keys', async () => {
    await prose.replaceAll('（一）收费情况\n收取信息处理费 0 元。\n1.公开渠道\n');
    await page.keyboard.press('ControlOrMeta+Shift+8');
    await page.keyboard.type('政府网站\n政务新媒体\n\n');
    await page.keyboard.type('（二）其他\n');
    await prose.expectLines([
      'h3 （一）收费情况',
      'p 收取信息处理费 0 元。',
      'h4 1.公开渠道',
      'ul 政府网站',
      'ul 政务新媒体',
      'h3 （二）其他',
    ]);
  });

  await test.step('@ finds a cell by its names or value; the chip has its value and says what it is', async () => {
    await page.keyboard.type('全年新收 @');
    const box = page.getByRole('combobox', { name: '找表中数字' });
    await expect(box).toBeFocused();
    await page.keyboard.type('新收 自然人');
    await expect(page.getByRole('option').first()).toContainText('1,432');
    await page.keyboard.press('Enter');
    await expect(prose.editor).toBeFocused();
    await page.keyboard.type(' 件，总计 @2864');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' 件。');
    await expect(prose.figures).toHaveText(['1,432', '2,864']);
    await expect(prose.figures.first()).toHaveAccessibleName(/本年新收.*自然人.*1,432/u);
    expect((await prose.lines()).at(-1)).toBe('p 全年新收 1,432 件，总计 2,864 件。');
  });

  await test.step('a chip goes to its cell by click and by Enter, and shows what is entered there at once', async () => {
    await prose.figures.first().click();
    await expect(report.cell(received)).toBeFocused();
    await page.keyboard.type('1500');
    await page.keyboard.press('Enter');
    await report.showSection('六 其他需要报告的事项');
    await expect(prose.figures).toHaveText(['1,500', '2,932']);
    await prose.editor.focus();
    await page.keyboard.press('ControlOrMeta+End');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(report.cell('applications.receivedThisYear.total')).toBeFocused();
    await report.cell(received).click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await report.showSection('六 其他需要报告的事项');
    await expect(prose.figures).toHaveText(['（空）', '1,432']);
    await report.showSection('三 依申请公开');
    await report.enter(received, '1432');
    await report.showSection('六 其他需要报告的事项');
  });

  await test.step('without a choice the sign and the words stay text, and in an address it is a sign like others', async () => {
    await prose.write('\n联系 @张三');
    await page.keyboard.press('Escape');
    await page.keyboard.type('，邮箱 a@b.cn');
    await expect(page.getByRole('combobox')).toHaveCount(0);
    expect((await prose.lines()).at(-1)).toBe('p 联系 @张三，邮箱 a@b.cn');
  });

  await test.step('Ctrl+Z takes back what was typed', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(prose.editor).not.toContainText('a@b.cn');
    await page.keyboard.press('ControlOrMeta+y');
    await expect(prose.editor).toContainText('a@b.cn');
  });

  await report.expectSaved();
  const written = await prose.lines();
  expect(first.complaints).toEqual([]);
  await first.electron.close();

  const second = await launch(data);
  const again = new ProsePage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await new ReportPage(second.page).showSection('六 其他需要报告的事项');
  await again.expectLines(written);
  await expect(again.figures).toHaveText(['1,432', '2,864']);
  await second.electron.close();
});

test('a figure that contradicts the tables is underlined while it is typed, and its finding leads to the words', async () => {
  const app = await launch(newDataFolder());
  const { page } = app;
  const report = new ReportPage(page);
  const prose = new ProsePage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('六 其他需要报告的事项');
  await prose.replaceAll('2020年共收到政府信息公开申请 2,846 件。');
  const marked = prose.editor.locator('.quoted');
  await expect(marked).toHaveText('2,846');
  await expect(marked).toHaveAttribute('title', /2,864/u);
  await expect(report.findings).toContainText('2,846');

  await report.showSection('五 存在的主要问题及改进情况');
  await report.findings.getByRole('button', { name: /2,846/u }).first().click();
  await expect(prose.editor).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('2,846');

  await report.showSection('四 复议诉讼');
  await page.keyboard.press('F8');
  await expect(prose.editor).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('2,846');

  await page.keyboard.type('2,864');
  await expect(marked).toHaveCount(0);
  await report.expectSaved();
  expect(app.complaints).toEqual([]);
  await app.electron.close();
});

test('pasting from Word keeps headings, paragraphs, lists and lines of tables, and nothing else; figures survive a copy', async () => {
  const app = await launch(newDataFolder());
  const { page, electron } = app;
  const report = new ReportPage(page);
  const prose = new ProsePage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('六 其他需要报告的事项');
  await prose.replaceAll('');
  await prose.paste({ html: readFileSync(join(root, 'tests/fixtures/pasted/word.html'), 'utf8'), text: '另一种' });
  const fromWord = [
    'h3 （一）主动公开情况',
    'p 2024年，我县主动公开政府信息1,286条，同比增长12.5%。依托政府门户网站设置专栏18个。',
    'ul 政府网站',
    'ul 政务新媒体',
    'h3 （二）依申请公开情况',
    'p 申请人 件数',
    'p 自然人 37',
    'ol 受理登记后当日转办，全部按期答复。',
  ];
  await prose.expectLines(fromWord);
  expect(await prose.editor.locator('[style], img, b, table').count()).toBe(0);

  await prose.replaceAll('全年 @2864');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' 件\n');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('全年 2,864 件');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(prose.figures).toHaveText(['2,864', '2,864']);

  await prose.replaceAll('');
  await prose.paste({ text: '（三）平台建设\r\n\r\n升级了平台。\r\n' });
  await prose.expectLines(['h3 （三）平台建设', 'p 升级了平台。']);

  await prose.paste({ hasPicture: true });
  await expect(page.getByRole('alert')).toContainText('图片不能放进正文');
  await prose.expectLines(['h3 （三）平台建设', 'p 升级了平台。']);
  expect(app.complaints).toEqual([]);
  await electron.close();
});

test('missing headings are offered in their place, and last year’s text stands beside with its differences', async () => {
  const app = await launch(newDataFolder());
  const { page } = app;
  const report = new ReportPage(page);
  const prose = new ProsePage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.getByRole('button', { name: '新建年报' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('单位全称').fill('海南省');
  await dialog.getByLabel('单位代码').fill('460000');
  await dialog.getByLabel('报告年度').fill('2021');
  await dialog.getByRole('button', { name: '建立年报' }).click();
  await report.showSection('一 总体情况');

  await page.getByRole('button', { name: '加上小标题（五）监督保障' }).click();
  await expect(prose.editor).toBeFocused();
  await page.keyboard.type('落实监督。');
  await page.getByRole('button', { name: '加上小标题（一）主动公开' }).click();
  await page.keyboard.type('主动公开。');
  await prose.expectLines(['h3 （一）主动公开', 'p 主动公开。', 'h3 （五）监督保障', 'p 落实监督。']);
  await expect(page.getByRole('button', { name: /^加上小标题/u })).toHaveCount(3);

  await prose.tool('去年文本').click();
  const lastYear = page.getByRole('region', { name: '去年文本' });
  await expect(lastYear).toContainText('依法做好依申请公开');
  await lastYear.getByRole('button', { name: /^抄用：（二）依法做好/u }).click();
  await expect(prose.editor).toContainText('（二）依法做好依申请公开');
  await expect(lastYear.locator('.block').nth(2).locator('del')).toHaveCount(0);
  await expect(lastYear.locator('.block').nth(3).locator('del')).not.toHaveCount(0);
  await expect(prose.editor.locator('.new-words').first()).toBeVisible();
  await report.expectSaved();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await prose.editor.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' @总计');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map((each) => `${each.id} ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(app.complaints).toEqual([]);
  await app.electron.close();
});

test('what an input method writes is taken over, also when figures and findings change meanwhile', async () => {
  const app = await launch(newDataFolder());
  const { page } = app;
  const report = new ReportPage(page);
  const prose = new ProsePage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('六 其他需要报告的事项');
  await prose.replaceAll('2020年共收到政府信息公开申请 2,846 件');
  const session = await page.context().newCDPSession(page);
  for (const text of ['q', 'qu', 'quan', 'quan b', 'quan bu']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(100);
  }
  await session.send('Input.insertText', { text: '，全部' });
  await page.keyboard.type('办结。');
  await prose.expectLines(['p 2020年共收到政府信息公开申请 2,846 件，全部办结。']);
  await expect(prose.editor.locator('.quoted')).toHaveText('2,846');
  await session.send('Input.imeSetComposition', { text: '@', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '@' });
  await expect(page.getByRole('combobox', { name: '找表中数字' })).toBeFocused();
  await page.keyboard.press('Backspace');
  await prose.expectLines(['p 2020年共收到政府信息公开申请 2,846 件，全部办结。']);
  expect(app.complaints).toEqual([]);
  await app.electron.close();
});

test('undo of the report changes the text in its editor and nothing else of it', async () => {
  const app = await launch(newDataFolder());
  const { page } = app;
  const report = new ReportPage(page);
  const prose = new ProsePage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('六 其他需要报告的事项');
  await prose.replaceAll('第一段 @2864');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' 件\n第二段');
  await report.expectSaved();
  await report.showSection('三 依申请公开');
  await report.enter(received, '1433');
  await report.expectSaved();
  await report.showSection('六 其他需要报告的事项');
  await prose.write('，又一句');
  await report.expectSaved();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await prose.expectLines(['p 第一段 2,865 件', 'p 第二段']);
  await page.getByRole('button', { name: '重做', exact: true }).click();
  await prose.expectLines(['p 第一段 2,865 件', 'p 第二段，又一句']);
  await prose.write('。');
  await prose.expectLines(['p 第一段 2,865 件', 'p 第二段，又一句。']);
  await page.keyboard.press('ControlOrMeta+z');
  await prose.expectLines(['p 第一段 2,865 件', 'p 第二段，又一句']);
  expect(app.complaints).toEqual([]);
  await app.electron.close();
});

test('what is typed is there at the next start, also when the window closes in the middle of a word or of a search', async () => {
  const data = newDataFolder();
  const first = await launch(data);
  const report = new ReportPage(first.page);
  const prose = new ProsePage(first.page);
  await first.page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('六 其他需要报告的事项');
  await prose.replaceAll('最后一句 @没选');
  const closed = first.electron.waitForEvent('close');
  await first.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await closed;

  const second = await launch(data);
  const again = new ProsePage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await new ReportPage(second.page).showSection('六 其他需要报告的事项');
  await again.expectLines(['p 最后一句 @没选']);
  await second.electron.close();
});
