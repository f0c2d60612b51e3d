/** A child edits at full speed and is killed: whatever was acknowledged is there afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong, kills, say, seed } from '../rig-length.ts';
import { note } from '../summary.ts';
import { bundleChild } from './bundle-child.ts';
import { describeTally, runSeries, type Tally } from './kill-series.ts';
import type { SaverKind } from './lying-savers.ts';

const scratch = mkdtempSync(join(tmpdir(), 'nianbao-crash-rig-'));
const isEnough = isLong ? 6 * 3_600_000 : 300_000;
let script = '';
let isClean = true;

beforeAll(async () => {
  script = await bundleChild(join(scratch, 'child'));
}, 60_000);

afterAll(() => {
  if (isClean) rmSync(scratch, { recursive: true, force: true });
  else say(`the folders of the crash rig are kept in ${scratch}`);
});

const series = (saver: SaverKind, count: number, isEndedByBreach: boolean) => {
  const onKill = ({ kills: done }: Tally) => {
    if (done % 500 === 0) say(`${String(done)} kills`);
  };
  return runSeries({ script, scratch, kills: count, seed, saver, lanes: 2, isEndedByBreach, onKill });
};

describe('a workspace whose app is killed at any moment', () => {
  it('keeps every acknowledged edit, an intact journal, and a state between two transactions', { timeout: isEnough }, async () => {
    isClean = false;
    const tally = await series('honest', kills, false);
    say(`seed ${String(seed)}: ${describeTally(tally)}`);
    note('kills of the app', tally.kills, tally.kills - Math.min(tally.kills, tally.breaches.length));
    note('acknowledged edits', tally.acknowledged, tally.acknowledged - tally.lost);
    expect(tally.breaches).toEqual([]);
    expect(tally.lost).toBe(0);
    expect(tally.acknowledged).toBeGreaterThan(tally.kills);
    expect(Math.min(tally.duringOpening, tally.duringWrite, tally.idle)).toBeGreaterThan(0);
    isClean = true;
  });
});

describe('the crash rig', () => {
  it('catches a saver that answers before the file is in place', { timeout: isEnough }, async () => {
    const { breaches, lost } = await series('early', 40, true);
    expect(lost).toBeGreaterThan(0);
    expect(breaches.join('\n')).toContain('was acknowledged and is lost');
  });

  it('catches a saver that puts the file in place in several steps', { timeout: isEnough }, async () => {
    const { breaches } = await series('torn', 200, true);
    expect(breaches.join('\n')).toMatch(/it was .*"kind":"recovered"|it does not open/u);
  });
});
