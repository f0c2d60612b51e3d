import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptGenerations } from '#main/store/generations.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { createClock, entry, expectOk, fileIn, generationsIn, open, sampleFiling } from './workspace-fixture.ts';

describe('generations', () => {
  it('are kept at openings, once for each state', () => {
    const folder = makeTemporaryFolder();
    expectOk(open(folder).addFiling(sampleFiling(), entry));
    open(folder);
    const names = readdirSync(generationsIn(folder));
    expect(names).toHaveLength(2);
    open(folder);
    open(folder);
    expect(readdirSync(generationsIn(folder))).toEqual(names);
  });

  it('are kept while saving, ten minutes apart', () => {
    const folder = makeTemporaryFolder();
    const clock = createClock();
    const workspace = open(folder, { now: clock.now });
    const count = () => readdirSync(generationsIn(folder)).length;
    const edit = (minutes: number) => {
      clock.moveMinutes(minutes);
      workspace.writeSetting('time', clock.now().toISOString());
      return count();
    };
    expect([edit(0), edit(9), edit(1), edit(9), edit(1), edit(-60)]).toEqual([1, 1, 2, 2, 3, 4]);
  });

  it(`are the newest ${keptGenerations}, whatever the clock says`, () => {
    const folder = makeTemporaryFolder();
    const clock = createClock();
    const workspace = open(folder, { now: clock.now });
    for (let count = 1; count <= 20; count += 1) {
      clock.moveMinutes(count % 3 === 0 ? -600 : 15);
      workspace.writeSetting('count', String(count));
    }
    expect(readdirSync(generationsIn(folder))).toHaveLength(keptGenerations);
    rmSync(fileIn(folder));
    expect(open(folder).readSetting('count')).toBe('20');
  });
});
