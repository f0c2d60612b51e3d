/** A workspace file that somebody has put elsewhere, with a symbolic link in its place. */
import { existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { entry, expectOk, fileIn, generationsIn, open, sampleFiling, tryToOpen } from './workspace-fixture.ts';

describe('a workspace file that is a symbolic link', () => {
  const linked = async () => {
    const [folder, elsewhere] = [makeTemporaryFolder(), makeTemporaryFolder()];
    const workspace = open(folder);
    expectOk(await workspace.addFiling(sampleFiling(), entry));
    await workspace.close();
    const target = join(elsewhere, '年报 二.sqlite');
    renameSync(fileIn(folder), target);
    symlinkSync(target, fileIn(folder));
    return { folder, elsewhere, target };
  };

  it('stays one: the file is saved where the link leads, and nothing else is left there', async () => {
    const { folder, elsewhere, target } = await linked();
    const workspace = open(folder);
    expect(workspace.opening).toEqual({ kind: 'opened' });
    for (const code of ['469002', '469003']) {
      expectOk(await workspace.addFiling(sampleFiling(code), entry));
      await workspace.settleGenerations();
    }
    await workspace.close();
    expect([lstatSync(fileIn(folder)).isSymbolicLink(), readdirSync(elsewhere)]).toEqual([true, ['年报 二.sqlite']]);
    expect(readFileSync(target).equals(readFileSync(fileIn(folder)))).toBe(true);
    expect(open(folder).listFilings()).toHaveLength(3);
  });

  it('that leads nowhere gives no empty workspace: the newest copy opens, or it is said what is missing', async () => {
    const { folder, elsewhere, target } = await linked();
    rmSync(target);
    expect(open(folder).opening.kind).toBe('recovered');
    expect([lstatSync(fileIn(folder)).isSymbolicLink(), existsSync(target)]).toEqual([true, true]);
    rmSync(elsewhere, { recursive: true });
    rmSync(generationsIn(folder), { recursive: true });
    expect(tryToOpen(folder)).toMatchObject({ ok: false, problem: { details: { path: target } } });
  });
});
