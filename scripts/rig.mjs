/**
 * `npm run rig [-- --kills N] [--seconds N] [--seed N]`: the rigs of tests/rigs and the fuzzer of tests/fuzz at length, which
 * `npm test` runs shortly: 3,000 kills, every fault at every file call, hundreds of turned bits in every file, a minute of mutants
 * for each kind of input. Ends with what was tried and what survived.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRoot, toolScript } from './lib/paths.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { describeRigs } from './lib/rig-summary.mjs';
import { runNode } from './lib/run.mjs';
import { setUpBuild } from './lib/setup.mjs';

const summary = inRoot('out/rig/summary.jsonl');

await runScript(async () => {
  const { kills, seconds, seed } = readArguments();
  await setUpBuild({ quiet: true });
  mkdirSync(inRoot('out/rig'), { recursive: true });
  rmSync(summary, { force: true });
  const rigs = { NIANBAO_RIG: 'long', NIANBAO_RIG_KILLS: kills, NIANBAO_RIG_SEED: seed, NIANBAO_RIG_SUMMARY: summary };
  const env = { ...process.env, ...rigs, NIANBAO_FUZZ_SECONDS: seconds, NIANBAO_FUZZ_SEED: seed };
  const { status } = await runNode(toolScript('vitest/vitest.mjs'), ['run', 'tests/rigs', 'tests/fuzz'], { env });
  for (const line of describeRigs(summary)) console.log(`[rig] ${line}`);
  console.log(`[rig] ${status === 0 ? 'all survived' : 'something did not survive, see above'}`);
  return status;
});

/** Whole numbers as text, empty when they are not given. */
function readArguments() {
  const number = { type: /** @type {const} */ ('string'), default: '' };
  try {
    const { values } = parseArgs({ options: { kills: number, seconds: { ...number, default: '60' }, seed: number } });
    if (Object.values(values).every((text) => /^\d*$/u.test(text))) return values;
  } catch {
    // Said below, in words.
  }
  throw new SetUpProblem('Usage: npm run rig [-- --kills NUMBER] [--seconds NUMBER] [--seed NUMBER]');
}
