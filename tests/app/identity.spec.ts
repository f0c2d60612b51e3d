/** The identity screen: a key's whole life, a certificate from request to revocation, and a signer registered by telephone. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectSoon, test, type Page } from '@playwright/test';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';

/** Opening and writing keys is slow on purpose, and slower on a busy machine. */
const expect = expectSoon.configure({ timeout: 20_000 });

const first = '长安街的银杏黄了';
const second = '什刹海的冰化开了';

async function fillNew(page: Page, label: string, passphrase: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).fill(passphrase);
  await page.getByRole('dialog').getByLabel('再输一次口令').fill(passphrase);
}

test('a key is made, certified, revoked, exported, renewed and imported; what the system cannot remember it does not offer', async () => {
  test.setTimeout(120_000);
  const data = newDataFolder();
  const usb = join(data, 'U盘');
  mkdirSync(usb);
  const { electron, page, complaints } = await launch(data);
  const dialog = page.getByRole('dialog');
  const key = page.getByRole('article', { name: '海南省人民政府办公厅' });
  await page.keyboard.press('ControlOrMeta+Shift+K');

  await test.step('an SM2 key and its fingerprint; no remembering without a keyring', async () => {
    await page.getByRole('button', { name: '新建密钥' }).click();
    await dialog.getByLabel('单位名称').fill('海南省人民政府办公厅');
    await dialog.getByLabel('单位代码').fill('460000');
    await dialog.getByLabel('算法').selectOption('p256');
    await fillNew(page, '密钥口令', first);
    await dialog.getByRole('button', { name: '新建密钥' }).click();
    await expect(key.getByRole('list', { name: '证书指纹' }).getByRole('listitem')).toHaveCount(16);
    await expect(page.getByText(/不提供记住口令|不能记住/u)).toBeVisible();
    await expect(key.getByRole('button', { name: '记住口令' })).toHaveCount(0);
  });

  await test.step('request, certificate, and taking it in', async () => {
    await answerFolderDialog(electron, usb);
    await key.getByRole('button', { name: '申请证书' }).click();
    await dialog.getByLabel('密钥口令').fill(first);
    await dialog.getByRole('button', { name: '选择位置' }).click();
    await expect(dialog).toContainText('申请已写入');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await answerOpenDialog(electron, [join(usb, '海南省人民政府办公厅-460000-证书申请.csr')]);
    await page.getByRole('button', { name: '签发证书…' }).click();
    await dialog.getByLabel('已在电话里逐组核对').check();
    await dialog.getByLabel('经办人').fill('李强');
    await dialog.getByLabel('密钥口令').fill(first);
    await answerFolderDialog(electron, usb);
    await dialog.getByRole('button', { name: '签发并选择位置' }).click();
    await expect(page.getByText(/证书已写入 .*签发证书\.pem/u)).toBeVisible();
    await expect(page.getByRole('row', { name: /签发机构证书/u })).toContainText('李强');
    await answerOpenDialog(electron, [join(usb, '海南省人民政府办公厅-460000-签发证书.pem')]);
    await key.getByRole('button', { name: '装入签发的证书' }).click();
    await dialog.getByLabel('密钥口令').fill(first);
    await dialog.getByRole('button', { name: '选择文件' }).click();
    await expect(key).toContainText('海南省人民政府办公厅证书签发');
  });

  await test.step('revoked, with a list that is in force here at once', async () => {
    await page.getByRole('button', { name: '吊销证书：海南省人民政府办公厅' }).click();
    await dialog.getByLabel('密钥口令').fill(first);
    await answerFolderDialog(electron, usb);
    await dialog.getByRole('button', { name: '选择位置' }).click();
    await expect(page.getByText('吊销名单-1.crl')).toBeVisible();
    await expect(page.getByRole('row', { name: /吊销名单/u })).toContainText('第 1 号，1 张证书');
  });

  await test.step('exported, renewed, and the old one imported again in its place', async () => {
    await key.getByRole('button', { name: '导出密钥' }).click();
    await dialog.getByLabel('密钥口令').fill(first);
    await fillNew(page, '导出文件的口令', second);
    await dialog.getByRole('button', { name: '选择位置' }).click();
    await expect(page.getByText(/已写入 .*密钥\.p12/u)).toBeVisible();
    await key.getByRole('button', { name: '换新或重建密钥' }).click();
    await fillNew(page, '新口令', '三亚湾的落日很圆');
    await dialog.getByLabel('我知道旧密钥').check();
    await dialog.getByRole('button', { name: '确定' }).click();
    await expect(key).toContainText('以前的密钥（1）');
    await expect(key).toContainText('自签');
    await answerOpenDialog(electron, [join(usb, '海南省人民政府办公厅-460000-密钥.p12')]);
    await page.getByRole('button', { name: '导入密钥' }).click();
    await dialog.getByLabel('该文件的口令').fill(first);
    await dialog.getByRole('button', { name: '选择文件' }).click();
    await expect(dialog.getByRole('alert')).toContainText('口令不对');
    await dialog.getByLabel('该文件的口令').fill(second);
    await dialog.getByLabel('单位已有密钥时替换它').check();
    await dialog.getByRole('button', { name: '选择文件' }).click();
    await expect(key).toContainText('以前的密钥（2）');
    await expect(key).toContainText('海南省人民政府办公厅证书签发');
  });
  const files = readdirSync(usb).map((name) => name.replace(/^.*460000-/u, ''));
  expect(files.toSorted()).toEqual(['吊销名单-1.crl', '密钥.p12', '签发证书.pem', '证书申请.csr']);
  expect(complaints).toEqual([]);
  await electron.close();
});
