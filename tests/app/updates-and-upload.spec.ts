/** What comes from outside and what goes out, in the real window: an update from a stick, and the upload to the superior. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { channelFormat } from '#core/bundle/channel.ts';
import { sealReceipt } from '#main/bundles/seal-receipt.ts';
import { verifyBundle } from '#main/bundles/verify-bundle.ts';
import { installedEditionsIn } from '#main/editions/data-folder.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { sealUpdate } from '#main/updates/seal-update.ts';
import { sealChannel } from '#main/upload/verify-channel.ts';
import { loadEditions } from '#main/use-cases/load-editions.ts';
import { makeKey, passphrase, valueOf } from '../main/bundle/sample.ts';
import { startReceiver, type Receiver } from '../main/upload/receiver.ts';
import { answerFolderDialog, answerOpenDialog, launch, newDataFolder, root, type RunningApp } from './models/launch.ts';
import { ReportPage } from './models/report-page.ts';

const stick = mkdtempSync(join(tmpdir(), 'nianbao-U盘-'));
const at = (name: string) => join(stick, name);
const words = '椰风海韵 2020';
const dataFolder = newDataFolder();
let app: RunningApp;
let receiver: Receiver;

test.beforeAll(async () => {
  const publisher = await makeKey('000000', '年报通发布者', new Date(Date.now() - 60_000));
  // The app as it is built, with the publisher's certificate that this repository leaves to whoever publishes.
  const built = mkdtempSync(join(tmpdir(), 'nianbao-app-'));
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'resources/editions', 'resources/samples'])
    cpSync(join(root, part), join(built, part), { recursive: true });
  mkdirSync(join(built, 'resources/publisher'));
  writeFileSync(join(built, 'resources/publisher/publisher.pem'), publisher.pem);
  const key = valueOf(await readPkcs12(publisher.p12, passphrase));
  for (const version of ['0.0.1', '9.0.0']) {
    const names = ['linux-x64.tar.gz', 'linux-arm64.tar.gz', 'mac-universal.dmg', 'setup-x64.exe', 'setup-arm64.exe'];
    const paths = names.map((name) => at(`nianbao-${version}-${name}`));
    for (const path of paths) writeFileSync(path, 'installer');
    writeFileSync(at(`nianbao-${version}.nianbao-update`), valueOf(await sealUpdate(version, paths, key, new Date())));
  }
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=server'].concat([
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-keyout',
      at('server.key'),
      '-out',
      at('server.crt'),
    ]),
    { stdio: 'ignore' },
  );
  receiver = await startReceiver(readFileSync(at('server.key')), readFileSync(at('server.crt')));
  app = await launch(dataFolder, built);
});
test.afterAll(async () => {
  await app.electron.close();
  await receiver.close();
});

test('an update from a stick is verified, rehearsed and backed up before anything is installed', async () => {
  const { page, electron } = app;
  await page.keyboard.press('ControlOrMeta+,');
  const updates = page.getByRole('region', { name: '更新' });
  await expect(updates).toContainText('不联网检查更新');
  await answerOpenDialog(electron, [at('nianbao-0.0.1.nianbao-update')]);
  await updates.getByRole('button', { name: '从 U 盘更新…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('不用更新');
  await expect(dialog.getByRole('button', { name: '核对并演练' })).toBeHidden();
  await dialog.getByRole('button', { name: '关闭' }).click();

  await answerOpenDialog(electron, [at('nianbao-9.0.0.nianbao-update')]);
  await updates.getByRole('button', { name: '从 U 盘更新…' }).click();
  await expect(dialog).toContainText('→ 9.0.0');
  await expect(dialog).toContainText('年报通发布者');
  await dialog.getByRole('button', { name: '核对并演练' }).click();
  await expect(dialog).toContainText('演练通过，可以安装');
  await expect(dialog).toContainText('新版本不改变数据格式');
  const [backup = ''] = readdirSync(join(dataFolder, 'workspace/backups'));
  await expect(dialog).toContainText(backup);
  await page.screenshot({ path: join(root, 'out/test-results/update.png') });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  await electron.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => void ((globalThis as { shown?: string }).shown = path);
  });
  if (process.platform === 'linux') {
    await dialog.getByRole('button', { name: '打开文件夹' }).click();
    await expect(dialog).toBeHidden();
    const shown = await electron.evaluate(() => (globalThis as { shown?: string }).shown ?? '');
    expect(readFileSync(shown, 'utf8')).toBe('installer');
    expect(shown.startsWith(join(dataFolder, 'updates'))).toBe(true);
  } else await dialog.getByRole('button', { name: '取消' }).click();
});

test('a bundle is uploaded only after the user allowed it, and its receipt is fetched', async () => {
  const { page, electron } = app;
  const office = await makeKey('100000', '国务院办公厅', new Date(Date.now() - 60_000));
  const officeKey = valueOf(await readPkcs12(office.p12, passphrase));
  const receipts = `${receiver.origin}/receipts/{digest}`;
  const channel = {
    format: channelFormat,
    office: { code: '100000', name: '国务院办公厅' },
    protocol: 'tus',
    until: null,
    receipts,
  } as const;
  const more = { address: `${receiver.origin}/files`, authorities: [readFileSync(at('server.crt'), 'utf8')] };
  writeFileSync(at('channel.asice'), valueOf(sealChannel({ ...channel, ...more }, officeKey, new Date())));

  const upload = page.getByRole('region', { name: '联网上报' });
  await expect(upload.getByRole('radio', { name: '不允许' })).toBeChecked();
  await answerOpenDialog(electron, [at('channel.asice')]);
  await upload.getByRole('button', { name: '选择上报地址文件…' }).click();
  await expect(upload.getByRole('alert')).toContainText('没有登记');
  const { fingerprint } = office.certificate;
  await page.evaluate((pin) => {
    const { calls } = (window as unknown as { nianbao: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).nianbao;
    return calls['trust/pin']?.({ fingerprint: pin, unitCode: '100000', unitName: '国务院办公厅', officer: '王芳', note: '' });
  }, fingerprint);
  await upload.getByRole('button', { name: '选择上报地址文件…' }).click();
  await expect(upload).toContainText(`${receiver.origin}/files`);

  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page.getByRole('button', { name: '打开样例' }).click();
  await new ReportPage(page).approve();
  await page.getByRole('button', { name: '导出上报包' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('密钥口令').fill(words);
  await dialog.getByLabel('再输一次口令').fill(words);
  await dialog.getByRole('button', { name: '新建密钥' }).click();
  await expect(dialog.getByRole('button', { name: '选择位置并导出' })).toBeVisible();
  await dialog.getByLabel('密钥口令').fill(words);
  await answerFolderDialog(electron, stick);
  await dialog.getByRole('button', { name: '选择位置并导出' }).click();
  await expect(dialog).toContainText('已导出，并从磁盘读回验证无误', { timeout: 15_000 });
  await expect(dialog).toContainText('设置 › 联网上报');
  await expect(dialog.getByRole('button', { name: '上传给上级' })).toBeHidden();
  // Also who gets around the screen gets nowhere, while the setting is off.
  const around = await page.evaluate(async () => {
    const { calls } = (window as unknown as { nianbao: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).nianbao;
    const list = (await calls['filing/list']?.(undefined)) as { value: readonly { id: string }[] };
    const id = list.value[0]?.id ?? '';
    const opened = (await calls['filing/open']?.({ id })) as { value: { submissions: readonly { id: string }[] } };
    const named = { id, submission: opened.value.submissions[0]?.id };
    return [await calls['upload/start']?.(named), await calls['upload/fetch-receipt']?.(named)];
  });
  for (const answer of around) expect(answer).toMatchObject({ ok: false, problem: { code: 'upload/not-allowed' } });
  expect(receiver.calls).toEqual([]);
  expect(foreignConnections(app.electron.process().pid ?? 0)).toEqual([]);
  await dialog.getByRole('button', { name: '关闭' }).click();

  await page.keyboard.press('ControlOrMeta+,');
  await upload.getByRole('radio', { name: '允许', exact: true }).check();
  await expect(page.getByRole('status').first()).toHaveText('已保存');
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await page
    .getByRole('button', { name: /海南省/u })
    .first()
    .click();
  await page.getByRole('navigation').getByRole('button', { name: /上报/u }).click();
  receiver.status = 503;
  await page.getByRole('button', { name: '上传给上级' }).click();
  await expect(page.getByRole('alert')).toContainText('服务器出错了（503）');
  receiver.status = null;
  await page.getByRole('button', { name: '上传给上级' }).click();
  await expect(page.getByText('对方服务器确认收全')).toBeVisible();
  const bundle = readFileSync(at('海南省-460000-2020-v1.asice'));
  expect(receiver.received.get('海南省-460000-2020-v1.asice')?.equals(bundle)).toBe(true);

  await page.getByRole('button', { name: '取回执' }).click();
  await expect(page.getByText('上级还没有给出回执')).toBeVisible();
  const editions = valueOf(loadEditions(join(root, 'resources/editions'), installedEditionsIn(dataFolder)));
  const report = await verifyBundle({ bytes: bundle, trusted: [], editions, now: new Date() });
  const answer = { verdict: 'accepted', reason: null, cells: [], officer: '李强' } as const;
  const receipt = valueOf(await sealReceipt({ report, file: 'b.asice', answer, key: officeKey, now: new Date() }));
  receiver.receipts.set(receipt.receipt.bundleDigest, receipt.bytes);
  await page.getByRole('button', { name: '取回执' }).click();
  await expect(page.getByText('回执已取回并核对')).toBeVisible();
  await expect(page.getByText('李强')).toBeVisible();
  await page.screenshot({ path: join(root, 'out/test-results/upload.png') });
  expect(app.complaints).toEqual([]);
});

/** The connections of a process that do not end on this computer; Linux tells, other systems are not asked. */
function foreignConnections(pid: number): readonly string[] {
  if (process.platform !== 'linux') return [];
  const sockets = readdirSync(`/proc/${String(pid)}/fd`).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/u.exec(readlinkSync(`/proc/${String(pid)}/fd/${name}`))?.[1] ?? [];
    } catch {
      // Closed meanwhile.
      return [];
    }
  });
  return ['tcp', 'tcp6', 'udp', 'udp6']
    .flatMap((name) =>
      readFileSync(`/proc/${String(pid)}/net/${name}`, 'utf8')
        .split('\n')
        .slice(1),
    )
    .map((line) => line.trim().split(/\s+/u))
    .filter(
      ([, , remote = '', , , , , , , inode = '']) =>
        sockets.includes(inode) && !/^(?:0100007F|0+|0{24}01000000|0{16}FFFF00000100007F):/u.test(remote),
    )
    .map((fields) => fields.join(' '));
}
