/** The statutory table by keyboard: ranges, copy, paste with a preview, nil report, last year, size. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launch, newDataFolder } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const received = 'applications.receivedThisYear.naturalPerson';
const enterprise = 'applications.receivedThisYear.commercialEnterprise';
const brought = 'applications.broughtForward.naturalPerson';
const carried = 'applications.carriedForward.naturalPerson';

async function openSample() {
  const { electron, page, complaints } = await launch(newDataFolder());
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  return { electron, page, report, complaints, press: (keys: string) => page.keyboard.press(keys) };
}
const copied = (electron: ElectronApplication) => electron.evaluate(({ clipboard }) => clipboard.readText());
const selected = (page: Page) => page.locator('[aria-selected="true"]').count();

test('arrows, Home, End and Ctrl move; Shift extends; Esc takes the range back; Tab goes on to what can be filled in', async () => {
  const { electron, page, report, press, complaints } = await openSample();
  await report.cell(received).focus();
  await press('End');
  await expect(report.cell('applications.receivedThisYear.total')).toBeFocused();
  await press('Home');
  await press('ControlOrMeta+ArrowDown');
  await expect(report.cell(carried)).toBeFocused();
  await press('ControlOrMeta+Home');
  await expect(report.cell(received)).toBeFocused();
  await press('Shift+ArrowDown');
  await press('Shift+ArrowRight');
  expect(await selected(page)).toBe(4);
  await expect(page.getByText('已选 4 格，合计 1,505')).toBeVisible();
  await expect(report.cell(received)).toBeFocused();
  await press('Escape');
  expect(await selected(page)).toBe(1);
  await press('ControlOrMeta+a');
  expect(await selected(page)).toBe(await page.getByRole('gridcell').count());
  await press('Escape');
  await report.cell('applications.receivedThisYear.other').focus();
  await press('Tab');
  await expect(report.cell(brought)).toBeFocused();
  await press('Shift+Tab');
  await expect(report.cell('applications.receivedThisYear.other')).toBeFocused();
  await report.cell('applications.carriedForward.other').focus();
  await press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]'))).toBeNull();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-multiselectable', 'true');
  await expect(report.cell(brought)).toHaveAttribute('aria-label', /上年结转.+自然人/u);
  expect(complaints).toEqual([]);
  await electron.close();
});

test('the pointer draws a range, and Shift with a click ends it', async () => {
  const { electron, page, report } = await openSample();
  await report.cell(received).hover();
  await page.mouse.down();
  await report.cell('applications.broughtForward.commercialEnterprise').hover();
  await page.mouse.up();
  expect(await selected(page)).toBe(4);
  await report.cell(received).click();
  await report.cell(carried).click({ modifiers: ['Shift'] });
  await expect(page.getByText(/^已选 \d+ 格，合计/u)).toBeVisible();
  await electron.close();
});

test('a range is copied as text and as a table, blanked as one step, and pasted back after a look', async () => {
  const { electron, page, report, press, complaints } = await openSample();
  await report.cell(received).focus();
  await press('Shift+ArrowRight');
  await press('Shift+ArrowDown');
  await page.evaluate(() => {
    window.addEventListener('copy', (event) => (document.title = event.clipboardData?.getData('text/html') ?? ''));
  });
  await press('ControlOrMeta+c');
  await expect.poll(() => copied(electron)).toBe('1432\t33\n38\t2');
  expect(await page.title()).toContain('<td>1432</td><td>33</td>');

  await press('Delete');
  await expect(report.cell(received)).toHaveValue('');
  await expect(report.cell(brought)).toHaveValue('');
  await press('ControlOrMeta+z');
  await expect(report.cell(received)).toHaveValue(/1,?432/u);
  await press('ControlOrMeta+y');
  await expect(report.cell(received)).toHaveValue('');

  await report.cell(received).focus();
  await press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('将改动 4 格');
  await expect(dialog.getByRole('row', { name: /本年新收（自然人）/u })).toContainText('1,432');
  await expect(report.cell(received)).toHaveValue('');
  await press('Enter');
  await expect(report.cell(received)).toHaveValue('1432');
  await expect(report.cell(received)).toBeFocused();
  await report.expectNoFindings();
  await report.expectSaved();
  await press('ControlOrMeta+z');
  await expect(report.cell(brought)).toHaveValue('');
  expect(complaints).toEqual([]);
  await electron.close();
});

test('a table from Word with labels, merged cells and other spellings goes to its rows; what is refused is said', async () => {
  const { electron, page, report, press } = await openSample();
  const html = `<html><body><style>td{color:red}</style><table>
    <tr><td rowspan="3" colspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
    <tr><td>自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
    <tr><td></td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
    <tr><td colspan="3">一、本年新收政府信息公开申请数量</td><td>１，５００</td><td> 34 </td><td>若干</td><td>20</td><td>8</td><td>1 362</td><td>9999</td></tr>
    <tr><td colspan="3">二、上年结转政府信息公开申请数量</td><td>减4</td><td colspan="5">0</td><td></td></tr></table></body></html>`;
  await report.cell(carried).evaluate((cell, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    clipboardData.setData('text/plain', '不看这个');
    (cell as HTMLElement).focus();
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /本年新收（自然人）/u })).toContainText('1,500');
  await expect(dialog.getByRole('row', { name: /上年结转（自然人）/u })).toContainText('−4');
  await expect(dialog).toContainText('“若干”不是这一格能填的数');
  await expect(dialog).toContainText('“9999”与自动合计不同');
  await press('Enter');
  await expect(report.cell(enterprise)).toHaveValue('34');
  await expect(report.cell('applications.broughtForward.other')).toHaveValue('0');
  await expect(report.cell(carried)).toHaveValue('94');
  await press('ControlOrMeta+z');
  await expect(report.cell(enterprise)).toHaveValue('33');
  await electron.close();
});

test('a picture, prose and ten thousand cells change nothing that is not shown first', async () => {
  const { electron, page, report, press } = await openSample();
  await report.cell(received).evaluate((cell) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('alert')).toContainText('剪贴板里没有表格或文字');
  await page.getByRole('button', { name: '知道了' }).click();

  const huge = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => '7').join('\t')).join('\r\n');
  await electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), huge);
  await report.cell(received).focus();
  await press('ControlOrMeta+v');
  await expect(page.getByRole('dialog')).toContainText(/另有 \d+ 处/u);
  await press('Escape');
  await expect(report.cell(received)).toHaveValue('1432');
  await report.expectNoFindings();
  await electron.close();
});

test('the nil report fills blanks with 0 after a question, leaves what is there, and is one step', async () => {
  const { electron, page } = await launch(newDataFolder());
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '新建年报' }).click();
  await page.getByLabel('单位全称').fill('琼海市博鳌镇人民政府');
  await page.getByLabel('单位代码').fill('046900210');
  await page.getByRole('button', { name: '建立年报' }).click();
  await report.showSection('三 依申请公开');
  await report.enter(received, '2');
  await report.enter(carried, '若干');
  await page.getByRole('button', { name: '零报告' }).click();
  await expect(page.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(report.cell(brought)).toHaveValue('0');
  await expect(report.cell(received)).toHaveValue('2');
  await expect(report.cell(carried)).toHaveValue('若干');
  await report.showSection('四 复议诉讼');
  await expect(report.cell('remedies.reconsideration.upheld')).toHaveValue('0');
  await page.keyboard.press('ControlOrMeta+z');
  await report.showSection('三 依申请公开');
  await expect(report.cell(brought)).toHaveValue('');
  await expect(report.cell(received)).toHaveValue('2');
  await electron.close();
});

test('the table grows and shrinks, and remembers it', async () => {
  const data = newDataFolder();
  const { electron, page } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  const heightOf = async () =>
    (await report.cell('proactiveDisclosure.administrativeLicense.decisions').or(page.getByRole('gridcell').first()).first().boundingBox())
      ?.height ?? 0;
  const before = await heightOf();
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: '放大表格' }).click();
  expect(await heightOf()).toBeGreaterThan(before * 1.3);
  await expect(page.getByRole('button', { name: '放大表格' })).toBeDisabled();
  await electron.close();
  const second = await launch(data);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await expect(second.page.getByRole('button', { name: '表格恢复 100%（现为 150%）' })).toBeVisible();
  await second.electron.close();
});
