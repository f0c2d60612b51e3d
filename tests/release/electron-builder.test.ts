/** The packages' configuration, checked by electron-builder itself, and what it promises to each system. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const config = await getConfig(root, null, null);

function targetsOf(targets: unknown): string[] {
  return (targets as { target: string; arch: string | string[] }[]).flatMap(({ target, arch }) =>
    [arch].flat().map((each) => `${target} ${each}`),
  );
}

describe('electron-builder.yml', () => {
  it('is a configuration in the eyes of electron-builder, which refuses one with a word it does not know', async () => {
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
    const misspelt = { ...config, nsis: { ...config.nsis, perMachin: true } };
    await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow('nsis');
  });

  it('makes every package that the people who use it install', () => {
    expect(targetsOf(config.win?.target)).toEqual(['nsis x64', 'nsis arm64', 'portable x64', 'portable arm64']);
    expect(targetsOf(config.mac?.target)).toEqual(['dmg universal', 'zip universal']);
    const linux = ['AppImage', 'deb', 'rpm', 'tar.gz'].flatMap((target) => [`${target} x64`, `${target} arm64`]);
    expect(targetsOf(config.linux?.target)).toEqual(linux);
  });

  it('installs on Windows in Chinese, for one user, without an administrator, and leaves the reports when it is removed', () => {
    expect(config.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      oneClick: false,
      deleteAppDataOnUninstall: false,
      language: '2052',
      installerLanguages: ['zh_CN', 'en_US'],
    });
    expect(config.win?.requestedExecutionLevel).toBe('asInvoker');
  });

  it('hardens and notarises on macOS', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
    expect(config.mac?.entitlements).toBe(config.mac?.entitlementsInherit);
  });

  it('opens bundles and filings', () => {
    const associations = [config.fileAssociations ?? []].flat();
    expect(associations.map(({ ext }) => ext)).toEqual(['asice', 'filing.json']);
    expect(associations.every(({ mimeType }) => typeof mimeType === 'string')).toBe(true);
  });

  it('packs what the app reads besides its code: editions, the sample, and who may publish updates', () => {
    const files = JSON.stringify(config.files);
    for (const folder of ['editions', 'samples', 'publisher']) expect(files).toContain(`"resources/${folder}/**"`);
  });

  it('names files that exist', () => {
    const { icon, win, mac, nsis, linux, afterPack } = config;
    const named = [icon, win?.icon, mac?.icon, mac?.entitlements, nsis?.include, nsis?.installerIcon, linux?.icon, afterPack];
    expect(named.every((file) => typeof file === 'string')).toBe(true);
    expect(named.filter((file) => !existsSync(join(root, String(file))))).toEqual([]);
  });
});
