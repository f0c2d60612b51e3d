/** Answers to units in the real window: unregistered signers are left out and can be registered; what was returned does not count. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { planTemplate } from '#core/documents/template-workbook.ts';
import { writeWorkbook } from '#main/writers/write-workbook.ts';
import { bundleOf } from '../bench/consolidation-corpus.ts';
import { putQuickKey } from '../fixtures/quick-key.ts';
import { answerFolderDialog, launch, newDataFolder } from './models/launch.ts';
import { edition, unitAt } from './models/province.ts';

const passphrase = '椰风海韵 2020';
const documents = { docx: new Uint8Array([1]), html: '<!doctype html>', xlsx: new Uint8Array([2]) };

test('a signer is registered from the dialog and its bundle accepted; another is returned, and the sum leaves it out', async () => {
  const data = newDataFolder();
  const [inbox, usb] = [join(data, '收件'), join(data, 'U盘')];
  for (const folder of [inbox, usb]) mkdirSync(folder);
  const from = new Date('2026-01-01T00:00:00Z');
  await putQuickKey(join(data, 'identity'), { unitCode: '460000', unitName: '海南省', passphrase, from });
  const [one, two, three] = [unitAt(0), unitAt(1), unitAt(2)];
  writeFileSync(join(inbox, '1.asice'), await bundleOf(one, documents, edition));
  writeFileSync(join(inbox, '2.asice'), await bundleOf(two, documents, edition));
  const filled = planTemplate({ unit: three.unit, reportYear: 2020, edition, prior: null, filled: three });
  writeFileSync(join(inbox, '填报表.xlsx'), await writeWorkbook(filled));
  const { electron, page, complaints } = await launch(data);
  const dialog = page.getByRole('dialog');
  const rowOf = (name: string) => page.getByRole('treeitem').filter({ hasText: name });
  const write = async () => {
    await dialog.getByLabel('密钥口令').fill(passphrase);
    await answerFolderDialog(electron, usb);
    await dialog.getByRole('button', { name: '选择文件夹并写回执' }).click();
    await expect(dialog).toContainText('已写好 1 个回执');
    await dialog.getByRole('button', { name: '关闭', exact: true }).click();
  };

  await test.step('bundles and a filled template are received', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+u');
    await page.getByLabel('年度').selectOption('2020');
    await answerFolderDialog(electron, inbox);
    await page.getByRole('button', { name: '接收文件夹或 U 盘…' }).click();
    await expect(page.getByText('收到 3 家（没有名单）')).toBeVisible();
    await expect(rowOf(three.unit.name)).toContainText('没有签名');
  });

  await test.step('who is unregistered is said, registered there, and accepted', async () => {
    await page.getByRole('button', { name: '给合格的全部写接收回执…' }).click();
    await expect(dialog).toContainText('另有 2 个单位的上报包');
    await expect(dialog.getByRole('button', { name: '选择文件夹并写回执' })).toBeDisabled();
    await dialog.getByRole('button', { name: `登记签名人：${one.unit.name}` }).click();
    await dialog.last().getByLabel('已在电话里逐组核对').check();
    await dialog.last().getByLabel('经办人').fill('李强');
    await dialog.last().getByRole('button', { name: '登记', exact: true }).click();
    await expect(dialog).toHaveCount(1);
    await expect(dialog).toContainText('另有 1 个单位的上报包');
    await dialog.getByLabel('经办人').fill('李强');
    await write();
    await expect(rowOf(one.unit.name)).toContainText('已接收');
  });

  await test.step('a workbook cannot be answered with a receipt, which is said; corrected and sent again, the newer is taken with one click', async () => {
    await rowOf(three.unit.name).click();
    await expect(page.getByText('这份报告没有签名，不能用回执答复')).toBeVisible();
    await page.getByRole('button', { name: '复制收到通知' }).click();
    expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toContain(`${three.unit.name}：你单位 2020 年度`);
    const corrected = { ...three, cells: { ...three.cells, 'proactiveDisclosure.centralizedProcurement.procurementAmount': '12.5' } };
    const again = planTemplate({ unit: three.unit, reportYear: 2020, edition, prior: null, filled: corrected });
    writeFileSync(join(inbox, '更正.xlsx'), await writeWorkbook(again));
    await answerFolderDialog(electron, inbox);
    await page.getByRole('button', { name: '接收文件夹或 U 盘…' }).click();
    await expect(page.getByText('更正.xlsx').first()).toBeVisible();
    await expect(page.getByText(/是最新的一份/u)).toBeVisible();
    await expect(page.getByText('相差 1 格（按收到的先后）：')).toBeVisible();
    await page.getByRole('button', { name: '采用这份，其余暂缓 更正.xlsx' }).click();
    await expect(rowOf(three.unit.name)).toContainText('已收');
  });

  await test.step('a returned report is no more counted, in the list and in the sum', async () => {
    await rowOf(two.unit.name).click();
    await page.getByRole('button', { name: '答复（回执）…' }).click();
    await expect(dialog.getByRole('button', { name: '登记签名人…' })).toBeVisible();
    await dialog.getByLabel('退回原因').fill('请核对');
    await write();
    await expect(page.getByText('已退回 1 家')).toBeVisible();
    await page.getByRole('button', { name: '汇总', exact: true }).click();
    await page.getByRole('button', { name: '填写本单位…' }).click();
    await page.getByLabel('单位全称').fill('海南省');
    await page.getByLabel('单位代码').fill('460000');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('已计入 2 家（没有名单）')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(`已退回，没有计入（1 家）： ${two.unit.name}`);
    expect(readdirSync(usb)).toHaveLength(2);
  });
  expect(complaints).toEqual([]);
  await electron.close();
});
