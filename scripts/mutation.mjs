/**
 * `npm run mutation [-- ROOM…] [-- --only GLOB]`: changes the sources of the heart a little, one change at a time, and
 * counts how many changes the tests notice. Fails below 85 %. A room takes hours, a file with `--only` minutes; what is known of an earlier run
 * is kept in out/mutation/, with a page that shows each change.
 */
import { parseArgs } from 'node:util';
import { leftOutVariable, mutationRooms, testsVariable } from './lib/mutation-rooms.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { runScript, SetUpProblem } from './lib/problem.mjs';
import { numberedSteps } from './lib/progress.mjs';

const wantedScore = 85;

await runScript(async () => {
  const { rooms, only } = readArguments();
  await numberedSteps({ prefix: 'set-up', total: 1, quiet: true })('npm packages', ensurePackages);
  for (const room of rooms) await mutate(room, only);
  // Stryker sets the status when a score is too low.
  return Number(process.exitCode ?? 0);
});

/** @param {string} room @param {readonly string[]} only files instead of the whole room */
async function mutate(room, only) {
  const { Stryker } = await import('@stryker-mutator/core');
  const { mutate: files, tests, leftOut = [] } = mutationRooms[room];
  process.env[testsVariable] = tests.join(',');
  process.env[leftOutVariable] = leftOut.join(',');
  console.log(`\n[mutation] ${room}`);
  await new Stryker({
    mutate: [...(only.length > 0 ? only : files)],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/lib/mutation.config.mjs' },
    // Types are erased, not checked.
    disableTypeChecks: false,
    ignorePatterns: ['out', 'dist', 'docs', 'tests/app', 'src-renderer'],
    tempDirName: 'out/mutation/sandbox',
    // One of two cores stays free.
    concurrency: 1,
    timeoutMS: 10_000,
    // What only runs while a module loads would need a new environment for each mutant.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `out/mutation/${room}.json`,
    reporters: ['clear-text', 'progress-append-only', 'html'],
    clearTextReporter: { reportTests: false, allowEmojis: false, allowColor: false, reportScoreTable: true },
    htmlReporter: { fileName: `out/mutation/${room}.html` },
    thresholds: { high: 95, low: wantedScore, break: only.length > 0 ? null : wantedScore },
    allowEmpty: false,
  }).runMutationTest();
}

function readArguments() {
  const usage = `Usage: npm run mutation [-- ROOM… --only GLOB]; rooms: ${Object.keys(mutationRooms).join(', ')}`;
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    });
    const rooms = positionals.length > 0 ? positionals : Object.keys(mutationRooms);
    if (rooms.every((room) => room in mutationRooms)) return { rooms, only: values.only };
  } catch {
    // Said below, in words.
  }
  throw new SetUpProblem(usage);
}
