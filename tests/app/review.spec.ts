/** Review: what changed, who approves, the lock, and unlocking with a reason. */
import { expect, test } from '@playwright/test';
import { launch, newDataFolder } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const carried = 'applications.carriedForward.naturalPerson';

test('a reviewer approves by name, the report is locked also after a restart, and is unlocked with a reason', async () => {
  const data = newDataFolder();
  const { electron, page, complaints } = await launch(data);
  const report = new ReportPage(page);
  await page.getByRole('button', { name: '打开样例' }).click();
  await report.showSection('填报人员');
  await page.getByLabel('填报人').fill('王芳');
  await page.keyboard.press('Tab');
  await report.showSection('三 依申请公开');
  await report.enter(carried, '95');

  const approve = page.getByRole('button', { name: '审核通过并锁定' });
  await page.getByRole('button', { name: '审核', exact: true }).click();
  await expect(page.getByRole('region', { name: '没有解决的问题' })).toContainText('处，解决后才能通过');
  await expect(approve).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+z');
  // Taking something back leads to where it was.
  await expect(report.cell(carried)).toHaveValue('94');
  await page.getByRole('button', { name: '审核', exact: true }).click();
  await expect(page.getByRole('region', { name: '没有解决的问题' })).toContainText('没有。');

  await test.step('who prepared the report does not review it, unless there is nobody else', async () => {
    await page.getByLabel('审核人姓名').fill('王芳');
    await page.getByLabel('负责人姓名').fill('陈海');
    await approve.click();
    await expect(page.getByRole('alert')).toContainText('审核人“王芳”就是填报人');
    await page.getByLabel('审核人姓名').fill('李强');
    await page.getByLabel('审核人姓名').press('Enter');
    await expect(page.getByRole('region', { name: '已审核' })).toContainText('李强');
    await expect(page.getByRole('region', { name: '已审核' })).toContainText('负责人 陈海');
  });

  await test.step('nothing can be changed', async () => {
    await report.showSection('三 依申请公开');
    await expect(page.getByText('已由 李强 审核通过并锁定，只能查看。')).toBeVisible();
    await report.cell(carried).focus();
    await page.keyboard.type('7');
    await page.keyboard.press('Delete');
    await expect(report.cell(carried)).toHaveValue('94');
    await expect(page.getByRole('button', { name: '零报告' })).toBeDisabled();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('alert')).toContainText('已由 李强 审核通过并锁定，没有改动');
    await page.getByRole('button', { name: '知道了' }).click();
    await report.showSection('六 其他需要报告的事项');
    await expect(page.locator('.prose')).toHaveAttribute('contenteditable', 'false');
  });
  expect(complaints).toEqual([]);
  await electron.close();

  const second = await launch(data);
  const again = new ReportPage(second.page);
  await second.page.getByRole('button', { name: '打开 海南省 2020' }).click();
  await again.showSection('三 依申请公开');
  await expect(again.cell(carried)).toHaveJSProperty('readOnly', true);
  await second.page.getByRole('button', { name: '去解锁' }).click();
  await again.unlock('上级要求补充');
  await again.showSection('三 依申请公开');
  await again.enter(carried, '93');
  await again.expectSaved();
  await second.page.getByRole('button', { name: '修改记录', exact: true }).click();
  await expect(second.page.getByRole('dialog')).toContainText('审核通过（李强，负责人 陈海）');
  await expect(second.page.getByRole('dialog')).toContainText('解锁修改：上级要求补充');
  await second.electron.close();
});
