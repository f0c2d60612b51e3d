/** The identity screen: keys made, certified, revoked, exported and imported, the national algorithm among them. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectSoon, test, type Page } from '@playwright/test';
import { makeQuickKey, putQuickKey } from '../fixtures/quick-key.ts';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder } from './models/launch.ts';

/** Writing a key is slow on purpose, and slower on a busy machine; those that are only opened here are quick. */
const expect = expectSoon.configure({ timeout: 20_000 });

const first = '长安街的银杏黄了';
const second = '什刹海的冰化开了';
const from = new Date('2026-01-01T00:00:00Z');
const office = { unitCode: '460000', unitName: '海南省人民政府办公厅' };
const city = { unitCode: '460100', unitName: '海口市人民政府' };

async function fillNew(page: Page, label: string, passphrase: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).fill(passphrase);
  await page.getByRole('dialog').getByLabel('再输一次口令').fill(passphrase);
}

test('a key is made, certified, revoked, exported and imported; what the system cannot remember it does not offer', async () => {
  test.setTimeout(120_000);
  const data = newDataFolder();
  const usb = join(data, 'U盘');
  mkdirSync(usb);
  await putQuickKey(join(data, 'identity'), { ...office, passphrase: first, from, isAuthority: true });
  await putQuickKey(join(data, 'identity'), { ...city, passphrase: first, from });
  writeFileSync(join(usb, '旧电脑.p12'), (await makeQuickKey({ ...city, passphrase: second, from })).p12);
  const { electron, page, complaints } = await launch(data);
  const dialog = page.getByRole('dialog');
  const cityKey = page.getByRole('article', { name: city.unitName });
  const officeKey = page.getByRole('article', { name: office.unitName });
  await page.keyboard.press('ControlOrMeta+Shift+K');

  await test.step('an SM2 key with its fingerprint; a weak passphrase is named; no remembering without a keyring', async () => {
    await page.getByRole('button', { name: '新建密钥' }).click();
    await dialog.getByLabel('单位名称').fill('秀英区人民政府');
    await dialog.getByLabel('单位代码').fill('460105');
    await dialog.getByLabel('算法').selectOption('sm2');
    await dialog.getByLabel('密钥口令').fill('12345678');
    await expect(dialog.getByText('这个口令太容易猜到')).toBeVisible();
    await fillNew(page, '密钥口令', first);
    await expect(dialog.getByText('很好')).toBeVisible();
    await dialog.getByRole('button', { name: '新建密钥' }).click();
    const key = page.getByRole('article', { name: '秀英区人民政府' });
    await expect(key.getByRole('list', { name: '证书指纹' }).getByRole('listitem')).toHaveCount(16);
    await expect(key).toContainText('SM2');
    await expect(page.getByText(/不提供记住口令|不能记住/u)).toBeVisible();
    await expect(key.getByRole('button', { name: '记住口令' })).toHaveCount(0);
  });

  await test.step('request, certificate, and taking it in', async () => {
    await answerFolderDialog(electron, usb);
    await cityKey.getByRole('button', { name: '申请证书' }).click();
    await dialog.getByLabel('密钥口令').fill(first);
    await dialog.getByRole('button', { name: '选择位置' }).click();
    await expect(dialog).toContainText('申请已写入');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await answerOpenDialog(electron, [join(usb, '海口市人民政府-460100-证书申请.csr')]);
    await page.getByRole('button', { name: '签发证书…' }).click();
    await dialog.getByLabel('已在电话里逐组核对').check();
    await dialog.getByLabel('经办人').fill('李强');
    // A county is no authority of its city, and this is said before anything is signed.
    await dialog.getByLabel('用哪把密钥签发').selectOption('460105');
    await expect(dialog.getByText('不在其内')).toBeVisible();
    await expect(dialog.getByRole('button', { name: '签发并选择位置' })).toBeDisabled();
    await dialog.getByLabel('用哪把密钥签发').selectOption(office.unitCode);
    await dialog.getByLabel('密钥口令').fill(first);
    await answerFolderDialog(electron, usb);
    await dialog.getByRole('button', { name: '签发并选择位置' }).click();
    await expect(page.getByText(/证书已写入 .*签发证书\.pem/u)).toBeVisible();
    await expect(page.getByRole('row', { name: /签发机构证书/u })).toContainText('李强');
    await answerOpenDialog(electron, [join(usb, '海口市人民政府-460100-签发证书.pem')]);
    await cityKey.getByRole('button', { name: '装入签发的证书' }).click();
    await dialog.getByLabel('密钥口令').fill(first);
    await dialog.getByRole('button', { name: '选择文件' }).click();
    await expect(cityKey).toContainText('海南省人民政府办公厅证书签发');
  });

  await test.step('revoked, with a list that is in force here at once', async () => {
    await page.getByRole('button', { name: '吊销证书：海口市人民政府' }).click();
    await dialog.getByLabel('用哪把密钥签发').selectOption(office.unitCode);
    await dialog.getByLabel('密钥口令').fill(first);
    await answerFolderDialog(electron, usb);
    await dialog.getByRole('button', { name: '选择位置' }).click();
    await expect(page.getByText('吊销名单-1.crl')).toBeVisible();
    await expect(page.getByRole('row', { name: /吊销名单/u })).toContainText('第 1 号，1 张证书');
  });

  await test.step('the revoked key is renewed: the former one is kept, the new one has no certificate of the office yet', async () => {
    await cityKey.getByRole('button', { name: '换新或重建密钥…' }).click();
    await fillNew(page, '新口令', second);
    const submit = dialog.locator('button[type=submit]');
    await expect(submit).toBeDisabled();
    await dialog.getByLabel('我知道旧密钥从此不能再用来签名').check();
    await submit.click();
    await expect(dialog).toBeHidden();
    await expect(cityKey).toContainText('以前的密钥（1）');
    await expect(cityKey).toContainText('自签');
  });

  await test.step('exported, and another imported in the place of one', async () => {
    await officeKey.getByRole('button', { name: '导出密钥' }).click();
    await dialog.getByLabel('密钥口令').fill(first);
    await fillNew(page, '导出文件的口令', second);
    await dialog.getByRole('button', { name: '选择位置' }).click();
    await expect(page.getByText(/已写入 .*密钥\.p12/u)).toBeVisible();
    await answerOpenDialog(electron, [join(usb, '旧电脑.p12')]);
    await page.getByRole('button', { name: '导入密钥' }).click();
    await dialog.getByLabel('该文件的口令').fill(first);
    await dialog.getByRole('button', { name: '选择文件' }).click();
    await expect(dialog.getByRole('alert')).toContainText('口令不对');
    await dialog.getByLabel('该文件的口令').fill(second);
    await dialog.getByLabel('单位已有密钥时替换它').check();
    await dialog.getByRole('button', { name: '选择文件' }).click();
    await expect(cityKey).toContainText('以前的密钥（2）');
  });
  const files = readdirSync(usb).map((name) => name.replace(/^.*460[01]00-/u, ''));
  expect(files.toSorted()).toEqual(['吊销名单-1.crl', '密钥.p12', '旧电脑.p12', '签发证书.pem', '证书申请.csr']);
  expect(complaints).toEqual([]);
  await electron.close();
});
