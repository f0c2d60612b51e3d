/** Updates from a stick: signed, verified, taken and rehearsed; refused when anything about them is wrong. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { updateName } from '#core/bundle/entry-names.ts';
import { decodeUpdateNotice, fittingInstallers, type RunningApp } from '#core/bundle/update-notice.ts';
import { compareVersions } from '#core/lib/version.ts';
import { writeSignedContainer } from '#main/bundles/signed-container.ts';
import { updateSealCommand } from '#main/commands/update-seal.ts';
import { updateVerifyCommand } from '#main/commands/update-verify.ts';
import { readPkcs12 } from '#main/signing/pkcs12-read.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { rehearseMigration } from '#main/store/backups/rehearse-migration.ts';
import { migrations } from '#main/store/migrations/all.ts';
import { readPublisher } from '#main/updates/publisher.ts';
import { kindOfInstaller, sealUpdate } from '#main/updates/seal-update.ts';
import { findInstaller, takeInstaller, tidyUpdates } from '#main/updates/take-installer.ts';
import { verifyUpdate } from '#main/updates/verify-update.ts';
import { makeKey, now, passphrase, valueOf } from '../bundle/sample.ts';
import { runHere } from '../commands/run-here.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { engine, entry, expectOk, open, sampleFiling } from '../store/workspace-fixture.ts';

const publisher = await makeKey('000000', '年报通发布者');
const key = valueOf(await readPkcs12(publisher.p12, passphrase));
const trust = { trusted: [publisher.certificate], pins: [], lists: [] };
const running: RunningApp = { version: '0.1.0', platform: 'win32', arch: 'x64', isPortable: false };
const names = ['nianbao-0.2.0-setup-x64.exe', 'nianbao-0.2.0-portable-x64.exe', 'nianbao-0.2.0-linux-amd64.deb'] as const;

const stick = mkdtempSync(join(tmpdir(), 'nianbao-U盘-'));
afterAll(() => {
  rmSync(stick, { recursive: true });
});
for (const name of names) writeFileSync(join(stick, name), `installer ${name}`);
const paths = names.map((name) => join(stick, name));
const bytes = valueOf(await sealUpdate('0.2.0', paths, key, now));
const verify = (changes: Partial<RunningApp> = {}, more: object = {}) =>
  verifyUpdate({ bytes, running: { ...running, ...changes }, ...trust, now, ...more });

describe('an update', () => {
  test('is valid where the publisher is the shipped one, and names the installer for this computer', async () => {
    const { verdict, reasons, signer, notice } = await verify();
    expect({ verdict, reasons, unit: signer?.unitCode }).toEqual({ verdict: 'valid', reasons: [], unit: '000000' });
    if (notice === null) throw new Error('no notice');
    expect(fittingInstallers(notice, running).map(({ fileName }) => fileName)).toEqual([names[0]]);
    expect(fittingInstallers(notice, { ...running, isPortable: true }).map(({ fileName }) => fileName)).toEqual([names[1]]);
    expect(notice.steps).toHaveLength(migrations.length);
  });

  test.each([
    ['of the same version', { version: '0.2.0' }, 'update/not-newer'],
    ['older than the app', { version: '0.10.0' }, 'update/not-newer'],
    ['for other computers', { arch: 'arm64' }, 'update/other-system'],
  ])('%s is refused', async (_why, changes, code) => {
    const { verdict, reasons } = await verify(changes);
    expect([verdict, reasons.map((each) => each.code)]).toEqual(['valid', [code]]);
  });

  test('of somebody else, however well it is signed, or changed by a byte, is refused', async () => {
    expect((await verify({}, { trusted: [] })).reasons.map(({ code }) => code)).toEqual(['certificate/untrusted']);
    const changed = Buffer.from(bytes);
    const at = changed.indexOf('update.json') + 100;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(await verify({}, { bytes: changed })).toMatchObject({ verdict: 'invalid', notice: null });
    const nonsense = writeSignedContainer([{ name: updateName, mediaType: 'application/json', bytes: Buffer.from('{}') }], key, now);
    expect((await verify({}, { bytes: nonsense })).reasons.map(({ code }) => code)).toEqual(['update/unreadable']);
  });

  test('names no file outside its folder', () => {
    const installer = { platform: 'win32', arch: 'x64', form: 'installer', size: 1, sha256: '0'.repeat(64) };
    const notice = (fileName: string) =>
      JSON.stringify({ format: 'nianbao.update/1', version: '1.0.0', steps: [], installers: [{ ...installer, fileName }] });
    expect(decodeUpdateNotice(notice('nianbao-1.0.0-setup-x64.exe')).ok).toBe(true);
    for (const name of ['../nianbao-x.exe', 'nianbao-/../x.exe', 'nianbao-a\\b.exe', 'other.exe']) {
      expect(decodeUpdateNotice(notice(name)), name).toMatchObject({ problem: { code: 'update/malformed' } });
    }
  });

  test('is refused in words where no publisher came with the app', async () => {
    const folder = makeTemporaryFolder();
    for (const place of [folder, join(folder, 'none')])
      expect(await readPublisher(place)).toMatchObject({ problem: { code: 'update/no-publisher' } });
    writeFileSync(join(folder, 'publisher.pem'), publisher.pem);
    expect(valueOf(await readPublisher(folder)).trusted).toHaveLength(1);
  });
});

describe('the installer', () => {
  test('is copied away from the stick, and only with the signed bytes', async () => {
    const { notice } = await verify();
    if (notice === null) throw new Error('no notice');
    const installer = valueOf(findInstaller(stick, fittingInstallers(notice, running)));
    const to = join(makeTemporaryFolder(), 'updates');
    mkdirSync(to);
    writeFileSync(join(to, 'left over'), '');
    const copy = valueOf(await takeInstaller(stick, installer, to));
    expect([readdirSync(to), readFileSync(copy, 'utf8')]).toEqual([[names[0]], `installer ${names[0]}`]);
    tidyUpdates(to, '0.1.0');
    expect(existsSync(copy)).toBe(true);
    tidyUpdates(to, '0.2.0');
    expect(existsSync(to)).toBe(false);
    valueOf(await takeInstaller(stick, installer, to));
    const other = makeTemporaryFolder();
    writeFileSync(join(other, names[0]), `installeR ${names[0]}`);
    expect(await takeInstaller(other, installer, to)).toMatchObject({ problem: { code: 'update/installer-differs' } });
    expect(existsSync(copy)).toBe(false);
    expect(findInstaller(makeTemporaryFolder(), [installer])).toMatchObject({ problem: { code: 'update/no-installer' } });
  });

  test.each([
    ['nianbao-0.2.0-setup-arm64.exe', 'win32 arm64 installer'],
    ['nianbao-0.2.0-mac-universal.dmg', 'darwin universal installer'],
    ['nianbao-0.2.0-linux-x86_64.AppImage', 'linux x64 installer'],
    ['nianbao-0.2.0-linux-aarch64.rpm', 'linux arm64 installer'],
    ['nianbao-0.2.0-sbom.cdx.json', ''],
  ])('%s is known by its name', (name, kind) => {
    const { platform, arch, form } = kindOfInstaller(name) ?? { platform: '', arch: '', form: '' };
    expect(`${platform} ${arch} ${form}`.trim()).toBe(kind);
  });
});

test('the migration of a new version is tried on a copy, and one that fails is told', async () => {
  const folder = makeTemporaryFolder();
  const workspace = open(folder);
  expectOk(await workspace.addFiling(sampleFiling(), entry));
  const tools = { fs: nodeFileSystem, engine, steps: migrations };
  const next = migrations.length + 1;
  const rehearse = (sql: string) =>
    rehearseMigration(tools, { image: workspace.snapshot().image, steps: [...migrations, { version: next, sql }], path: workspace.path });
  const before = readFileSync(workspace.path);
  expect(rehearse('ALTER TABLE setting ADD COLUMN about TEXT')).toEqual({ ok: true, value: { from: migrations.length, to: next } });
  expect(rehearse('ALTER TABLE no_such_table ADD COLUMN about TEXT')).toMatchObject({ problem: { code: 'workspace/migration-failed' } });
  expect(readFileSync(workspace.path).equals(before)).toBe(true);
  expectOk({ ok: true, value: await workspace.close() });
});

test('by command: sealed by the publisher, verified with the installer beside it, status 3 for another installer', async () => {
  const folder = makeTemporaryFolder();
  const at = (name: string) => join(folder, name);
  const name = `nianbao-9.0.0-linux-${process.arch === 'arm64' ? 'arm64' : 'x64'}.tar.gz`;
  const mine =
    process.platform === 'linux'
      ? name
      : name.replace(/linux-\w+\.tar\.gz/u, process.platform === 'win32' ? 'setup-x64.exe' : 'mac-universal.dmg');
  writeFileSync(at(mine), 'installer');
  writeFileSync(at('publisher.p12'), publisher.p12);
  writeFileSync(at('publisher.pem'), publisher.pem);
  const words = [at(mine), '--key', at('publisher.p12'), '--version', '9.0.0', '-o', at('u.nianbao-update')];
  valueOf(await runHere(updateSealCommand, words, now, passphrase));
  const check = () => runHere(updateVerifyCommand, [at('u.nianbao-update'), '--trust', at('publisher.pem')], now);
  expect(valueOf(await check())).toMatchObject({ exit: 0, data: { verdict: 'valid', installer: mine } });
  expect(valueOf(await check()).text.en).toContain('is the one that was signed');
  const older = at(mine.replace('9.0.0', '0.0.1'));
  writeFileSync(older, 'older');
  const oldWords = [older, '--key', at('publisher.p12'), '--version', '0.0.1', '-o', at('old.nianbao-update')];
  valueOf(await runHere(updateSealCommand, oldWords, now, passphrase));
  const old = valueOf(await runHere(updateVerifyCommand, [at('old.nianbao-update'), '--trust', at('publisher.pem')], now));
  expect([old.exit, old.text.zh.split('\n')[0]]).toEqual([1, 'old.nianbao-update：不能用来更新（签名本身没有问题）']);
  writeFileSync(at('stranger.pem'), (await makeKey()).pem);
  const foreign = valueOf(await runHere(updateVerifyCommand, [at('u.nianbao-update'), '--trust', at('stranger.pem')], now));
  expect(foreign.text.zh).toContain('不要安装');
  const noContainer = valueOf(await runHere(updateVerifyCommand, [at('publisher.pem'), '--trust', at('publisher.pem')], now));
  expect(noContainer.text.zh).toContain('不是年报通的更新文件');
  writeFileSync(at(mine), 'Installer');
  expect(await check()).toMatchObject({ problem: { code: 'update/installer-differs' } });
  expect(await runHere(updateVerifyCommand, [at('u.nianbao-update')], now)).toMatchObject({ problem: { code: 'update/no-publisher' } });
});

test('versions are compared number by number', () => {
  const ordered = ['x', '0.1.0', '0.2.0', '0.10.0', '1.0.0', '1.0.1'];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
});
