/** Undo and redo in the real window: by keys, buttons and menu, within fields, and after a restart. */
import { expect, test, type ElectronApplication } from '@playwright/test';
import { launch, newDataFolder } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const carried = 'applications.carriedForward.naturalPerson';
const received = 'applications.receivedThisYear.naturalPerson';

async function openSample(data = newDataFolder()) {
  const { electron, page, complaints } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('三 依申请公开');
  return { data, electron, page, report, complaints };
}

/** What a click on the menu's item does. */
async function chooseInMenu(electron: ElectronApplication, label: string): Promise<void> {
  await electron.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((each) => each.submenu?.items ?? []) ?? [];
    const [window] = BrowserWindow.getAllWindows();
    items.find((each) => each.label === wanted)?.click({}, window, window?.webContents);
  }, label);
}

test('edits are undone and made again by the keys, and undone again after a restart', async () => {
  const first = await openSample();
  const { page, report } = first;
  await report.enter(carried, '95');
  await report.enter(received, '1500');
  await report.expectSaved();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(report.cell(received)).toHaveValue('1432');
  await expect(report.cell(received)).toBeFocused();
  await expect(report.cell(carried)).toHaveValue('95');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(report.cell(carried)).toHaveValue('94');
  await report.expectNoFindings();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled();
  await expect(page.getByRole('button', { name: '撤销' })).toHaveAttribute('title', /已经回到这份年报建立时的样子/u);

  await page.keyboard.press('ControlOrMeta+y');
  await expect(report.cell(carried)).toHaveValue('95');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(report.cell(received)).toHaveValue('1500');
  await report.expectSaved();
  expect(first.complaints).toEqual([]);
  first.electron.process().kill('SIGKILL');
  await first.electron.waitForEvent('close');

  const second = await launch(first.data);
  const again = new ReportPage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await again.showSection('二 主动公开');
  await expect(second.page.getByRole('button', { name: '撤销' })).toHaveAttribute('title', /本年新收（自然人）：1,432 → 1,500/u);
  await second.page.keyboard.press('ControlOrMeta+z');
  await expect(again.cell(received)).toHaveValue('1432');
  await expect(again.cell(received)).toBeFocused();
  await second.page.getByRole('button', { name: '撤销' }).click();
  await expect(again.cell(carried)).toHaveValue('94');
  await second.page.getByRole('button', { name: '重做' }).click();
  await expect(again.cell(carried)).toHaveValue('95');
  await again.expectSaved();
  await second.electron.close();
});

test('a figure that is still being typed is taken back as a whole, and can be made again', async () => {
  const { electron, page, report } = await openSample();
  await report.cell(carried).click();
  await page.keyboard.type('9');
  await report.expectSaved();
  await page.keyboard.type('7');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(report.cell(carried)).toHaveValue('94');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(report.cell(carried)).toHaveValue('97');
  await electron.close();
});

test('what Esc has reverted is no step of its own', async () => {
  const { electron, page, report } = await openSample();
  await report.enter(received, '1500');
  await report.cell(carried).click();
  await page.keyboard.type('97');
  await report.expectSaved();
  await page.keyboard.press('Escape');
  await report.expectSaved();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(report.cell(received)).toHaveValue('1432');
  await expect(report.cell(carried)).toHaveValue('94');
  await electron.close();
});

test('a field takes back its own typing first, and the menu does what the keys do', async () => {
  const { electron, page, report } = await openSample();
  await report.enter(carried, '95');
  await report.showSection('填报人员');
  await page.getByLabel('填报人').click();
  await page.keyboard.type('王芳');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByLabel('填报人')).toHaveValue('王');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByLabel('填报人')).toHaveValue('');
  await page.keyboard.type('李强');
  await page.keyboard.press('Tab');
  await report.expectSaved();
  await chooseInMenu(electron, '撤销');
  await expect(page.getByLabel('填报人')).toHaveValue('');
  await chooseInMenu(electron, '撤销');
  await expect(report.cell(carried)).toHaveValue('94');
  await chooseInMenu(electron, '重做');
  await expect(report.cell(carried)).toHaveValue('95');
  await electron.close();
});

test('prose is taken back after its section was left, and shown where it stands', async () => {
  const { electron, page, report } = await openSample();
  await report.showSection('六 其他需要报告的事项');
  const editor = page.getByRole('textbox', { name: '六、其他需要报告的事项' });
  const before = await editor.innerText();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('另有一项。');
  await report.showSection('三 依申请公开');
  await report.expectSaved();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).toHaveText(before);
  await page.keyboard.press('ControlOrMeta+y');
  await expect(editor).toContainText('另有一项。');
  await electron.close();
});

test('the history tells of the report and of one cell', async () => {
  const { electron, page, report } = await openSample();
  await report.enter(carried, '95');
  await report.enter(received, '1500');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(report.cell(received)).toHaveValue('1432');
  await page.getByRole('button', { name: '修改记录', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  await expect(dialog.getByRole('listitem').nth(0)).toContainText('1,500 → 1,432');
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('后来已撤销');
  await expect(dialog.getByRole('listitem').nth(3)).toContainText('打开样例');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await report.cell(carried).click();
  await page.getByRole('button', { name: '查看这一格的修改记录' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('listitem').nth(0)).toContainText('94 → 95');
  await electron.close();
});
