/** A real full disk, where the machine lets us mount one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { contentsOf, entry, expectOk, open, sampleFiling, withValue } from './workspace-fixture.ts';

function mountSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = join(makeTemporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return folder;
}

describe('a disk that is really full', () => {
  it('takes no edit and loses none (skipped where no small disk can be mounted)', async ({ skip }) => {
    const disk = mountSmallDisk();
    if (disk === null) skip();
    const folder = join(disk!, 'workspace');
    let told = 0;
    const workspace = open(folder, { onSaving: () => (told += 1) });
    const id = expectOk(await workspace.addFiling(withValue(sampleFiling(), 1), entry));
    const old = contentsOf(workspace);

    const ballast = join(disk!, 'ballast');
    const { bavail, bsize } = statfsSync(disk!);
    writeFileSync(ballast, new Uint8Array((bavail - 1) * bsize));
    const edited = { filing: withValue(sampleFiling(), 2), pending: {} };
    expect(await workspace.updateFiling(id, edited, entry)).toMatchObject({
      value: { state: 'unsaved', problem: { code: 'file/disk-full', details: { reason: 'ENOSPC' } } },
    });
    expect(workspace.unsaved()).toMatchObject({ since: '2026-01-12T08:30:00.000Z', problem: { code: 'file/disk-full' } });
    expect(told).toBe(1);
    expect(contentsOf(open(folder))).toEqual(old);

    rmSync(ballast);
    expect(await workspace.saveAgain()).toMatchObject({ state: 'saved' });
    expect(contentsOf(open(folder))).toEqual(contentsOf(workspace));
    expect(expectOk(open(folder).readFiling(id)).filing).toEqual(edited.filing);
  });
});
