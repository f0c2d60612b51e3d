/** The checks of `npm run check`, in lanes: what is in one lane runs one after the other, lanes run side by side. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { testResults, toolScript } from './paths.mjs';
import { duration } from './progress.mjs';
import { runNode } from './run.mjs';

/** @typedef {{ name: string, script: string, args: readonly string[] }} Check a tool's script and its arguments */

/** Folders with a tsconfig.json of their own, besides the components' (tsc does not read those). */
const typedFolders = ['src-core', 'src-main', 'tests', '.'];

/** Two lanes, since two cores are common: the first for types, the second for the rest. */
const sourceLanes = [
  [
    ...typedFolders.map((folder) => ({ name: `types in ${folder}`, script: 'typescript/bin/tsc', args: typeCheck(folder) })),
    {
      name: 'types in components',
      script: 'svelte-check/bin/svelte-check',
      args: ['--tsconfig', 'src-renderer/tsconfig.json', '--fail-on-warnings'],
    },
  ],
  [
    {
      name: 'lint',
      script: 'eslint/bin/eslint.js',
      args: ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
    },
    {
      name: 'format',
      script: 'prettier/bin/prettier.cjs',
      args: ['--check', '.', '--cache', '--cache-location', 'node_modules/.cache/prettier/cache.json'],
    },
  ],
];

/** Vitest's results as JSON. */
export const vitestResults = path.join(testResults, 'vitest.json');

/**
 * Checks types, lint and format; the output of a check is shown when it failed.
 * @returns {Promise<string[]>} names of the failed checks
 */
export async function checkSources() {
  const failed = await Promise.all(sourceLanes.map(runLane));
  return failed.flat();
}

/**
 * Runs Vitest, its output shown as it comes.
 * @returns {Promise<string[]>} `['unit tests']` when any failed
 */
export async function runUnitTests() {
  // A run that dies must not leave an earlier run's results behind it.
  rmSync(vitestResults, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestResults}`];
  const started = performance.now();
  const { status } = await runNode(toolScript('vitest/vitest.mjs'), args);
  return report('unit tests', status, started);
}

/** @param {readonly Check[]} lane */
async function runLane(lane) {
  const failed = [];
  for (const { name, script, args } of lane) {
    const started = performance.now();
    const { status, output } = await runNode(toolScript(script), args, { output: 'keep', env: withColours() });
    if (status !== 0) console.log(output);
    failed.push(...report(name, status, started));
  }
  return failed;
}

/** Incremental, with its notes kept out of the source folders. */
function typeCheck(folder) {
  const notes = `node_modules/.cache/tsc/${folder === '.' ? 'root' : folder}.tsbuildinfo`;
  return ['-p', folder, '--noEmit', '--incremental', '--tsBuildInfoFile', notes];
}

function report(name, status, started) {
  const took = duration(performance.now() - started);
  console.log(`[check] ${name} … ${status === 0 ? 'ok' : `FAILED (status ${status})`} in ${took}`);
  return status === 0 ? [] : [name];
}

/** The tools see no terminal, since their output is gathered first. */
function withColours() {
  return process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
}
