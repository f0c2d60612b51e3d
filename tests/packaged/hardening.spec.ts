/** What is in the package, and what its program refuses, read from the files as they are shipped. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { newFolder, packagedProgram, resourcesFolder, runPackaged } from './packaged-app.ts';

const megabyte = 1_000_000;
const asar = join(resourcesFolder(), 'app.asar');
const listed = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));

test('every fuse is in the position that hardens the app', async () => {
  const wire = await getCurrentFuseWire(packagedProgram());
  // As they are written in the binary.
  const [off, on] = ['0', '1'].map((digit) => digit.charCodeAt(0));
  expect(Object.fromEntries(Object.entries(wire).filter(([key]) => key !== 'version'))).toEqual({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
});

test('the program is no Node: it takes no script, and no options from the environment', () => {
  // A Node would look for a script of that name.
  expect(runPackaged(['help'], { ELECTRON_RUN_AS_NODE: '1' }).stdout).toContain('nianbao');
  const intruder = join(newFolder(), 'intruder.cjs');
  writeFileSync(intruder, 'process.stdout.write("intruder");');
  const options = runPackaged(['help'], { NODE_OPTIONS: `--require ${intruder}` });
  expect(options.stdout).toContain('nianbao');
  expect(options.stdout).not.toContain('intruder');
});

test('the package holds the build and the resources of the app, and nothing of how it is made', () => {
  const allowed = [
    /^\/(?:out|resources|out\/(?:main|preload|renderer)(?:\/(?:fonts|assets|help))?)$/u,
    /^\/package\.json$/u,
    /^\/out\/(?:main|preload)\/[\w.-]+\.cjs$/u,
    /^\/out\/main\/sql-wasm\.wasm$/u,
    /^\/out\/main\/fonts\/[\w.-]+\.(?:woff2|css|json)$/u,
    /^\/out\/renderer\/(?:index\.html|assets\/[\w.-]+\.(?:js|css|woff2|png|svg))$/u,
    /^\/out\/renderer\/help\/[\w-]+\.webp$/u,
    /^\/out\/(?:main\/help|(?:main|preload|renderer)\/licences)\.json$/u,
    /^\/resources\/(?:editions|samples|publisher)(?:\/|$)/u,
  ];
  expect(listed.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  expect(listed.filter((path) => /\.map$|node_modules|\.ts$|\.svelte$|\.md$/u.test(path) && !path.endsWith('SOURCE.md'))).toEqual([]);
  expect(existsSync(`${asar}.unpacked`)).toBe(false);
  expect(readdirSync(resourcesFolder()).filter((name) => /^default_app|^app$/u.test(name))).toEqual([]);
  const manifest = JSON.parse(extractFile(asar, 'package.json').toString('utf8')) as Record<string, unknown>;
  expect(Object.keys(manifest).filter((key) => ['scripts', 'devDependencies'].includes(key))).toEqual([]);
});

test('the licences of Electron and Chromium lie beside the program, where the page about the app says', () => {
  test.skip(process.platform === 'darwin', 'on macOS they are in the disk image');
  const names = readdirSync(dirname(packagedProgram()));
  expect(names).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']));
});

test('no file of the package tells where it was built', () => {
  const home = join(import.meta.dirname, '../..');
  const texts = listed.filter((path) => /\.(?:cjs|js|css|html|json)$/u.test(path));
  const telling = texts.filter((path) => extractFile(asar, path.slice(1)).toString('utf8').includes(home));
  expect(telling).toEqual([]);
});

test('own code and resources are at most 20 MB over bare Electron', () => {
  const app = dirname(resourcesFolder());
  const bare = dirname(process.env['NIANBAO_ELECTRON'] ?? '');
  const own = filesBelow(app).filter((path) => path !== relative(app, packagedProgram()) && !existsSync(join(bare, path)));
  const bytes = own.reduce((sum, path) => sum + statSync(join(app, path)).size, 0);
  const total = filesBelow(app).reduce((sum, path) => sum + statSync(join(app, path)).size, 0);
  const biggest = listed.map((path) => [path, sizeInAsar(path)] as const).sort(([, one], [, other]) => other - one);
  process.stdout.write(
    `package: ${(total / megabyte).toFixed(1)} MB, of which own ${(bytes / megabyte).toFixed(1)} MB (${own.join(', ')}); ` +
      `fonts ${(sum(biggest.filter(([path]) => path.endsWith('.woff2'))) / megabyte).toFixed(1)} MB, ` +
      `code ${(sum(biggest.filter(([path]) => /\.c?js$/u.test(path))) / megabyte).toFixed(1)} MB\n`,
  );
  expect(own).toContain(join('resources', 'app.asar'));
  expect(bytes).toBeLessThanOrEqual(20 * megabyte);
});

function sum(entries: readonly (readonly [string, number])[]): number {
  return entries.reduce((total, [, size]) => total + size, 0);
}

function sizeInAsar(path: string): number {
  const isFile = /\.\w+$/u.test(path) && !path.endsWith('/fonts');
  return isFile ? extractFile(asar, path.slice(1)).length : 0;
}

function filesBelow(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = join(inside, entry.name);
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}
