/**
 * `npm run fuzz [-- --seconds N] [--seed N]`: the fuzzer of tests/fuzz at length, on each of its targets, with new mutants
 * each time. What fails is kept in tests/fuzz/seeds and tried first from then on; ends with what was tried and what survived.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRoot, toolScript } from './lib/paths.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { describeRigs } from './lib/rig-summary.mjs';
import { runNode } from './lib/run.mjs';
import { setUpBuild } from './lib/setup.mjs';

const summary = inRoot('out/rig/fuzz.jsonl');

await runScript(async () => {
  const { seconds, seed } = readArguments();
  await setUpBuild({ quiet: true });
  mkdirSync(inRoot('out/rig'), { recursive: true });
  rmSync(summary, { force: true });
  const env = { ...process.env, NIANBAO_FUZZ_SECONDS: seconds, NIANBAO_FUZZ_SEED: seed, NIANBAO_RIG_SUMMARY: summary };
  const { status } = await runNode(toolScript('vitest/vitest.mjs'), ['run', 'tests/fuzz'], { env });
  for (const line of describeRigs(summary)) console.log(`[fuzz] ${line}`);
  return status;
});

/** Whole numbers as text; the seed is empty when it is not given. */
function readArguments() {
  try {
    const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '' } } });
    if (Object.values(values).every((text) => /^\d*$/u.test(text))) return values;
  } catch {
    // Said below, in words.
  }
  throw new SetUpProblem('Usage: npm run fuzz [-- --seconds NUMBER] [--seed NUMBER]');
}
