/** Every file call of everything that writes fails in turn: a fresh start finds the state before or the state after. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { describeWriteFailure } from '#main/files/atomic-write.ts';
import type { FileSystem } from '#main/files/file-system.ts';

import { isLong, say, seed } from '../rig-length.ts';
import { note } from '../summary.ts';
import { makeOperations } from './operations.ts';
import { freshPath, makeTemplate, removeScratch } from './rig-folder.ts';
import { sweep, sweepShortWrites, type Operation } from './sweep.ts';

const operations = await makeOperations(await makeTemplate());
const shift = isLong ? 'all' : seed % 1_000;
const isEnough = { timeout: isLong ? 3_600_000 : 180_000 };

afterAll(removeScratch);

describe.each(operations.map((each) => [each.name, each] as const))('%s', (name, operation) => {
  it('leaves the state before or the state after whichever call fails, and says why in words', isEnough, async () => {
    const { calls, trials, codes, breaches } = await sweep(operation, shift);
    say(`${name}: ${String(calls)} calls, ${String(trials)} faults, answered ${codes.join(' ')}${isLong ? '' : ` (seed ${String(seed)})`}`);
    note('faults at file calls', trials, trials - Math.min(trials, breaches.length));
    expect(breaches).toEqual([]);
    if (isLong) expect(codes).toEqual(operation.codes);
    else expect(operation.codes).toEqual(expect.arrayContaining([...codes]));
  });

  it('goes on after a write that took only a part, and stops at one that took nothing', isEnough, async () => {
    const { trials, breaches } = await sweepShortWrites(operation, shift);
    note('writes that took too little', trials, trials - Math.min(trials, breaches.length));
    expect(breaches).toEqual([]);
  });
});

/** What no part of the app does: the file has its name before it has its bytes. */
const careless: Operation = {
  name: 'a careless writer',
  codes: [],
  begin: (fs: FileSystem) => {
    const path = freshPath();
    const run = () => {
      try {
        const descriptor = fs.openNew(path, 'everyone');
        for (const text of ['half', 'half']) fs.write(descriptor, new TextEncoder().encode(text), 0);
        fs.close(descriptor);
        return Promise.resolve(null);
      } catch (error) {
        return Promise.resolve(describeWriteFailure(error, path));
      }
    };
    return Promise.resolve({ run, look: () => Promise.resolve(existsSync(path) ? readFileSync(path, 'utf8') : 'none') });
  },
};

describe('the fault rig', () => {
  it('catches a writer that leaves half a file', async () => {
    expect((await sweep(careless, 'all')).breaches.join('\n')).toMatch(
      /found was a third state: half \(a careless writer, ENOSPC at call 2/u,
    );
    expect((await sweepShortWrites(careless, 'all')).breaches).not.toEqual([]);
  });
});
