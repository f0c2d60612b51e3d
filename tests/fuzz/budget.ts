/** How long the fuzzer works on each target: two seconds within `npm test`, more when `npm run fuzz` says so. */
import { randomInt } from 'node:crypto';

const asked = Number(process.env['NIANBAO_FUZZ_SECONDS'] ?? '');
const isLong = Number.isSafeInteger(asked) && asked > 0;

export const secondsEach = isLong ? asked : 2;

/** The same mutants each time within `npm test`, new ones at length; a number to repeat a run. */
export const fuzzSeed = Number(process.env['NIANBAO_FUZZ_SEED'] ?? '') || (isLong ? randomInt(2 ** 31) : 20_260_120);
