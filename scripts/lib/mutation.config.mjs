/** Vitest's settings for the tests of one room, for `npm run mutation`; which ones stands in mutation-rooms.mjs. */
import { statSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import base from '../../vitest.config.ts';
import { leftOutVariable, testsVariable } from './mutation-rooms.mjs';

/** Short files first: the first test that fails ends the run for a mutant. */
class ShortFirst extends BaseSequencer {
  sort(files) {
    const size = ({ moduleId }) => statSync(moduleId).size;
    return Promise.resolve(files.toSorted((one, other) => size(one) - size(other)));
  }
}

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: listed(testsVariable),
    exclude: listed(leftOutVariable),
    maxWorkers: 1,
    sequence: { sequencer: ShortFirst },
  },
});

function listed(variable) {
  return (process.env[variable] ?? '').split(',').filter((glob) => glob !== '');
}
