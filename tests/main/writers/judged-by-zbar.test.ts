/** zbar, which knows nothing of us, reads the code of a paper copy as its files have it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { paperMark } from '#core/documents/paper-copy.ts';
import { planWord } from '#core/documents/word-plan.ts';
import { writeWord } from '#main/writers/write-word.ts';
import { editionIds, shippedEdition } from '../../fixtures/editions.ts';
import { fullFiling } from '../../fixtures/full-filing.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';

const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;
const digest = '0123456789abcdef'.repeat(4);

test.skipIf(!hasZbar).each(editionIds)(
  'zbar reads the code in the Word file of edition %s as unit, year, revision and digest',
  async (id) => {
    const filing = fullFiling(id);
    const word = await writeWord(planWord(filing, shippedEdition(id).form, { paper: { bundleDigest: digest } }));
    const picture = Object.entries(unzipSync(word)).find(([name]) => /^word\/media\/.*\.gif$/u.test(name));
    const path = join(makeTemporaryFolder(), 'code.gif');
    writeFileSync(path, picture?.[1] ?? '');
    const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', path], { encoding: 'utf8', timeout: 20_000 });
    expect(stdout.trim()).toBe(paperMark(filing, digest));
  },
);
