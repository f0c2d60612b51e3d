import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptGenerations } from '#main/store/generations.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, entry, expectOk, fileIn, generationsIn, open, sampleFiling } from './workspace-fixture.ts';

describe('generations', () => {
  it('are kept at openings, once for each state', async () => {
    const folder = makeTemporaryFolder();
    expectOk(await open(folder).addFiling(sampleFiling(), entry));
    open(folder);
    const names = readdirSync(generationsIn(folder));
    expect(names).toHaveLength(2);
    open(folder);
    open(folder);
    expect(readdirSync(generationsIn(folder))).toEqual(names);
  });

  it('are kept while saving, ten minutes apart', async () => {
    const folder = makeTemporaryFolder();
    const clock = createClock();
    const workspace = open(folder, { now: clock.now });
    const count = () => readdirSync(generationsIn(folder)).length;
    const edit = async (minutes: number) => {
      clock.moveMinutes(minutes);
      await workspace.writeSetting('time', clock.now().toISOString());
      await workspace.settleGenerations();
      return count();
    };
    const counts: number[] = [];
    for (const minutes of [0, 9, 1, 9, 1, -60]) counts.push(await edit(minutes));
    expect(counts).toEqual([1, 1, 2, 2, 3, 4]);
  });

  it(`are the newest ${keptGenerations}, whatever the clock says`, async () => {
    const folder = makeTemporaryFolder();
    const clock = createClock();
    const workspace = open(folder, { now: clock.now });
    for (let count = 1; count <= 20; count += 1) {
      clock.moveMinutes(count % 3 === 0 ? -600 : 15);
      await workspace.writeSetting('count', String(count));
      await workspace.settleGenerations();
    }
    expect(readdirSync(generationsIn(folder))).toHaveLength(keptGenerations);
    rmSync(fileIn(folder));
    expect(open(folder).readSetting('count')).toBe('20');
  });
});
