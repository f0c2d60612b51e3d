/**
 * `npm run rig [-- --kills N] [--seed N]`: the rigs of tests/rigs at length, which `npm test` runs shortly: 3,000 kills,
 * every fault at every file call, hundreds of turned bits in every file. What they did is shown in lines of `[rig]`.
 */
import { parseArgs } from 'node:util';
import { toolScript } from './lib/paths.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
import { setUpBuild } from './lib/setup.mjs';

await runScript(async () => {
  const { kills, seed } = readArguments();
  await setUpBuild({ quiet: true });
  const env = { ...process.env, NIANBAO_RIG: 'long', NIANBAO_RIG_KILLS: kills, NIANBAO_RIG_SEED: seed };
  const { status } = await runNode(toolScript('vitest/vitest.mjs'), ['run', 'tests/rigs'], { env });
  return status;
});

/** Whole numbers as text, empty when they are not given. */
function readArguments() {
  const number = { type: /** @type {const} */ ('string'), default: '' };
  try {
    const { values } = parseArgs({ options: { kills: number, seed: number } });
    if (Object.values(values).every((text) => /^\d*$/u.test(text))) return values;
  } catch {
    // Said below, in words.
  }
  throw new SetUpProblem('Usage: npm run rig [-- --kills NUMBER] [--seed NUMBER]');
}
